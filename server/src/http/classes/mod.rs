//! A teacher's classes.

pub mod access;
pub mod bridge;
pub mod events;
pub mod list;
pub mod mastery;
pub mod pin;
pub mod settings;
mod summary;
pub mod support;
pub mod trace;
