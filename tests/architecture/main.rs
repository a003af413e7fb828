//! What the design forbids, checked: edges between crates, and rules about the tree that no
//! compiler knows. Each failure says which rule, where, and why the rule is there.

mod edges;
mod graph;
mod numbers;
mod sql;
mod style;
mod tree;
mod views;
