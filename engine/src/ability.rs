//! How able a student is across skills, learned from every answer.
//!
//! One number a student, on the logit scale on which an item's difficulty stands too. It shifts how
//! likely the student is to guess or to slip; what a skill's estimate says is then about the skill
//! and not about the student. The estimate is a normal density, moved by each answer as a Kalman
//! filter moves it: one Fisher scoring step on the log-likelihood of the answer (Glickman 1999 does
//! so for ratings; Pelánek 2016 for learners).

use serde::{Deserialize, Serialize};

/// What is known of one student's ability: mean and variance, in logits. 0 is the typical student.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ability {
    pub mean: f64,
    pub variance: f64,
}

wire_read::object!(Ability { mean, variance });

/// Abilities of students before they are met, and how quickly they change. Fitted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AbilityPrior {
    /// Of ability among students, in squared logits.
    pub variance: f64,
    /// Added to the variance at each answer: what was learned long ago counts less.
    pub drift: f64,
}

wire_read::object!(AbilityPrior { variance, drift });

impl Default for AbilityPrior {
    /// Typical of fits on public data (`cargo xtask bench engine`).
    fn default() -> Self {
        Self {
            variance: 0.8,
            drift: 0.004,
        }
    }
}

/// Beyond this an ability says nothing more, and the exponential stays finite.
const BOUND: f64 = 6.0;

impl Ability {
    pub fn new(prior: &AbilityPrior) -> Self {
        Self {
            mean: 0.0,
            variance: prior.variance,
        }
    }

    /// Folds one answer in. `predicted` is P(right) and `rise` its derivative by ability.
    pub fn observe(&mut self, prior: &AbilityPrior, correct: bool, predicted: f64, rise: f64) {
        let spread = predicted * (1.0 - predicted);
        if spread <= 0.0 || rise == 0.0 {
            return;
        }
        let variance = self.variance + prior.drift;
        // One division for both: information is rise^2 / spread, and the gain follows from it.
        let gain = variance / (spread + variance * rise * rise);
        let outcome = if correct { 1.0 } else { 0.0 };
        let step = gain * rise * (outcome - predicted);
        self.variance = gain * spread;
        self.mean = (self.mean + step).clamp(-BOUND, BOUND);
    }
}
