//! How sure an estimate is: the same answers, read with other parameters that the data allow.

use crate::ability::{Ability, AbilityPrior};
use crate::params::SkillParams;
use crate::state::{Observation, SkillState};

/// Between which values P(known) lies with 90 % credibility, as far as the parameters are in doubt.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// The share of draws left out at either end.
const TAIL: f64 = 0.05;

/// Carries every draw through the answers in odds form. Each answer comes with the ability known
/// before it, which is held fixed: one skill's parameters hardly move it. `None` without draws.
pub fn interval(draws: &[SkillParams], answers: &[(Observation, f64)]) -> Option<Interval> {
    let mut known: Vec<f64> = draws.iter().map(|params| replay(params, answers)).collect();
    known.sort_by(f64::total_cmp);
    let last = known.len().checked_sub(1)?;
    let at = |share: f64| known[(share * last as f64).round() as usize];
    Some(Interval {
        low: at(TAIL),
        high: at(1.0 - TAIL),
    })
}

fn replay(params: &SkillParams, answers: &[(Observation, f64)]) -> f64 {
    // with no variance and no drift the answers leave the ability where it is
    let fixed = AbilityPrior {
        variance: 0.0,
        drift: 0.0,
    };
    let mut state = SkillState::new(params);
    for (seen, mean) in answers {
        let mut ability = Ability {
            mean: *mean,
            variance: 0.0,
        };
        state.observe(params, &mut ability, &fixed, seen);
    }
    state.p_known()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Help, ItemParams, SchoolDay};

    fn draws(spread: f64) -> Vec<SkillParams> {
        (0..40)
            .map(|n| {
                let by = spread * (f64::from(n) / 39.0 - 0.5);
                SkillParams::plain(0.3 + by, 0.1 + by / 4.0, 0.2 + by / 4.0, 0.1).unwrap()
            })
            .collect()
    }

    fn right(times: usize) -> Vec<(Observation, f64)> {
        let seen = Observation {
            correct: true,
            item: ItemParams::default(),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(1),
        };
        vec![(seen, 0.0); times]
    }

    #[test]
    fn the_estimate_lies_within_and_doubt_widens() {
        let middle = SkillParams::plain(0.3, 0.1, 0.2, 0.1).unwrap();
        let width = |spread: f64| {
            let found = interval(&draws(spread), &right(2)).unwrap();
            let here = replay(&middle, &right(2));
            assert!(found.low <= here && here <= found.high);
            found.high - found.low
        };
        assert!(width(0.4) > 2.0 * width(0.1));
    }

    #[test]
    fn many_answers_leave_little_doubt() {
        let found = interval(&draws(0.4), &right(12)).unwrap();
        assert!(found.low > 0.99, "{found:?}");
    }

    #[test]
    fn without_draws_there_is_none() {
        assert_eq!(interval(&[], &right(3)), None);
    }
}
