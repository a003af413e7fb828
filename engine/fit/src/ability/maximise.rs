//! The M-step of one skill: counts with their priors, and a Newton step for each line.

use engine::SkillParams;

use super::expect::{Counts, Line};
use super::options::{BetaPrior, NormalPrior, Priors};

/// Guess and slip at ability = difficulty stay at or under one half, and not both there.
const GUESS_LOGIT_MAX: f64 = 0.0;
const RIGHT_LOGIT_MIN: f64 = 0.02;
const LOGIT_BOUND: f64 = 7.0;
const SLOPE_MAX: f64 = 4.0;
/// A Newton step on few responses may point far off: it is cut to this.
const STEP_MAX: f64 = 1.0;
const PROBABILITY_MIN: f64 = 1e-6;
const LEARN_MAX: f64 = 0.99;
const FORGET_MAX: f64 = 0.5;

/// Whether forgetting is fitted, and on which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forgetting {
    None,
    PerOpportunity,
    PerDay,
}

/// The parameters that the counts speak for.
pub(crate) fn maximise(
    params: &SkillParams,
    counts: &Counts,
    priors: &Priors,
    forgetting: Forgetting,
) -> SkillParams {
    let within = |p: f64, high: f64| p.clamp(PROBABILITY_MIN, high);
    let share = |tally: super::expect::Tally, prior: BetaPrior, otherwise: f64| {
        prior
            .shrink(tally.successes, tally.trials)
            .unwrap_or(otherwise)
    };
    let (guess, guess_slope) = step(
        logit(params.guess),
        params.guess_slope,
        &counts.guess,
        [priors.guess, priors.slope],
    );
    let (right, slip_slope) = step(
        logit(1.0 - params.slip),
        params.slip_slope,
        &counts.right,
        [priors.right, priors.slope],
    );
    SkillParams {
        prior: within(
            share(counts.known, priors.known, params.prior),
            1.0 - PROBABILITY_MIN,
        ),
        learn: within(share(counts.learn, priors.learn, params.learn), LEARN_MAX),
        guess: logistic(guess.clamp(-LOGIT_BOUND, GUESS_LOGIT_MAX)),
        slip: logistic(-right.clamp(RIGHT_LOGIT_MIN, LOGIT_BOUND)),
        forget: if forgetting == Forgetting::PerOpportunity {
            within(
                share(counts.forget, priors.forget, params.forget),
                FORGET_MAX,
            )
        } else {
            0.0
        },
        forget_daily: if forgetting == Forgetting::PerDay {
            let daily = share(
                counts.forget_daily,
                priors.forget_daily,
                params.forget_daily,
            );
            within(daily, FORGET_MAX)
        } else {
            0.0
        },
        guess_slope,
        slip_slope,
    }
}

/// Minus the penalty of the priors, in nats; what EM climbs is the log-likelihood plus this.
pub(crate) fn log_prior(params: &SkillParams, priors: &Priors, forgetting: Forgetting) -> f64 {
    let beta = |p: f64, prior: BetaPrior| {
        prior.strength * (prior.mean * p.ln() + (1.0 - prior.mean) * (-p).ln_1p())
    };
    let normal = |x: f64, prior: NormalPrior| -0.5 * prior.precision * (x - prior.mean).powi(2);
    let forget = match forgetting {
        Forgetting::None => 0.0,
        Forgetting::PerOpportunity => beta(params.forget, priors.forget),
        Forgetting::PerDay => beta(params.forget_daily, priors.forget_daily),
    };
    beta(params.prior, priors.known)
        + beta(params.learn, priors.learn)
        + forget
        + normal(logit(params.guess), priors.guess)
        + normal(logit(1.0 - params.slip), priors.right)
        + normal(params.guess_slope, priors.slope)
        + normal(params.slip_slope, priors.slope)
}

/// One Newton (Fisher scoring) step of a line under its priors, cut to a trust region.
fn step(a: f64, b: f64, line: &Line, priors: [NormalPrior; 2]) -> (f64, f64) {
    let gradient = [
        line.gradient[0] - (a - priors[0].mean) * priors[0].precision,
        line.gradient[1] - (b - priors[1].mean) * priors[1].precision,
    ];
    let aa = line.information[0] + priors[0].precision;
    let ab = line.information[1];
    let bb = line.information[2] + priors[1].precision;
    let determinant = aa * bb - ab * ab;
    if determinant <= 0.0 {
        return (a, b);
    }
    let cut = |step: f64| step.clamp(-STEP_MAX, STEP_MAX);
    let by_a = (bb * gradient[0] - ab * gradient[1]) / determinant;
    let by_b = (aa * gradient[1] - ab * gradient[0]) / determinant;
    (a + cut(by_a), (b + cut(by_b)).clamp(0.0, SLOPE_MAX))
}

pub(crate) fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
