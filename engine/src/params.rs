//! What is known of a skill before a student is met.

use serde::{Deserialize, Serialize};

use crate::Emission;

/// Parameters of one knowledge component. All are probabilities; `forget` is per school day.
///
/// `guess` and `slip` are those of an open-answer item of medium difficulty; [`emission_for`]
/// refines them for an item.
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
    /// P(known becomes unknown) over one day without practice.
    pub forget: f64,
}

#[derive(Deserialize)]
struct RawParams {
    prior: f64,
    learn: f64,
    guess: f64,
    slip: f64,
    #[serde(default)]
    forget: f64,
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
        Self::new(raw.prior, raw.learn, raw.guess, raw.slip, raw.forget)
    }
}

impl SkillParams {
    /// Checks the bounds of `shared/ENGINE.md` section 6: guess and slip at most 0.5 and not both,
    /// prior and learn strictly inside (0, 1) so that the odds stay finite.
    pub fn new(
        prior: f64,
        learn: f64,
        guess: f64,
        slip: f64,
        forget: f64,
    ) -> Result<Self, InvalidParams> {
        let within = |name, value: f64, low, high| {
            if value >= low && value <= high {
                Ok(())
            } else {
                Err(InvalidParams::OutOfRange {
                    name,
                    value,
                    low,
                    high,
                })
            }
        };
        within("prior", prior, 1e-6, 1.0 - 1e-6)?;
        within("learn", learn, 0.0, 0.99)?;
        within("guess", guess, 1e-6, 0.5)?;
        within("slip", slip, 1e-6, 0.5)?;
        within("forget", forget, 0.0, 0.5)?;
        if guess + slip >= 1.0 {
            return Err(InvalidParams::Inverted { guess, slip });
        }
        Ok(Self {
            prior,
            learn,
            guess,
            slip,
            forget,
        })
    }
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

/// The largest guess or slip an item may have: above it an answer says more about luck than skill.
const CAP: f64 = 0.5 - 1.0 / 128.0;

/// Guess and slip of one item: the skill's, shifted by the authored difficulty, with `chance` (1/k
/// for k choices, 0 for an open answer) as the floor of the guess.
///
/// The factors (easy 1.5 and 0.6, hard 0.6 and 1.5) are a starting judgement, replaced by fitted
/// item parameters as responses come in.
pub fn emission_for(skill: &SkillParams, difficulty: Difficulty, chance: f64) -> Emission {
    let (on_guess, on_slip) = match difficulty {
        Difficulty::Easy => (1.5, 0.6),
        Difficulty::Medium => (1.0, 1.0),
        Difficulty::Hard => (0.6, 1.5),
    };
    let guess = chance + (1.0 - chance) * skill.guess * on_guess;
    let slip = skill.slip * on_slip;
    Emission {
        guess: guess.min(CAP),
        slip: slip.min(CAP),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_named_in_the_error() {
        let error = SkillParams::new(0.3, 0.2, 0.7, 0.1, 0.0).unwrap_err();
        assert_eq!(
            error.to_string(),
            "guess is 0.7: it must lie in 0.000001..=0.5"
        );
        assert!(matches!(
            SkillParams::new(0.3, 0.2, 0.5, 0.5, 0.0),
            Err(InvalidParams::Inverted { .. })
        ));
        assert!(SkillParams::new(f64::NAN, 0.2, 0.2, 0.1, 0.0).is_err());
    }

    #[test]
    fn harder_items_are_guessed_less_and_slipped_more() {
        let skill = SkillParams::new(0.3, 0.2, 0.1, 0.1, 0.0).unwrap();
        let of = |difficulty| emission_for(&skill, difficulty, 0.0);
        assert!(of(Difficulty::Easy).guess > of(Difficulty::Hard).guess);
        assert!(of(Difficulty::Easy).slip < of(Difficulty::Hard).slip);
        assert!(emission_for(&skill, Difficulty::Medium, 0.25).guess > 0.25);
    }
}
