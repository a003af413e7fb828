//! The Translanguaging Bridge as staff see it: languages read and approved, texts prepared, words
//! followed, sheets printed.
//!
//! - [`store`]: what outlives a page; every call to the server is in a `load` beside its page.
//! - [`languages`] and [`review`]: how far each language has come; its texts side by side.
//! - [`texts`]: the bridge agent. A teacher's own text, what Trellis finds in it, its way to students.
//! - [`class`]: which words a class has met and uses, and how much stands open to whom.
//! - [`print`]: a glossary and sentence frames on paper.

mod class;
mod languages;
mod nav;
mod print;
mod returning;
mod review;
mod store;
mod texts;
mod tongue;
mod wording;

pub use class::ClassBridgePage;
pub use languages::LanguagesPage;
pub use print::PrintPage;
pub use review::ReviewPage;
pub use store::BridgeStore;
pub use texts::{NewTextPage, TextPage, TextsPage};
pub use wording::state_code;
