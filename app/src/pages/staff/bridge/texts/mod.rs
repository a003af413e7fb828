//! The bridge agent: a teacher's own texts, from the clipboard to the class.

mod deeds;
pub mod editing;
mod editor;
mod list;
pub mod load;
mod new;

pub use editor::TextPage;
pub use list::TextsPage;
pub use new::NewTextPage;
