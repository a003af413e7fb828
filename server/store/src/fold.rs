//! The fold of responses into estimates and abilities.

use std::collections::HashMap;

use api::UserId;
use engine::{Ability, Move};
use item_bank::SkillCode;

use crate::rows::{AbilityRow, EstimateKey, EstimateRow, Opportunity, Projection, Scored};

/// Folds responses in the order of arrival, over any number of students. Every replay goes through
/// here, so that it has the very bits of what was folded as the responses came.
#[derive(Debug, Default)]
pub struct Replay {
    estimates: HashMap<EstimateKey, EstimateRow>,
    abilities: HashMap<UserId, Ability>,
}

impl Replay {
    /// Folds the next response, read as `scored`.
    pub fn fold(&mut self, response: &Opportunity, scored: &Scored) -> Move {
        let student = response.student;
        let ability = self
            .abilities
            .entry(student)
            .or_insert_with(|| Ability::new(&scored.prior));
        let key = EstimateKey {
            student,
            skill: response.skill.clone(),
        };
        self.estimates
            .entry(key)
            .or_insert_with(|| {
                EstimateRow::before_any(student, response.skill.clone(), &scored.params)
            })
            .fold(ability, scored, response.effective_at_ms)
    }

    pub fn estimate(&self, student: UserId, skill: &SkillCode) -> Option<&EstimateRow> {
        let skill = skill.clone();
        self.estimates.get(&EstimateKey { student, skill })
    }

    pub fn estimates(&self) -> &HashMap<EstimateKey, EstimateRow> {
        &self.estimates
    }

    pub fn ability(&self, student: UserId) -> Option<Ability> {
        self.abilities.get(&student).copied()
    }

    pub fn abilities(&self) -> &HashMap<UserId, Ability> {
        &self.abilities
    }

    pub fn into_projection(self) -> Projection {
        let row = |(student, ability)| AbilityRow { student, ability };
        Projection {
            estimates: self.estimates.into_values().collect(),
            abilities: self.abilities.into_iter().map(row).collect(),
        }
    }
}
