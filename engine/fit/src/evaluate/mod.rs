//! Judging a model on students that it was not fitted on.

mod cross_validate;
mod error;
mod evaluation;
mod folds;
mod learner;
mod predictions;
#[cfg(test)]
mod tests;

pub use cross_validate::{CrossValidation, OutOfFold, cross_validate, out_of_fold};
pub use error::EvaluateError;
pub use evaluation::{Evaluation, judge};
pub use folds::folds_by_student;
pub use learner::{FitError, Learner, Predictor};
pub use predictions::write_predictions;
