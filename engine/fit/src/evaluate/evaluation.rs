//! All figures on one model.

use serde::{Deserialize, Serialize};

use super::cross_validate::check;
use super::{CrossValidation, EvaluateError};
use crate::Dataset;
use crate::metrics::{
    BiasByThird, Bin, GroupScore, Intervals, accuracy, auc, bias, bias_by_group, bias_by_third,
    bootstrap, calibration, ece, later_attempts, log_loss, one_class, rmse,
};

/// What `trellis model evaluate --json` prints. Figures are on the pooled predictions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    pub model: String,
    pub responses: usize,
    /// With at least one response.
    pub students: usize,
    pub folds: usize,
    pub seed: u64,
    /// Wall time, set by whoever has a clock.
    pub seconds: Option<f64>,
    pub auc: f64,
    pub rmse: f64,
    /// In nats, clipped at [`LOG_LOSS_CLIP`](crate::metrics::LOG_LOSS_CLIP).
    pub log_loss: f64,
    /// Share of answers on the predicted side of 0.5.
    pub accuracy: f64,
    /// On second and later attempts of a student at a skill; `None` when they are all of one class.
    pub auc_later_attempts: Option<f64>,
    /// How many such attempts there are.
    pub later_attempts: usize,
    /// Over 10 equally wide bins.
    pub ece: f64,
    /// Mean prediction less share of right answers.
    pub bias: f64,
    pub bias_by_third: BiasByThird,
    /// Empty without a group column.
    pub bias_by_group: Vec<GroupScore>,
    /// 95 %, students resampled; `None` when no resamples were asked for.
    pub intervals: Option<Intervals>,
    pub calibration: Vec<Bin>,
}

/// Judges predictions, one for each response, wherever they come from.
pub fn judge(
    dataset: &Dataset,
    predicted: &[f64],
    model: &str,
    options: &CrossValidation,
) -> Result<Evaluation, EvaluateError> {
    if let Some(right) = one_class(dataset) {
        return Err(EvaluateError::OneClass { right });
    }
    check(dataset, predicted, model)?;
    let actual: Vec<bool> = dataset.responses.iter().map(|r| r.correct).collect();
    let later = later_attempts(dataset);
    let of_later = actual.iter().zip(predicted).zip(&later);
    let (later_actual, later_predicted): (Vec<bool>, Vec<f64>) = of_later
        .filter(|(_, later)| **later)
        .map(|((actual, predicted), _)| (*actual, *predicted))
        .unzip();
    // every figure is defined on probabilities for answers of both classes
    let defined = |figure: Option<f64>| figure.ok_or(EvaluateError::NoResponses);
    Ok(Evaluation {
        model: model.to_owned(),
        responses: actual.len(),
        students: dataset.by_student().count(),
        folds: options.folds,
        seed: options.seed,
        seconds: None,
        auc: defined(auc(&actual, predicted))?,
        rmse: defined(rmse(&actual, predicted))?,
        log_loss: defined(log_loss(&actual, predicted))?,
        accuracy: defined(accuracy(&actual, predicted))?,
        auc_later_attempts: auc(&later_actual, &later_predicted),
        later_attempts: later_actual.len(),
        ece: defined(ece(&actual, predicted))?,
        bias: defined(bias(&actual, predicted))?,
        bias_by_third: bias_by_third(dataset, predicted),
        bias_by_group: bias_by_group(dataset, predicted),
        intervals: (options.resamples > 0)
            .then(|| bootstrap(dataset, predicted, options.seed, options.resamples)),
        calibration: calibration(&actual, predicted),
    })
}
