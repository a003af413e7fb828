//! Signing in and out.

pub mod delete;
pub mod get;
mod open;
pub mod staff;
pub mod student;
