//! What is known of a skill before a student is met.

use serde::{Deserialize, Serialize};
use wire_read::{Node, Read, Wrong};

use crate::Emission;

/// The model of one knowledge component.
///
/// With both slopes 0 it is plain Bayesian knowledge tracing, computed with `+ - * /` alone; with
/// slopes it is the same hidden state seen through a guess and a slip that depend on the student's
/// ability less the item's difficulty. `guess` and `slip` are those of a student and an open item
/// for which the two are equal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "RawParams")]
pub struct SkillParams {
    /// P(known) before the first opportunity.
    pub prior: f64,
    /// P(unknown becomes known) at one opportunity.
    pub learn: f64,
    /// P(right | unknown).
    pub guess: f64,
    /// P(wrong | known).
    pub slip: f64,
    /// P(known becomes unknown) at one opportunity.
    pub forget: f64,
    /// P(known becomes unknown) over one day without practice.
    pub forget_daily: f64,
    /// By how much a logit of ability raises the logit of guessing right; 0 is plain BKT.
    pub guess_slope: f64,
    /// By how much a logit of ability raises the logit of not slipping; 0 is plain BKT.
    pub slip_slope: f64,
}

#[derive(Deserialize)]
struct RawParams {
    prior: f64,
    learn: f64,
    guess: f64,
    slip: f64,
    #[serde(default)]
    forget: f64,
    #[serde(default)]
    forget_daily: f64,
    #[serde(default)]
    guess_slope: f64,
    #[serde(default)]
    slip_slope: f64,
}

/// Why a set of skill parameters cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum InvalidParams {
    #[error("{name} is {value}: it must lie in {low}..={high}")]
    OutOfRange {
        name: &'static str,
        value: f64,
        low: f64,
        high: f64,
    },
    #[error("guess {guess} + slip {slip} reach 1: a right answer would then lower the estimate")]
    Inverted { guess: f64, slip: f64 },
}

impl TryFrom<RawParams> for SkillParams {
    type Error = InvalidParams;

    fn try_from(raw: RawParams) -> Result<Self, InvalidParams> {
        Self {
            prior: raw.prior,
            learn: raw.learn,
            guess: raw.guess,
            slip: raw.slip,
            forget: raw.forget,
            forget_daily: raw.forget_daily,
            guess_slope: raw.guess_slope,
            slip_slope: raw.slip_slope,
        }
        .checked()
    }
}

wire_read::object!(RawParams {
    prior,
    learn,
    guess,
    slip,
    forget = default,
    forget_daily = default,
    guess_slope = default,
    slip_slope = default
});

impl Read for SkillParams {
    fn read(node: &Node, wrong: &mut Wrong) -> Self {
        RawParams::read(node, wrong).try_into().unwrap_or_else(|_| {
            wrong.expected("parameters within their ranges");
            Self::STAND_IN
        })
    }
}

impl SkillParams {
    /// Never used: what holds it is thrown away (`wire_read`).
    const STAND_IN: Self = Self {
        prior: 0.5,
        learn: 0.0,
        guess: 0.1,
        slip: 0.1,
        forget: 0.0,
        forget_daily: 0.0,
        guess_slope: 0.0,
        slip_slope: 0.0,
    };

    /// Plain BKT: nothing but the four parameters of Corbett & Anderson (1995).
    pub fn plain(prior: f64, learn: f64, guess: f64, slip: f64) -> Result<Self, InvalidParams> {
        Self {
            prior,
            learn,
            guess,
            slip,
            forget: 0.0,
            forget_daily: 0.0,
            guess_slope: 0.0,
            slip_slope: 0.0,
        }
        .checked()
    }

    /// Checks the bounds of `shared/ENGINE.md` section 6: guess and slip at most 0.5 and not both,
    /// prior and learn strictly inside (0, 1) so that the odds stay finite.
    pub fn checked(self) -> Result<Self, InvalidParams> {
        for (name, value, low, high) in [
            ("prior", self.prior, 1e-6, 1.0 - 1e-6),
            ("learn", self.learn, 0.0, 0.99),
            ("guess", self.guess, 1e-6, 0.5),
            ("slip", self.slip, 1e-6, 0.5),
            ("forget", self.forget, 0.0, 0.5),
            ("forget_daily", self.forget_daily, 0.0, 0.5),
            ("guess_slope", self.guess_slope, 0.0, 4.0),
            ("slip_slope", self.slip_slope, 0.0, 4.0),
        ] {
            // a NaN lies nowhere
            if !(low..=high).contains(&value) {
                return Err(InvalidParams::OutOfRange {
                    name,
                    value,
                    low,
                    high,
                });
            }
        }
        let Self { guess, slip, .. } = self;
        if guess + slip >= 1.0 {
            return Err(InvalidParams::Inverted { guess, slip });
        }
        Ok(self)
    }

