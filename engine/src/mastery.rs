//! From a probability and its evidence to a word that a teacher can act on.

use serde::{Deserialize, Serialize};

use crate::bkt;
use crate::{Ability, ItemParams, SchoolDay, SkillParams, SkillState};

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

wire_read::object!(MasteryRule {
    threshold,
    min_unaided
});

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

/// How sure it is that the next answer to this item would teach us nothing: the summed probability
/// of the answers that would change P(right) on it by less than `eps`, in [0, 1].
///
/// The predictive-similarity stop (Rollinson & Brunskill 2015) ends practice when this reaches
/// `delta`, usually .95 with an `eps` of .02. It also ends practice that does not help, so reaching
/// it is not mastery: ask [`MasteryRule::level`] for that. P(right) after an answer includes the
/// chance to learn from it, and ability is held as it is.
pub fn predictive_similarity(
    state: &SkillState,
    params: &SkillParams,
    ability: &Ability,
    item: &ItemParams,
    day: SchoolDay,
    eps: f64,
) -> f64 {
    let odds = state.faded(params, day).0;
    let emission = params.emission(ability.mean, item);
    let now = bkt::predict(odds, emission);
    [(true, now), (false, 1.0 - now)]
        .into_iter()
        .filter(|&(correct, _)| {
            let informed = bkt::observe(odds, emission.likelihood_ratio(correct));
            let after = bkt::transition(informed, params.learn, params.forget);
            (bkt::predict(after, emission) - now).abs() < eps
        })
        .fold(0.0, |sum, (_, mass)| sum + mass)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AbilityPrior, Help, Observation};

    fn mass_after(params: &SkillParams, answers: &[bool], eps: f64) -> f64 {
        let prior = AbilityPrior::default();
        let (mut state, mut ability) = (SkillState::new(params), Ability::new(&prior));
        for &correct in answers {
            let seen = Observation {
                correct,
                item: ItemParams::default(),
                help: Help::default(),
                bridged: false,
                day: SchoolDay(1),
            };
            state.observe(params, &mut ability, &prior, &seen);
        }
        let item = ItemParams::default();
        predictive_similarity(&state, params, &ability, &item, SchoolDay(1), eps)
    }

    #[test]
    fn a_next_answer_says_much_at_first_and_little_after_many_right() {
        let params = SkillParams::plain(0.4, 0.2, 0.2, 0.03).unwrap();
        assert_eq!(mass_after(&params, &[], 0.02), 0.0);
        // P(right) is .965, and that answer would move nothing; a slip still would
        let late = mass_after(&params, &[true; 3], 0.02);
        assert!((late - 0.965).abs() < 0.002, "{late}");
        // in the end not even a slip does
        assert!(mass_after(&params, &[true; 30], 0.02) > 1.0 - 1e-12);
    }

    #[test]
    fn it_also_stops_where_practice_does_not_help() {
        // hardly anyone learns it, and a right answer is nearly always a guess
        let params = SkillParams::plain(0.01, 0.005, 0.45, 0.45).unwrap();
        assert!(mass_after(&params, &[false; 8], 0.02) > 1.0 - 1e-12);
    }

    #[test]
    fn the_mass_grows_with_the_tolerance() {
        let params = SkillParams::plain(0.4, 0.2, 0.2, 0.1).unwrap();
        let at = |eps| mass_after(&params, &[true, true, false], eps);
        assert!(at(0.0) == 0.0 && at(1.0) > 1.0 - 1e-12);
        assert!([0.0, 0.05, 0.1, 0.3, 1.0].map(at).is_sorted());
    }
}
