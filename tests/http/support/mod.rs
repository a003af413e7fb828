//! A server to talk to, someone to talk, and something to say.

mod answers;
mod client;
mod district;
mod running;

pub use answers::{Answering, batch};
pub use client::{Client, Reply, check_headers};
pub use district::District;
pub use running::{NOW_MS, Running, Setup};
