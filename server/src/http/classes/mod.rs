//! A teacher's classes.

pub mod access;
pub mod events;
pub mod list;
pub mod mastery;
mod summary;
pub mod trace;
