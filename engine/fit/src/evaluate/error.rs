//! Why a model cannot be judged.

use super::FitError;

#[derive(Debug, thiserror::Error)]
pub enum EvaluateError {
    #[error("there are no responses to judge a model by")]
    NoResponses,
    #[error(
        "every answer is {}, so AUC is not defined; evaluate on responses that are right and wrong",
        if *.right { "right" } else { "wrong" }
    )]
    OneClass { right: bool },
    #[error("{0} fold is no cross-validation; use at least 2")]
    TooFewFolds(usize),
    #[error(
        "{folds} folds need as many students, but there are {students}; use --folds {students}"
    )]
    TooFewStudents { folds: usize, students: usize },
    #[error("{folds} folds need as many students, but there is only {students}")]
    OneStudent { folds: usize, students: usize },
    #[error("{model} could not be fitted without fold {fold}: {why}")]
    Fit {
        model: String,
        /// From 1.
        fold: usize,
        #[source]
        why: FitError,
    },
    #[error(
        "{model} gave {found} predictions for {expected} responses; this is a defect of the model"
    )]
    Count {
        model: String,
        found: usize,
        expected: usize,
    },
    #[error(
        "{model} predicted {value} for student `{student}`, skill `{skill}`; a probability lies in 0..=1, so this is a defect of the model"
    )]
    NotAProbability {
        model: String,
        value: f64,
        student: String,
        skill: String,
    },
}
