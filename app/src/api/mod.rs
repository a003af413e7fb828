//! Typed calls to the server under `/api/v1`. The wire types are the crate `api`; this module is
//! `crate::api`.
//!
//! Use: `client::get::<Vec<ClassSummary>>("/classes").await` gives a [`ApiError`] on any failure.
//! [`ApiError::is_signed_out`] tells a session that ended; a page then shows its sign-in, never a
//! bare error. [`ApiError::explain`] is a sentence or two for people: what was wrong, what to do.

pub mod authoring;
pub mod class_bridge;
pub mod client;
pub mod content;
mod error;
pub mod languages;
pub mod practice;
pub mod readings;
pub mod session;

pub use client::Fetched;
pub use error::ApiError;
