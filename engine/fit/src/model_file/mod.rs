//! The file that `trellis model fit` writes and `evaluate` and `adopt` read.

mod check;
mod error;
mod file;
mod fitted;
mod from_fit;
#[cfg(test)]
mod tests;

pub use error::ModelFileError;
pub use file::{AbilityModel, FORMAT, ForgetPer, ItemModel, ModelFile, ModelKind, SkillModel};
pub use fitted::{Fitted, Source};
