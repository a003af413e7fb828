//! Authors' files, as written. `docs/CONTENT.md` describes them.

mod english;
mod files;
mod language;

pub use files::{AuthorError, Sources};
