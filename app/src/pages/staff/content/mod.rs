//! The questions themselves: found, read, written, reviewed and published by teachers.
//!
//! - [`store`]: what outlives a page, and every call to the server; a page owns view state only.
//! - [`library`]: templates by skill; [`template`]: one of them, its checks, its way to students.
//! - [`form`]: what an author types, as plain text, to and from `item_bank::Template`.
//! - [`editor`]: the form on the page, with the preview beside it.
//! - [`diff`]: what changed between two templates, field by field.
//! - [`map`]: skills and what they build on. [`attribution`]: what comes from others.

mod attribution;
mod chips;
mod diff;
mod editor;
mod find;
mod form;
mod leaving;
mod library;
mod map;
mod nav;
mod preview;
mod store;
mod template;
mod wording;

pub use attribution::AttributionPage;
pub use editor::{EditPage, NewPage};
pub use find::{Skills, domains};
pub use leaving::Leaving;
pub use library::LibraryPage;
pub use map::MapPage;
pub use nav::MainNav;
pub use store::ContentStore;
pub use template::TemplatePage;
pub use wording::domain as words_of_domain;
