//! OATutor's content layout (CAHLR, UC Berkeley) as item templates of ours.
//!
//! Architecture invariants:
//! - reads a folder and writes nothing; what to do with the result is the caller's;
//! - nothing comes through that our own checker has not judged: each right answer right, each wrong
//!   choice wrong;
//! - whatever stays behind is named, with its reason.

mod answer;
mod convert;
mod formula;
mod hints;
mod import;
mod json;
mod license;
mod names;
mod number;
mod pool;
mod reason;
mod report;
mod skills;
mod source;
mod spelled;
mod text;
mod vary;
mod verify;

pub use import::{ImportError, ImportOptions, import};
pub use json::ReadError;
pub use reason::Reason;
pub use report::{Attribution, AttributionRow, HeldBack, Import, ImportedProblem, Report};
pub use skills::DOMAIN;
