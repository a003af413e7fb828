//! What the workshop's programs share: where things are, how commands are run, Node's packages.

pub mod command;
pub mod node;
pub mod wasm_target;
pub mod workspace;
