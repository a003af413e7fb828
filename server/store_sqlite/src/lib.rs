//! The store on SQLite.
//!
//! Reads go through a small pool of read-only connections (sqlx). Writes go through one thread
//! that owns the only writing connection (rusqlite) and commits them in groups; why two drivers,
//! and what was measured, is in `docs/adr/0002-two-sqlite-drivers.md`.
//!
//! Architecture invariants:
//! - a caller hears of success only after `COMMIT` returned with `synchronous=FULL`;
//! - one process writes: it holds a lock on `<database>.lock` for as long as it has the file open;
//! - SQL text stands in `server/sql`, shared with later backends, and is bound here by position;
//! - nothing here reads the clock: times come in with the rows.

mod accounts;
mod append;
mod audit;
mod authoring;
mod check;
mod classes;
mod error;
mod languages;
mod lock;
mod migrate;
mod models;
mod open;
mod pins;
mod projection;
mod provision;
mod read;
mod readings;
mod responses;
mod sessions;
mod sql;
mod stats;
mod supports;
mod values;
mod words;
mod write;
mod writer;

pub use open::{OpenOptions, SqliteStore};
pub use stats::{Histogram, WriterStats};
