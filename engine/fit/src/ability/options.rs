//! What can be set about a fit.

use engine::AbilityPrior;

/// How `AbilityBkt` is fitted. The defaults are those of every figure in `docs/ENGINE.md`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbilityOptions {
    /// Fit forgetting: per day where the data has days, else per opportunity. Without it both are 0.
    pub forget: bool,
    /// Beta and normal priors on the parameters. Without them only the bounds hold.
    pub priors: bool,
    /// Passes over abilities; each is followed by `INNER` steps of EM with abilities held fixed.
    pub passes: usize,
    /// `None`: found by the likelihood of predictions.
    pub ability: Option<AbilityPrior>,
    /// Threads of a pool of its own; `None` is the pool that it is called in.
    pub threads: Option<usize>,
    /// Parameter draws for intervals, for each skill.
    pub draws: usize,
    pub seed: u64,
}

impl Default for AbilityOptions {
    fn default() -> Self {
        Self {
            forget: true,
            priors: true,
            passes: 12,
            ability: None,
            threads: None,
            draws: 0,
            seed: 1,
        }
    }
}

/// EM steps between two passes over the abilities.
pub(crate) const INNER: usize = 3;

/// Beta priors, as mean and strength in pseudo-observations (`shared/ENGINE.md` section 4.2).
#[derive(Clone, Copy, Debug)]
pub(crate) struct BetaPrior {
    pub mean: f64,
    pub strength: f64,
}

impl BetaPrior {
    /// The mode of a Beta posterior in the sense of added counts: (successes + mean * strength) /
    /// (trials + strength).
    pub fn shrink(self, successes: f64, trials: f64) -> Option<f64> {
        let total = trials + self.strength;
        (total > 0.0).then(|| (successes + self.mean * self.strength) / total)
    }
}

/// Normal prior of one coefficient.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NormalPrior {
    pub mean: f64,
    /// 1 / variance; 0 is no prior.
    pub precision: f64,
}

/// All priors of a fit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Priors {
    pub known: BetaPrior,
    pub learn: BetaPrior,
    pub forget: BetaPrior,
    pub forget_daily: BetaPrior,
    /// Of the logit of the guess, at ability = difficulty.
    pub guess: NormalPrior,
    /// Of the logit of not slipping.
    pub right: NormalPrior,
    /// Of either slope. Public data pulls slopes to 1 to 2; a mean over 1 lets abilities act more
    /// strongly, which costs little accuracy and halves what the weakest third is over-predicted by.
    pub slope: NormalPrior,
}

impl Priors {
    pub fn of(options: &AbilityOptions) -> Self {
        let beta = |mean, strength| BetaPrior {
            mean,
            strength: if options.priors { strength } else { 0.0 },
        };
        let normal = |mean, precision: f64| NormalPrior {
            mean,
            // A slope and an intercept on separable data run away without any prior at all.
            precision: if options.priors { precision } else { 1e-3 },
        };
        Self {
            known: beta(0.4, 10.0),
            learn: beta(0.15, 10.0),
            forget: beta(0.02, 10.0),
            forget_daily: beta(0.004, 50.0),
            guess: normal(-1.1, 1.0),
            right: normal(2.0, 1.0),
            slope: normal(1.5, 16.0),
        }
    }
}
