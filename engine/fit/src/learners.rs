//! The two models, as cross-validation wants them.

use crate::ability::{AbilityFit, AbilityOptions, fit_ability, predict_ability};
use crate::evaluate::{FitError, Learner, Predictor};
use crate::{BktParams, Dataset, FitOptions, fit_bkt, predict_all};

/// Plain BKT.
#[derive(Clone, Debug, Default)]
pub struct BktLearner(pub FitOptions);

/// BKT with ability and difficulty.
#[derive(Clone, Debug, Default)]
pub struct AbilityLearner(pub AbilityOptions);

impl Learner for BktLearner {
    fn name(&self) -> &'static str {
        "bkt"
    }

    fn fit(&self, train: &Dataset) -> Result<Box<dyn Predictor>, FitError> {
        let fit = fit_bkt(train, &self.0, None).map_err(FitError::new)?;
        Ok(Box::new(Plain(fit.params())))
    }
}

impl Learner for AbilityLearner {
    fn name(&self) -> &'static str {
        "ability"
    }

    fn fit(&self, train: &Dataset) -> Result<Box<dyn Predictor>, FitError> {
        let fit = fit_ability(train, &self.0, &|_, _| ()).map_err(FitError::new)?;
        Ok(Box::new(fit))
    }
}

struct Plain(Vec<BktParams>);

impl Predictor for Plain {
    fn predict(&self, test: &Dataset) -> Vec<f64> {
        predict_all(test, &self.0)
    }
}

impl Predictor for AbilityFit {
    fn predict(&self, test: &Dataset) -> Vec<f64> {
        predict_ability(test, self)
    }
}
