//! The model in force: the parameters with which answers are read from now on.
//!
//! They are the content's own until a person adopts a fitted file (`trellis model adopt`). A
//! response keeps what it was scored with, so that a new version changes nothing of the past unless
//! it is asked to ([ADR 6](../../../docs/adr/0006-ability-and-adoption.md)).

mod adoption;
mod change;
mod dataset;
mod fitting;
mod in_force;
pub mod replay;
mod verify;

pub use adoption::{Adoption, Refused, Report, Signed, Target, name};
pub use change::{Change, LargestMove, SkillChange};
pub use dataset::{DatasetBuilder, ExportedResponse, Pseudonyms, dataset, group_of};
pub use fitting::fit_default;
pub use in_force::{BrokenModel, Model};
pub use verify::{Verification, verify};
