//! The filter in odds form: o = P(known) / (1 - P(known)).
//!
//! Corbett & Anderson (1995), eqs. 1-3, rewritten in odds so that an update is a multiply-add and
//! a divide (`shared/ENGINE.md` section 6): no exponential, no logarithm, the same bits everywhere.

use serde::{Deserialize, Serialize};

/// Odds are held below this, so that certainty can still be unlearned.
const ODDS_MAX: f64 = 1e15;

/// How an item turns knowledge into answers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Emission {
    /// P(right | unknown), in (0, 0.5].
    pub guess: f64,
    /// P(wrong | known), in (0, 0.5].
    pub slip: f64,
}

/// How far up the hint ladder a student had climbed before answering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Help {
    /// Hints seen; 0 is unaided.
    pub depth: u8,
    /// Rungs of the ladder; seeing the last shows the way to the answer.
    pub of: u8,
}

impl Help {
    pub fn unaided(self) -> bool {
        self.depth == 0
    }

    pub fn bottom_out(self) -> bool {
        self.depth > 0 && self.depth >= self.of
    }

    /// Share of the ladder seen, 0 to 1.
    pub fn share(self) -> f64 {
        if self.bottom_out() {
            return 1.0;
        }
        f64::from(self.depth) / f64::from(self.of.max(1))
    }
}

impl Emission {
    /// Help is evidence, not failure: each hint makes a right answer likelier without the skill.
    /// The guess rises in equal steps to 1 - slip at the last hint, where the answer says nothing
    /// any more, whichever way it goes.
    #[must_use]
    pub fn with_help(self, help: Help) -> Self {
        let share = help.share();
        if share == 0.0 {
            return self;
        }
        let ceiling = 1.0 - self.slip;
        Self {
            // the last hint leaves nothing to rounding
            guess: if share == 1.0 {
                ceiling
            } else {
                self.guess + (ceiling - self.guess) * share
            },
            slip: self.slip,
        }
    }

    /// P(answer | known) / P(answer | unknown).
    pub fn likelihood_ratio(self, correct: bool) -> f64 {
        if correct {
            (1.0 - self.slip) / self.guess
        } else {
            self.slip / (1.0 - self.guess)
        }
    }
}

/// P(right) before the answer is seen.
pub fn predict(odds: f64, emission: Emission) -> f64 {
    let known = to_probability(odds);
    known * (1.0 - emission.slip) + (1.0 - known) * emission.guess
}

/// Evidence: the odds times the likelihood ratio.
pub fn observe(odds: f64, ratio: f64) -> f64 {
    (odds * ratio).min(ODDS_MAX)
}

/// One chance to learn, and to forget: L' = L (1 - F) + (1 - L) T.
pub fn transition(odds: f64, learn: f64, forget: f64) -> f64 {
    ((odds * (1.0 - forget) + learn) / (odds * forget + (1.0 - learn))).min(ODDS_MAX)
}

/// `days` nights of forgetting: L' = L (1 - F)^days, the power by repeated squaring.
pub fn fade(odds: f64, forget_daily: f64, days: u32) -> f64 {
    let mut kept = 1.0;
    let mut factor = 1.0 - forget_daily;
    let mut left = days;
    while left > 0 {
        if left % 2 == 1 {
            kept *= factor;
        }
        factor *= factor;
        left /= 2;
    }
    let lost = 1.0 - kept;
    (odds * kept) / (odds * lost + 1.0)
}

/// P / (1 - P).
pub fn to_odds(probability: f64) -> f64 {
    probability / (1.0 - probability)
}

/// Odds / (1 + odds).
pub fn to_probability(odds: f64) -> f64 {
    odds / (odds + 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ITEM: Emission = Emission {
        guess: 0.2,
        slip: 0.1,
    };

    /// The textbook update in probabilities, to hold the odds form against.
    fn textbook(l: f64, e: Emission, correct: bool, t: f64, f: f64) -> f64 {
        let known = if correct { 1.0 - e.slip } else { e.slip };
        let unknown = if correct { e.guess } else { 1.0 - e.guess };
        let posterior = l * known / (l * known + (1.0 - l) * unknown);
        posterior * (1.0 - f) + (1.0 - posterior) * t
    }

    proptest! {
        #[test]
        fn odds_form_is_the_textbook_update(
            l in 0.001..0.999f64, g in 0.01..0.5f64, s in 0.01..0.49f64, t in 0.0..0.9f64,
            f in 0.0..0.5f64, correct: bool,
        ) {
            let e = Emission { guess: g, slip: s };
            let odds = transition(observe(to_odds(l), e.likelihood_ratio(correct)), t, f);
            prop_assert!((to_probability(odds) - textbook(l, e, correct, t, f)).abs() < 1e-12);
        }

        #[test]
        fn forgetting_is_a_power_of_days(l in 0.001..0.999f64, f in 0.0..0.5f64, days in 0u32..400) {
            let expected = l * (1.0 - f).powi(days as i32);
            prop_assert!((to_probability(fade(to_odds(l), f, days)) - expected).abs() < 1e-9);
        }

        #[test]
        fn a_right_answer_never_lowers_and_deeper_help_counts_less(
            l in 0.001..0.999f64, g in 0.01..0.5f64, s in 0.01..0.49f64, depth in 0u8..4,
        ) {
            let e = Emission { guess: g, slip: s };
            let at = |depth| e.with_help(Help { depth, of: 4 }).likelihood_ratio(true);
            prop_assert!(observe(to_odds(l), at(depth)) >= to_odds(l));
            prop_assert!(at(depth + 1) <= at(depth) + 1e-12);
        }
    }

    #[test]
    fn bottom_out_carries_no_evidence_either_way() {
        let bottom = ITEM.with_help(Help { depth: 3, of: 3 });
        assert!((bottom.likelihood_ratio(true) - 1.0).abs() < 1e-12);
        assert!((bottom.likelihood_ratio(false) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn repeated_wrong_answers_settle_at_the_fixed_point() {
        // ENGINE.md section 6: o* = T / (1 - T - s/(1-g)). Below it a wrong answer raises mastery.
        let (t, ratio) = (0.2, ITEM.likelihood_ratio(false));
        let fixed = t / (1.0 - t - ratio);
        let mut odds = 0.001;
        for _ in 0..60 {
            odds = transition(observe(odds, ratio), t, 0.0);
        }
        assert!((odds - fixed).abs() < 1e-9, "{odds} is not {fixed}");
    }

    #[test]
    fn certainty_can_be_unlearned() {
        let sure = (0..200).fold(1.0, |o, _| {
            transition(observe(o, ITEM.likelihood_ratio(true)), 0.1, 0.0)
        });
        assert!(sure.is_finite());
        let after = (0..40).fold(sure, |o, _| observe(o, ITEM.likelihood_ratio(false)));
        assert!(to_probability(after) < 0.5);
    }
}
