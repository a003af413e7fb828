//! The estimate a student sees: the school's, with the answers that are still under way replayed
//! on top by the same engine. When the school's word arrives it replaces both.

use api::Plan;
use engine::{
    Ability, AbilityPrior, Difficulty, Help, ItemParams, Observation, SchoolDay, SkillState,
};
use item_bank::{Skill, SkillCode, TemplateId};

use super::Pending;

/// A state for every skill, in the plan's order, and the ability across them.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimates {
    states: Vec<(SkillCode, SkillState)>,
    pub ability: Ability,
}

impl Default for Estimates {
    fn default() -> Self {
        Self {
            states: Vec::new(),
            ability: Ability::new(&AbilityPrior::default()),
        }
    }
}

impl Estimates {
    pub fn get(&self, skill: &SkillCode) -> Option<SkillState> {
        self.states
            .iter()
            .find(|(code, _)| code == skill)
            .map(|(_, state)| *state)
    }

    fn get_mut(&mut self, skill: &SkillCode) -> Option<&mut SkillState> {
        self.states
            .iter_mut()
            .find(|(code, _)| code == skill)
            .map(|(_, state)| state)
    }
}

/// How hard templates are, where answers have told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difficulties {
    /// By template, in logits.
    fitted: Vec<(TemplateId, f64)>,
}

impl Difficulties {
    pub fn of_plan(plan: &Plan) -> Self {
        let fitted = plan.items.iter();
        let mut fitted: Vec<_> = fitted
            .map(|item| (item.template.clone(), item.difficulty))
            .collect();
        fitted.sort_by(|one, other| one.0.cmp(&other.0));
        Self { fitted }
    }

    /// In logits: as fitted, else as its author says.
    pub fn of(&self, template: &TemplateId, authored: Difficulty) -> f64 {
        let found = self.fitted.binary_search_by(|(id, _)| id.cmp(template));
        found.map_or_else(|_| authored.logits(), |at| self.fitted[at].1)
    }
}

/// Every skill of the plan with its state; skills never practised stand at their prior.
pub fn shown_estimates(plan: &Plan, difficulties: &Difficulties, pending: &[Pending]) -> Estimates {
    let prior = |skill: &Skill| (skill.code.clone(), SkillState::new(&skill.params));
    let mut shown = Estimates {
        states: plan.skills.iter().map(prior).collect(),
        ability: plan.ability,
    };
    for estimate in &plan.estimates {
        if let Some(state) = shown.get_mut(&estimate.skill) {
            *state = estimate.state;
        }
    }
    for answer in pending {
        replay(plan, difficulties, &mut shown, answer);
    }
    shown
}

fn replay(plan: &Plan, difficulties: &Difficulties, shown: &mut Estimates, answer: &Pending) {
    let Some(seen) = &answer.seen else { return };
    let Some(skill) = plan.skills.iter().find(|skill| skill.code == seen.skill) else {
        return;
    };
    let mut ability = shown.ability;
    let Some(state) = shown.get_mut(&seen.skill) else {
        return;
    };
    state.observe(
        &skill.params,
        &mut ability,
        &plan.policy.ability,
        &Observation {
            correct: seen.correct,
            item: ItemParams {
                difficulty: difficulties.of(&answer.record.template.id, seen.difficulty),
                chance: seen.chance(),
            },
            help: Help {
                depth: answer.record.hints,
                of: seen.hints_of,
            },
            bridged: answer.record.bridge,
            day: SchoolDay::from_epoch_ms(answer.record.answered_at_ms),
        },
    );
    shown.ability = ability;
}

#[cfg(test)]
mod tests {
    use api::Estimate;
    use engine::Difficulty;

    use super::*;
    use crate::state::fixtures::{answered, plan, shown};

    fn right(n: u128) -> Pending {
        answered(n, "a", true)
    }

    #[test]
    fn what_the_school_says_plus_what_it_has_not_heard() {
        let plan = plan();
        let all: Vec<Pending> = (1..=6).map(right).collect();
        let at_once = shown(&plan, &all);

        // The school has heard the first four; the device still holds the last two.
        let mut told = plan.clone();
        let heard = shown(&plan, &all[..4]);
        told.ability = heard.ability;
        told.estimates = heard
            .states
            .into_iter()
            .map(|(skill, state)| Estimate { skill, state })
            .collect();
        assert_eq!(shown(&told, &all[4..]), at_once);
    }

    #[test]
    fn answers_under_way_move_the_ability_too() {
        let plan = plan();
        let moved = shown(&plan, &[right(1)]).ability;
        assert!(moved.mean > plan.ability.mean && moved.variance < plan.ability.variance);
    }

    #[test]
    fn a_fitted_difficulty_goes_before_the_authors_word() {
        let mut plan = plan();
        let p_known = |plan: &Plan| {
            let shown = shown(plan, &[right(1)]);
            shown.get(&"a".parse().unwrap()).unwrap().p_known()
        };
        let authored = p_known(&plan);
        plan.items.push(api::ItemDifficulty {
            template: "a-medium".parse().unwrap(),
            difficulty: 1.0,
        });
        // right where it is hard to guess says more
        assert!(p_known(&plan) > authored);
    }

    #[test]
    fn later_attempts_and_unknown_skills_move_nothing() {
        let plan = plan();
        let again = Pending {
            seen: None,
            ..right(1)
        };
        let elsewhere = answered(2, "gone", true);
        assert_eq!(shown(&plan, &[again, elsewhere]), shown(&plan, &[]));
    }

    #[test]
    fn help_is_part_of_the_evidence() {
        let plan = plan();
        let mut helped = right(1);
        helped.record.hints = 1;
        let code = "a".parse().unwrap();
        let p_known = |answer| shown(&plan, &[answer]).get(&code).unwrap().p_known();
        assert!(p_known(helped) < p_known(right(1)));
        assert_eq!(right(1).seen.unwrap().difficulty, Difficulty::Medium);
    }
}
