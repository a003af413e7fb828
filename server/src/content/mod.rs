//! The content in force: what comes with the program, what the district adds, and every version that
//! was ever live.

mod archive;
mod import;
mod library;
mod overlay;
mod packs;

pub use archive::{Changed, keep_embedded, version_of};
pub use import::{ImportCounts, ImportPlan, plan_import};
pub use library::{Content, Library, with_prerequisites};
pub use overlay::{ContentError, bank_of};
pub use packs::Pack;
