//! Makes and checks questions on the device. Everything that knows what is right is in here, in a
//! WASM module of its own that the student app loads after its first paint (docs/adr/0008); the
//! app itself is given questions as they may be shown, and verdicts.
//!
//! Architecture invariants:
//! - no I/O: packs come in as text, questions and verdicts leave as text;
//! - nothing is ever taken off the [`Shelf`]: a question that is being answered keeps its version;
//! - every failure is a message, never a panic over the border.

mod shelf;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use shelf::{Checked, Refused, Shelf};
