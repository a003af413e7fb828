//! The `trellis` server: HTTP over the store, the app embedded, and the commands around it.
//!
//! Architecture invariants:
//! - handlers know the store's traits, never SQL or a driver; `database.rs` alone names a backend;
//! - time comes from [`clock::Clock`]; session tokens and ids draw from the operating system;
//! - what a device says of an answer's rightness is not even on the wire: `practice::grade` decides;
//! - an answer is acknowledged only after the store says that it is on the disk.

pub mod assets;
pub mod auth;
pub mod bridge;
pub mod clock;
pub mod commands;
pub mod config;
pub mod content;
pub mod database;
pub mod demo;
pub mod drafting;
pub mod error;
pub mod http;
pub mod ids;
pub mod live;
pub mod model;
pub mod nightly;
pub mod practice;
pub mod preview;
pub mod readings;
pub mod serve;
pub mod state;
pub mod telemetry;
