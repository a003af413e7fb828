//! One folder per app, one module per page.

pub mod staff;
pub mod student;
