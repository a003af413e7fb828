//! From a probability and its evidence to a word that a teacher can act on.

use serde::{Deserialize, Serialize};

use crate::SkillState;

/// Below this many informative opportunities no estimate is shown: a number would only be the
/// prior, which says nothing about this student.
pub const MIN_EVIDENCE: u32 = 3;

/// Opportunities without three unaided right answers in a row after which practice alone is not
/// helping (Beck & Gong 2013, wheel-spinning).
pub const STUCK_AFTER: u32 = 10;

/// When a skill counts as mastered. A class may change it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MasteryRule {
    /// P(known) at or over which a skill may be mastered, in (0.5, 1).
    pub threshold: f64,
    /// Unaided opportunities needed as well.
    pub min_unaided: u32,
}

impl Default for MasteryRule {
    fn default() -> Self {
        Self {
            threshold: 0.95,
            min_unaided: 3,
        }
    }
}

/// Ordered from least to most, except `Stuck`, which is a call for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MasteryLevel {
    NotEnoughEvidence,
    /// P(known) under 0.4.
    Starting,
    /// 0.4 up to 0.75.
    Growing,
    /// 0.75 up to mastery, or over the threshold with too little unaided evidence.
    NearlyThere,
    /// At mastery, but too few of the unaided answers came without the bridge.
    MasteredWithBridge,
    Mastered,
    Stuck,
}

impl MasteryLevel {
    pub fn is_mastered(self) -> bool {
        matches!(self, Self::Mastered | Self::MasteredWithBridge)
    }
}

impl MasteryRule {
    pub fn level(&self, state: &SkillState) -> MasteryLevel {
        let p = state.p_known();
        if p >= self.threshold && state.unaided >= self.min_unaided {
            return if state.unbridged >= self.min_unaided {
                MasteryLevel::Mastered
            } else {
                MasteryLevel::MasteredWithBridge
            };
        }
        if state.since_run >= STUCK_AFTER {
            return MasteryLevel::Stuck;
        }
        if state.evidence < MIN_EVIDENCE {
            return MasteryLevel::NotEnoughEvidence;
        }
        match p {
            p if p < 0.4 => MasteryLevel::Starting,
            p if p < 0.75 => MasteryLevel::Growing,
            _ => MasteryLevel::NearlyThere,
        }
    }
}
