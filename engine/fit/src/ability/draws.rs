//! Parameters that the data could as well have led to: what an interval of mastery is made of.

use engine::SkillParams;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use statrs::distribution::{Beta, ContinuousCDF, Exp};

use super::expect::{View, expect};
use super::maximise::{Forgetting, maximise};
use super::options::Priors;

/// EM steps from the fitted point: enough to follow the weights, not to settle anew.
const STEPS: usize = 8;

/// What refitting a skill needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refit<'a> {
    pub priors: &'a Priors,
    pub forgetting: Forgetting,
    pub students: usize,
}

/// The Bayesian bootstrap (Rubin 1981): each draw weighs every student anew, with weights from an
/// exponential distribution, and refits the skill from where the fit stands.
pub(crate) fn bootstrap(
    view: &View<'_>,
    refit: &Refit<'_>,
    draws: usize,
    seed: u64,
) -> Vec<SkillParams> {
    let Ok(unit) = Exp::new(1.0) else {
        return Vec::new();
    };
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut weights = vec![0.0; refit.students];
    (0..draws)
        .map(|_| {
            for weight in &mut weights {
                *weight = unit.inverse_cdf(rng.random::<f64>());
            }
            let mut params = *view.params;
            for _ in 0..STEPS {
                let counts = expect(&View {
                    params: &params,
                    weights: Some(&weights),
                    ..*view
                });
                params = maximise(&params, &counts, refit.priors, refit.forgetting);
            }
            params
        })
        .collect()
}

/// For a skill that nobody has answered yet: draws from Beta densities about the author's values,
/// worth `strength` responses each.
pub fn prior_draws(
    params: &SkillParams,
    strength: f64,
    draws: usize,
    seed: u64,
) -> Vec<SkillParams> {
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut about = |mean: f64, high: f64| {
        let at: f64 = rng.random();
        if mean <= 0.0 {
            return mean;
        }
        Beta::new(mean * strength, (1.0 - mean) * strength)
            .map_or(mean, |beta| beta.inverse_cdf(at))
            .clamp(1e-6, high)
    };
    (0..draws)
        .map(|_| SkillParams {
            prior: about(params.prior, 1.0 - 1e-6),
            learn: about(params.learn, 0.99),
            guess: about(params.guess, 0.49),
            slip: about(params.slip, 0.49),
            forget: about(params.forget, 0.5),
            forget_daily: about(params.forget_daily, 0.5),
            ..*params
        })
        .collect()
}
