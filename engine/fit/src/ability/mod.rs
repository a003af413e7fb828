//! Fitting `AbilityBkt`: a hidden state for each skill, seen through a guess and a slip that are
//! logistic in the student's ability less the item's difficulty.

mod draws;
mod expect;
mod fit;
mod maximise;
mod online;
mod options;
mod skill;
mod skill_data;
#[cfg(test)]
mod tests;
mod tune;

pub use draws::prior_draws;
pub use fit::{AbilityFit, AbilityFitError, FittedItem, FittedSkill, fit_ability};
pub use online::predict_ability;
pub use options::AbilityOptions;
