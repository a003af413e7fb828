//! The parameters of plain BKT, their bounds and their priors.

/// Parameters of one skill (Corbett & Anderson 1995), each a probability in [0, 1].
///
/// What [`crate::fit_bkt`] returns always lies strictly between 0 and 1, except `forget`, which is
/// exactly 0 unless forgetting was asked for. The filter accepts exact 0 and 1 as well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BktParams {
    /// P(known) before the first opportunity.
    pub prior: f64,
    /// P(known after | not known before), per opportunity.
    pub learn: f64,
    /// P(right | not known).
    pub guess: f64,
    /// P(wrong | known).
    pub slip: f64,
    /// P(not known after | known before), per opportunity (not per day).
    pub forget: f64,
}

impl BktParams {
    /// Means of the Beta priors, and what a skill without data gets (`shared/ENGINE.md` 4.2).
    /// `forget` is for models that forget; without forgetting it counts as 0.
    pub const PRIOR_MEANS: Self = Self {
        prior: 0.4,
        learn: 0.15,
        guess: 0.2,
        slip: 0.1,
        forget: 0.02,
    };

    /// The prior means, with `forget` 0 where the model does not forget.
    pub(super) fn fallback(forget: bool) -> Self {
        Self {
            forget: if forget {
                Self::PRIOR_MEANS.forget
            } else {
                0.0
            },
            ..Self::PRIOR_MEANS
        }
    }

    /// Whether a right answer lowers mastery (1 - slip < guess): the labels mean the opposite.
    pub fn is_inverted(&self) -> bool {
        1.0 - self.slip < self.guess
    }

    /// The same model with the names of the two hidden states exchanged. Without forgetting it is
    /// the same model only when `learn` is 0.
    pub(super) fn relabelled(&self) -> Self {
        Self {
            prior: 1.0 - self.prior,
            learn: self.forget,
            guess: 1.0 - self.slip,
            slip: 1.0 - self.guess,
            forget: self.learn,
        }
    }

    pub(super) fn to_array(self) -> [f64; 5] {
        [self.prior, self.learn, self.guess, self.slip, self.forget]
    }

    pub(super) fn from_array([prior, learn, guess, slip, forget]: [f64; 5]) -> Self {
        Self {
            prior,
            learn,
            guess,
            slip,
            forget,
        }
    }
}

/// Pseudo-responses behind each Beta prior (`shared/ENGINE.md` 4.2): the density is
/// proportional to x^(S m) (1 - x)^(S (1 - m)) for mean m and strength S, so that its mode, which
/// is what a MAP step returns without data, is m. Half the 10 measured there: it predicts unseen
/// students of ct better (AUC .7002 against .6987, mean of six fold seeds) and of assist2015 alike.
const PRIOR_STRENGTH: f64 = 5.0;

/// Nearest that a fitted parameter comes to 0 or 1. Every response then keeps a positive
/// probability, and a million responses at the bound cost a millionth of a nat.
pub(super) const EDGE: f64 = 1e-12;

/// What a fit maximises and where: the plain likelihood on the open unit cube, or the likelihood
/// times Beta priors within g, s <= 0.5.
#[derive(Clone, Copy, Debug)]
pub(super) struct Objective {
    pub forget: bool,
    pub priors: bool,
}

impl Objective {
    /// Largest admissible value of each parameter, in the order of [`BktParams::to_array`].
    fn upper(self) -> [f64; 5] {
        let free = 1.0 - EDGE;
        if self.priors {
            // Not both one half (ENGINE.md 6): the two states would be the same state.
            [free, free, 0.5, 0.499, free]
        } else {
            [free; 5]
        }
    }

    /// Nearest admissible point.
    pub fn clamp(self, params: BktParams) -> BktParams {
        let upper = self.upper();
        let mut values = params.to_array();
        for (value, upper) in values.iter_mut().zip(upper) {
            *value = value.clamp(EDGE, upper);
        }
        if !self.forget {
            values[4] = 0.0;
        }
        BktParams::from_array(values)
    }

    /// Maximum of `yes ln x + no ln(1 - x)` plus the prior of parameter `which`, before the
    /// bounds. `None` when nothing speaks about the parameter.
    pub fn maximum(self, which: usize, yes: f64, total: f64) -> Option<f64> {
        let (mut yes, mut total) = (yes, total);
        if self.priors {
            yes += PRIOR_STRENGTH * BktParams::PRIOR_MEANS.to_array()[which];
            total += PRIOR_STRENGTH;
        }
        (total > 0.0).then(|| yes / total)
    }

    /// Logarithm of the prior density up to a constant, in nats; 0 without priors.
    pub fn log_prior(self, params: &BktParams) -> f64 {
        if !self.priors {
            return 0.0;
        }
        let used = if self.forget { 5 } else { 4 };
        let means = BktParams::PRIOR_MEANS.to_array();
        let terms = params.to_array().into_iter().zip(means).take(used);
        terms
            .map(|(x, mean)| PRIOR_STRENGTH * (mean * x.ln() + (1.0 - mean) * (1.0 - x).ln()))
            .sum()
    }
}
