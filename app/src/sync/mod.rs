//! Answers on their way to school.
//!
//! - [`Outbox`]: what to send, when, and what may be forgotten. Pure; the clock and chance come in.
//! - [`shown_estimates`]: what the student sees between an answer and the school's word on it. Pure.
//! - [`language`]: what the app speaks, before and after signing in.
//! - [`lock`]: one tab at a time posts.
//! - [`uses`]: uses of academic words, kept and sent as answers are.
//! - [`bridge`]: the bridge's module, brought in and told what it needs.
//! - [`plan`]: the plan and the content it names, kept up to date.
//! - [`session`]: who sits here, from opening the page to signing out.
//! - [`driver`]: the one task that moves answers and plans over the network.

pub mod bridge;
pub mod driver;
pub mod language;
pub mod lock;
mod outbox;
mod pending;
pub mod plan;
mod reconcile;
pub mod session;
mod uses;

pub use outbox::{Failure, Outbox, Step};
pub use pending::{Pending, Seen};
pub use reconcile::{Difficulties, Estimates, shown_estimates};
