//! Languages to choose from.

pub mod list;
