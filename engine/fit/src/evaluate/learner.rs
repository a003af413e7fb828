//! What a model must do to be judged.

use std::error::Error;

use crate::Dataset;

/// Fits a model on some students.
pub trait Learner: Sync {
    /// As it stands in reports: `bkt`, `ability`.
    fn name(&self) -> &str;

    /// `train` has the names and numbers of the whole data set but only some students' responses:
    /// a skill or item may have none.
    fn fit(&self, train: &Dataset) -> Result<Box<dyn Predictor>, FitError>;
}

/// A fitted model.
pub trait Predictor {
    /// P(right) of each response in `test`, which numbers students, skills and items as the training
    /// data did. A prediction may use the student's responses before it and none after; and never
    /// its own answer.
    fn predict(&self, test: &Dataset) -> Vec<f64>;
}

/// Why a model could not be fitted, in the words of that model.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct FitError(Box<dyn Error + Send + Sync>);

impl FitError {
    /// From an error or from words.
    pub fn new(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(why.into())
    }
}
