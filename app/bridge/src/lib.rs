//! The student's side of the Translanguaging Bridge, in a WASM module of its own (docs/adr/0012):
//! the panel beside a question and the page of a teacher's text. The shell gives it the plan, the
//! packs and what is before the student, all as text; what comes back are the uses of words.
//!
//! Architecture invariants:
//! - no I/O but the page and the device's own voices: packs come in as text, uses leave as text;
//! - what stands on the page is a value first ([`tree`]) and is tested as one;
//! - a word that the question tests is never explained, and what a student plans leaves no field.

mod act;
#[cfg(target_arch = "wasm32")]
mod browser;
mod cards;
#[cfg(test)]
mod fixtures;
mod known;
mod page;
mod panel;
mod reading;
mod rich;
mod tested;
mod tree;
mod turn;
pub mod voice;

pub use act::{Bridge, NewUse, Outcome, Voice};
pub use known::{Known, Plan};
pub use page::{Page, Question, Subject};
pub use panel::{Extent, panel};
pub use reading::reading;
