//! The front end: the student app and the staff app, two entries over this library, each linked
//! into its own WASM so that no student downloads a teacher's code.
//!
//! - [`api`]: typed calls to the server; every failure is an [`api::ApiError`] that says what to do.
//! - [`components`]: the design system. Plain views over classes of `styles/components.css`.
//! - [`i18n`]: the words of the interface, by typed key.
//! - [`bridge`]: the way to the module that is the Translanguaging Bridge.
//! - [`questions`]: the way to the module that makes and checks questions.
//! - [`state`]: what outlives a page, in stores given by context; the logic is plain structs.
//! - [`storage`]: one task owns IndexedDB; everybody else sends it messages.
//! - [`sync`]: a pure outbox and the thin driver that talks to the network.
//! - [`pages`]: one folder per app, one module per page; a page owns view state only.
//!
//! Architecture invariants:
//! - nothing here decides what is right: answers are checked by the module `questions`, estimates moved
//!   by `engine`, both again on the server; an answer key never comes in here;
//! - a spawned task never captures a page's signal: it sends through a store;
//! - no markup from strings: content arrives as `item_bank::Inline` and leaves as DOM nodes.

// Deeply nested views make deeply nested types.
#![recursion_limit = "256"]

pub mod api;
pub mod bridge;
pub mod clock;
pub mod components;
pub mod crash;
pub mod dom;
pub mod i18n;
pub mod pages;
pub mod questions;
pub mod state;
pub mod storage;
pub mod sync;

// Reading JSON, the same way everywhere.
use browser_json as json;
