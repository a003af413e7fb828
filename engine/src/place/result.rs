//! What a placement check found, and how practice starts from it.

use serde::{Deserialize, Serialize};

use super::Question;
use crate::ability::Ability;
use crate::bkt::to_odds;
use crate::day::SchoolDay;
use crate::params::SkillParams;
use crate::state::SkillState;

/// An answer, with the question as it stood then: why it was worth asking.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answered {
    pub question: Question,
    pub correct: bool,
    /// P(known) of the skill after the answer.
    pub after: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    PlacedOut,
    NeedsPractice,
    Undecided,
}

/// What a check found of one skill.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Placed {
    pub skill: usize,
    pub p_known: f64,
    pub verdict: Verdict,
    /// Of its own questions; 0 when all is inferred from other skills.
    pub asked: u32,
}

/// Practice must be able to overturn a placement within a few answers.
const STARTING_ODDS: (f64, f64) = (1.0 / 49.0, 49.0);

impl Placed {
    /// Where practice starts: the odds that the check left, and no opportunity counted, since an
    /// answer of a check is not one (do not fold it in as a response as well). A skill placed out
    /// counts as seen on `today`, so that review comes to verify it when its recall would fade.
    pub fn starting_state(&self, params: &SkillParams, today: SchoolDay) -> SkillState {
        let (low, high) = STARTING_ODDS;
        SkillState {
            odds: to_odds(self.p_known).clamp(low, high),
            last_day: (self.verdict == Verdict::PlacedOut).then_some(today),
            ..SkillState::new(params)
        }
    }
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlacementResult {
    /// The skills of interest and what they need, prerequisites first.
    pub skills: Vec<Placed>,
    pub answers: Vec<Answered>,
    /// Moved by the answers as practice would move it.
    pub ability: Ability,
    /// Prerequisites that had to be left out of account, because the graph is too entangled.
    pub left_out: usize,
}