    /// How this item turns knowledge into answers for a student of this ability.
    pub fn emission(&self, ability: f64, item: &ItemParams) -> Emission {
        let gap = ability - item.difficulty;
        let slip = shifted(self.slip, 1.0 - self.slip, -self.slip_slope, gap);
        let open = shifted(self.guess, 1.0 - self.guess, self.guess_slope, gap);
        let guess = item.chance + (1.0 - item.chance) * open;
        // A right answer never speaks against knowing, however the two lines cross.
        Emission {
            guess: guess.min(1.0 - slip),
            slip,
        }
    }

    /// The derivatives of P(right | unknown) and P(right | known) by ability, at an emission of
    /// [`Self::emission`].
    pub fn rise(&self, emission: Emission, item: &ItemParams) -> (f64, f64) {
        let Emission { guess, slip } = emission;
        let known = self.slip_slope * slip * (1.0 - slip);
        if guess >= 1.0 - slip {
            return (known, known);
        }
        let open = (guess - item.chance) / (1.0 - item.chance);
        (self.guess_slope * (1.0 - guess) * open, known)
    }
}

/// P with its logit raised by `slope` times `gap`; `not` is 1 - P. The one exponential of the
/// engine, from `libm`, so that every machine rounds it alike.
fn shifted(p: f64, not: f64, slope: f64, gap: f64) -> f64 {
    if slope == 0.0 {
        return p;
    }
    p / (p + not * libm::exp(-slope * gap))
}

/// What an item asks, beside its skill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ItemParams {
    /// In logits, 0 for the skill's typical item: fitted, or the author's word until then.
    pub difficulty: f64,
    /// 1/k for k choices, 0 for an open answer: nobody guesses worse.
    pub chance: f64,
}

/// The author's judgement of an item until enough responses exist to fit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Difficulty {
    Easy,
    Medium,
    Hard,
}

wire_read::choice!(Difficulty {
    "easy" Easy,
    "medium" Medium,
    "hard" Hard,
});

impl Difficulty {
    /// The difficulty in logits that an author's word stands for: half the interquartile range of
    /// fitted difficulties within a skill is some 0.6 on public data.
    pub fn logits(self) -> f64 {
        match self {
            Self::Easy => -0.7,
            Self::Medium => 0.0,
            Self::Hard => 0.7,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn able(guess: f64, slip: f64, guess_slope: f64, slip_slope: f64) -> SkillParams {
        SkillParams {
            guess_slope,
            slip_slope,
            ..SkillParams::plain(0.3, 0.2, guess, slip).unwrap()
        }
    }

    #[test]
    fn bounds_are_named_in_the_error() {
        let error = SkillParams::plain(0.3, 0.2, 0.7, 0.1).unwrap_err();
        assert_eq!(
            error.to_string(),
            "guess is 0.7: it must lie in 0.000001..=0.5"
        );
        assert!(matches!(
            SkillParams::plain(0.3, 0.2, 0.5, 0.5),
            Err(InvalidParams::Inverted { .. })
        ));
        assert!(SkillParams::plain(f64::NAN, 0.2, 0.2, 0.1).is_err());
        let steep = SkillParams {
            slip_slope: -1.0,
            ..SkillParams::plain(0.3, 0.2, 0.1, 0.1).unwrap()
        };
        assert!(steep.checked().is_err());
    }

    #[test]
    fn without_slopes_ability_and_difficulty_change_nothing() {
        let plain = able(0.2, 0.1, 0.0, 0.0);
        let hard = ItemParams {
            difficulty: 2.0,
            chance: 0.0,
        };
        let emission = plain.emission(-3.0, &hard);
        assert_eq!((emission.guess, emission.slip), (0.2, 0.1));
    }

    proptest! {
        #[test]
        fn harder_items_are_guessed_less_and_slipped_more(
            g in 0.01..0.49f64, s in 0.01..0.49f64, by_g in 0.1..2.0f64, by_s in 0.1..2.0f64,
            ability in -3.0..3.0f64, difficulty in -2.0..2.0f64, chance in 0.0..0.5f64,
        ) {
            let params = able(g, s, by_g, by_s);
            let at = |difficulty| params.emission(ability, &ItemParams { difficulty, chance });
            let (easy, hard) = (at(difficulty - 0.5), at(difficulty + 0.5));
            prop_assert!(easy.guess >= hard.guess);
            prop_assert!(easy.slip < hard.slip);
            prop_assert!(hard.guess <= 1.0 - hard.slip);
        }

        #[test]
        fn the_rise_is_the_derivative(
            g in 0.05..0.4f64, s in 0.05..0.4f64, by_g in 0.1..1.0f64, by_s in 0.1..1.0f64,
            ability in -2.0..2.0f64, chance in 0.0..0.3f64,
        ) {
            let params = able(g, s, by_g, by_s);
            let item = ItemParams { difficulty: 0.3, chance };
            let at = |ability| params.emission(ability, &item);
            let (low, high) = (at(ability - 1e-5), at(ability + 1e-5));
            let here = at(ability);
            prop_assume!(here.guess < 1.0 - here.slip - 1e-3);
            let (unknown, known) = params.rise(here, &item);
            prop_assert!((unknown - (high.guess - low.guess) / 2e-5).abs() < 1e-6);
            prop_assert!((known - (low.slip - high.slip) / 2e-5).abs() < 1e-6);
        }
    }
}
