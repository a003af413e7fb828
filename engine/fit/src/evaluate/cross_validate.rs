//! Predictions for students whom the model has not seen.

use rayon::prelude::*;

use super::evaluation::judge;
use super::{EvaluateError, Evaluation, Learner, folds_by_student};
use crate::Dataset;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrossValidation {
    pub folds: usize,
    pub seed: u64,
    /// For the intervals; 0 leaves them out.
    pub resamples: usize,
}

impl Default for CrossValidation {
    fn default() -> Self {
        Self {
            folds: 5,
            seed: 42,
            resamples: 200,
        }
    }
}

/// For each response of a data set what was predicted, and the fold that was kept apart then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutOfFold {
    pub predicted: Vec<f64>,
    /// From 0.
    pub fold: Vec<usize>,
}

/// Fits as many models as there are folds, each without the students of one, and judges the
/// predictions for all students together.
///
/// Figures are taken over the pooled predictions and not averaged over folds. Folds run in parallel
/// on the current rayon pool; the result is the same on any number of threads.
pub fn cross_validate(
    dataset: &Dataset,
    learner: &dyn Learner,
    options: &CrossValidation,
) -> Result<(Evaluation, OutOfFold), EvaluateError> {
    if let Some(right) = crate::metrics::one_class(dataset) {
        return Err(EvaluateError::OneClass { right });
    }
    let out = out_of_fold(dataset, learner, options.folds, options.seed)?;
    let evaluation = judge(dataset, &out.predicted, learner.name(), options)?;
    Ok((evaluation, out))
}

/// The predictions alone.
pub fn out_of_fold(
    dataset: &Dataset,
    learner: &dyn Learner,
    folds: usize,
    seed: u64,
) -> Result<OutOfFold, EvaluateError> {
    let fold_of = folds_by_student(dataset, folds, seed)?;
    let fold: Vec<usize> = dataset
        .responses
        .iter()
        .map(|response| fold_of[response.student as usize])
        .collect();
    let parts: Vec<Vec<f64>> = (0..folds)
        .into_par_iter()
        .map(|apart| {
            let train = part(dataset, &fold, |of| of != apart);
            let test = part(dataset, &fold, |of| of == apart);
            let model = learner.fit(&train).map_err(|why| EvaluateError::Fit {
                model: learner.name().to_owned(),
                fold: apart + 1,
                why,
            })?;
            let predicted = model.predict(&test);
            check(&test, &predicted, learner.name())?;
            Ok(predicted)
        })
        .collect::<Result<_, EvaluateError>>()?;
    let mut parts: Vec<_> = parts.into_iter().map(Vec::into_iter).collect();
    let predicted = fold
        .iter()
        .filter_map(|apart| parts[*apart].next())
        .collect();
    Ok(OutOfFold { predicted, fold })
}

/// Some of the responses, with all of the names.
fn part(dataset: &Dataset, fold: &[usize], keep: impl Fn(usize) -> bool) -> Dataset {
    let kept = dataset.responses.iter().zip(fold);
    Dataset {
        responses: kept
            .filter(|(_, of)| keep(**of))
            .map(|(response, _)| *response)
            .collect(),
        students: dataset.students.clone(),
        skills: dataset.skills.clone(),
        items: dataset.items.clone(),
        groups: dataset.groups.clone(),
    }
}

/// That there is a probability for every response.
pub(super) fn check(
    dataset: &Dataset,
    predicted: &[f64],
    model: &str,
) -> Result<(), EvaluateError> {
    let model = model.to_owned();
    let (found, expected) = (predicted.len(), dataset.responses.len());
    if found != expected {
        return Err(EvaluateError::Count {
            model,
            found,
            expected,
        });
    }
    let wrong = predicted.iter().position(|p| !(0.0..=1.0).contains(p));
    match wrong {
        None => Ok(()),
        Some(at) => {
            let response = &dataset.responses[at];
            Err(EvaluateError::NotAProbability {
                model,
                value: predicted[at],
                student: dataset.students[response.student as usize].clone(),
                skill: dataset.skills[response.skill as usize].clone(),
            })
        }
    }
}
