//! An estimate, as it is shown.

use engine::{MIN_EVIDENCE, MasteryLevel, MasteryRule, SkillState};

/// A level and, with enough evidence, a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mastery {
    pub level: MasteryLevel,
    /// P(known) in percent, rounded down so that mastery is never announced early.
    pub percent: Option<u8>,
}

impl Mastery {
    pub fn of(rule: &MasteryRule, state: &SkillState) -> Self {
        let known = state.evidence >= MIN_EVIDENCE;
        Self {
            level: rule.level(state),
            percent: known.then(|| (state.p_known() * 100.0) as u8),
        }
    }
}

/// How far a pathway has grown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub mastered: usize,
    pub started: usize,
    pub of: usize,
}

impl Progress {
    pub fn of(levels: impl IntoIterator<Item = MasteryLevel>) -> Self {
        levels.into_iter().fold(Self::default(), |sum, level| Self {
            mastered: sum.mastered + usize::from(level.is_mastered()),
            started: sum.started + usize::from(level != MasteryLevel::NotEnoughEvidence),
            of: sum.of + 1,
        })
    }

    pub fn is_done(self) -> bool {
        self.of > 0 && self.mastered == self.of
    }
}

#[cfg(test)]
mod tests {
    use engine::{Ability, AbilityPrior, Help, ItemParams, Observation, SchoolDay, SkillParams};

    use super::*;

    #[test]
    fn no_number_is_shown_before_there_is_evidence() {
        let params = SkillParams::plain(0.3, 0.15, 0.1, 0.1).unwrap();
        let prior = AbilityPrior::default();
        let mut ability = Ability::new(&prior);
        let mut state = SkillState::new(&params);
        let rule = MasteryRule::default();
        assert_eq!(Mastery::of(&rule, &state).percent, None);
        for _ in 0..3 {
            let seen = Observation {
                correct: true,
                item: ItemParams::default(),
                help: Help::default(),
                bridged: false,
                day: SchoolDay(1),
            };
            state.observe(&params, &mut ability, &prior, &seen);
        }
        let shown = Mastery::of(&rule, &state);
        assert_eq!(shown.percent, Some((state.p_known() * 100.0).floor() as u8));
        assert!(shown.level.is_mastered());
    }

    #[test]
    fn a_pathway_is_done_when_every_skill_is_mastered() {
        use MasteryLevel::{Growing, Mastered, MasteredWithBridge, NotEnoughEvidence};
        let part = Progress::of([Mastered, Growing, NotEnoughEvidence]);
        assert_eq!(
            part,
            Progress {
                mastered: 1,
                started: 2,
                of: 3
            }
        );
        assert!(!part.is_done());
        assert!(Progress::of([Mastered, MasteredWithBridge]).is_done());
        assert!(!Progress::of([]).is_done());
    }
}
