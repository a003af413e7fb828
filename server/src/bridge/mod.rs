//! The bridge on the server: what happens with words, which texts of a language may be shown, and
//! what a teacher sees of it.
//!
//! Invariant: a text leaves for a student only when a reader of its language approved exactly its
//! hash, or in the demo district, where it says that nobody did (`shown`).

pub mod report;
mod shown;
mod standing;
pub mod texts;
pub mod uses;
pub mod words;

pub use shown::{ServedLanguage, Shown, shown};
pub use standing::{Standing, counts, standings};
