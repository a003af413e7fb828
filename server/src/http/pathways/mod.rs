//! What can be assigned.

pub mod list;
