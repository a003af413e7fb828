//! Authors' files, as written. `docs/CONTENT.md` describes them.

mod files;
mod language;

pub use files::{AuthorError, Sources, TermEn};

pub(crate) use language::LanguageFile;
