//! What plain BKT predicts, response by response; and the likelihood, computed the long way.

use super::params::BktParams;
use crate::dataset::Dataset;

/// Odds of knowing, L / (1 - L), after which nothing is more certain (`shared/ENGINE.md` 6).
const CERTAIN: f64 = 1e15;

/// The odds-form filter of one student on one skill.
///
/// Repeated wrong answers lead to o* = T / (1 - T - s / (1 - g)) when s / (1 - g) < 1 - T, without
/// forgetting: a wrong answer raises mastery whenever the odds are below o*. That is right: the
/// opportunity to learn outweighs the evidence.
#[derive(Clone, Copy, Debug)]
struct Filter<'a> {
    params: &'a BktParams,
    odds: f64,
}

impl<'a> Filter<'a> {
    fn new(params: &'a BktParams) -> Self {
        Self {
            params,
            odds: saturated(params.prior, 1.0 - params.prior),
        }
    }

    /// P(right) of the next response, and 0 to 1 whatever the parameters.
    fn predict(&self) -> f64 {
        (self.odds * (1.0 - self.params.slip) + self.params.guess) / (self.odds + 1.0)
    }

    /// Weighs the response, then lets one opportunity pass.
    fn observe(&mut self, right: bool) {
        let BktParams {
            learn,
            guess,
            slip,
            forget,
            ..
        } = *self.params;
        let (known, unknown) = if right {
            (1.0 - slip, guess)
        } else {
            (slip, 1.0 - guess)
        };
        let joint = self.odds * known;
        // Where the response is impossible in both states, it says nothing.
        if joint > 0.0 || unknown > 0.0 {
            self.odds = saturated(joint, unknown);
        }
        self.odds = saturated(
            self.odds * (1.0 - forget) + learn,
            self.odds * forget + (1.0 - learn),
        );
    }
}

/// A ratio of numbers that are not both 0.
fn saturated(numerator: f64, denominator: f64) -> f64 {
    (numerator / denominator).min(CERTAIN)
}

/// P(right) before each response of one student's sequence on one skill.
///
/// Parameters may be exactly 0 or 1: the predictions are never NaN.
pub fn forward(params: &BktParams, sequence: &[bool]) -> Vec<f64> {
    let mut filter = Filter::new(params);
    sequence
        .iter()
        .map(|&right| {
            let p = filter.predict();
            filter.observe(right);
            p
        })
        .collect()
}

/// P(right) before each response, aligned with `dataset.responses`: one independent filter per
/// student and skill. `params` in the order of `dataset.skills`.
pub fn predict_all(dataset: &Dataset, params: &[BktParams]) -> Vec<f64> {
    let mut filters: Vec<Option<Filter<'_>>> = vec![None; params.len()];
    let mut predictions = Vec::with_capacity(dataset.responses.len());
    for student in dataset.by_student() {
        for response in student {
            let skill = response.skill as usize;
            let filter = filters[skill].get_or_insert_with(|| Filter::new(&params[skill]));
            predictions.push(filter.predict());
            filter.observe(response.correct);
        }
        for response in student {
            filters[response.skill as usize] = None;
        }
    }
    predictions
}

/// Log-likelihood of all responses in nats, `params` in the order of `dataset.skills`: the plain
/// forward algorithm on each sequence, sharing nothing with the fit, so that a fit can be checked.
/// Minus infinity where a response has probability 0.
pub fn log_likelihood(dataset: &Dataset, params: &[BktParams]) -> f64 {
    let mut total = 0.0;
    let mut beliefs: Vec<Option<[f64; 2]>> = vec![None; params.len()];
    for student in dataset.by_student() {
        for response in student {
            let p = &params[response.skill as usize];
            let belief = &mut beliefs[response.skill as usize];
            let [unknown, known] = belief.unwrap_or([1.0 - p.prior, p.prior]);
            let (unknown, known) = if response.correct {
                (unknown * p.guess, known * (1.0 - p.slip))
            } else {
                (unknown * (1.0 - p.guess), known * p.slip)
            };
            let probability = unknown + known;
            if probability <= 0.0 {
                return f64::NEG_INFINITY;
            }
            total += probability.ln();
            let (unknown, known) = (unknown / probability, known / probability);
            *belief = Some([
                unknown * (1.0 - p.learn) + known * p.forget,
                unknown * p.learn + known * (1.0 - p.forget),
            ]);
        }
        for response in student {
            beliefs[response.skill as usize] = None;
        }
    }
    total
}
