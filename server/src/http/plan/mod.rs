//! What a student's device holds.

pub mod get;
pub mod preferences;
