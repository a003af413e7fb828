//! An estimate as a teacher's table shows it.

use api::Cell;
use engine::{MIN_EVIDENCE, MasteryRule, SkillState};
use store::EstimateRow;

pub fn of(rule: &MasteryRule, row: &EstimateRow) -> Cell {
    of_state(rule, &row.state, Some(row.last_at_ms))
}

pub fn of_state(rule: &MasteryRule, state: &SkillState, last_ms: Option<i64>) -> Cell {
    Cell {
        level: rule.level(state),
        percent: (state.evidence >= MIN_EVIDENCE).then(|| percent(state.p_known())),
        opportunities: state.opportunities,
        last_ms,
    }
}

/// Rounded down: 94.9 % is not the 95 % that mastery asks for.
fn percent(probability: f64) -> u8 {
    (probability * 100.0).floor().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests {
    use engine::{
        Ability, AbilityPrior, Help, ItemParams, MasteryLevel, Observation, SchoolDay, SkillParams,
    };

    use super::*;

    #[test]
    fn without_evidence_there_is_no_number() {
        let params = SkillParams::plain(0.3, 0.15, 0.1, 0.1).unwrap();
        let seen = Observation {
            correct: true,
            item: ItemParams::default(),
            help: Help::default(),
            bridged: false,
            day: SchoolDay(0),
        };
        let prior = AbilityPrior::default();
        let mut ability = Ability::new(&prior);
        let mut state = SkillState::new(&params);
        let rule = MasteryRule::default();
        state.observe(&params, &mut ability, &prior, &seen);
        state.observe(&params, &mut ability, &prior, &seen);
        let cell = of_state(&rule, &state, None);
        assert_eq!(
            (cell.level, cell.percent),
            (MasteryLevel::NotEnoughEvidence, None)
        );
        state.observe(&params, &mut ability, &prior, &seen);
        assert!(of_state(&rule, &state, None).percent.is_some());
        assert_eq!((percent(0.9499), percent(1.0), percent(0.0)), (94, 100, 0));
    }
}
