//! Pathways given to classes, and taken back.

pub mod create;
pub mod delete;
