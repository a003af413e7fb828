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

/// How hard a template is, in logits: as fitted, else as its author says.
pub fn difficulty(plan: &Plan, template: &TemplateId, authored: Difficulty) -> f64 {
    plan.items
        .iter()
        .find(|item| item.template == *template)
        .map_or_else(|| authored.logits(), |item| item.difficulty)
}

/// Every skill of the plan with its state; skills never practised stand at their prior.
pub fn shown_estimates(plan: &Plan, pending: &[Pending]) -> Estimates {
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
        replay(plan, &mut shown, answer);
    }
    shown
}

fn replay(plan: &Plan, shown: &mut Estimates, answer: &Pending) {
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
                difficulty: difficulty(plan, &answer.record.template.id, seen.difficulty),
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
    use crate::state::fixtures::{answered, plan};

    fn right(n: u128) -> Pending {
        answered(n, "a", true)
    }

    #[test]
    fn what_the_school_says_plus_what_it_has_not_heard() {
        let plan = plan();
        let all: Vec<Pending> = (1..=6).map(right).collect();
        let at_once = shown_estimates(&plan, &all);

        // The school has heard the first four; the device still holds the last two.
        let mut told = plan.clone();
        let heard = shown_estimates(&plan, &all[..4]);
        told.ability = heard.ability;
        told.estimates = heard
            .states
            .into_iter()
            .map(|(skill, state)| Estimate { skill, state })
            .collect();
        assert_eq!(shown_estimates(&told, &all[4..]), at_once);
    }

    #[test]
    fn answers_under_way_move_the_ability_too() {
        let plan = plan();
        let moved = shown_estimates(&plan, &[right(1)]).ability;
        assert!(moved.mean > plan.ability.mean && moved.variance < plan.ability.variance);
    }

    #[test]
    fn a_fitted_difficulty_goes_before_the_authors_word() {
        let mut plan = plan();
        let p_known = |plan: &Plan| {
            let shown = shown_estimates(plan, &[right(1)]);
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
        assert_eq!(
            shown_estimates(&plan, &[again, elsewhere]),
            shown_estimates(&plan, &[])
        );
    }

    #[test]
    fn help_is_part_of_the_evidence() {
        let plan = plan();
        let mut helped = right(1);
        helped.record.hints = 1;
        let code = "a".parse().unwrap();
        let p_known = |answer| {
            shown_estimates(&plan, &[answer])
                .get(&code)
                .unwrap()
                .p_known()
        };
        assert!(p_known(helped) < p_known(right(1)));
        assert_eq!(right(1).seen.unwrap().difficulty, Difficulty::Medium);
    }
}
