//! The plan: what a device holds so that practice needs no network.

use std::collections::{BTreeSet, HashSet};

use api::{
    AssignedPathway, BridgePolicy, Estimate, ItemDifficulty, LanguageChoice, PackRef, Plan,
    StudentProfile, UserId,
};
use engine::Ability;
use item_bank::{LanguagePack, Skill, SkillCode};
use store::{AssignmentRow, PinRow};

use super::settings;
use crate::error::{Refusal, Reply};
use crate::state::AppState;

/// The plan, but for the time: `server_time_ms` is 0, so that the same plan has the same bytes.
pub async fn of(state: &AppState, student: UserId) -> Reply<Plan> {
    let row = state.store.student(student).await?;
    let row = row.ok_or_else(|| Refusal::not_found("student"))?;
    let assignments = state.store.assignments_of_student(student).await?;
    let assignments: Vec<AssignedPathway> = assignments
        .into_iter()
        .filter_map(|row| assigned(state, row))
        .collect();
    let mut estimates = state.store.estimates_of_student(student).await?;
    // The order is part of the bytes that the ETag is made of.
    estimates.sort_by(|a, b| a.skill.cmp(&b.skill));
    let language_pack = row
        .home_language
        .as_ref()
        .filter(|tag| {
            state
                .bank
                .language(tag)
                .is_some_and(|pack| may_be_shown(state, pack))
        })
        .and_then(|tag| state.packs.language(tag))
        .cloned();
    let ability = state.store.ability_of_student(student).await?;
    let pins = pins(state, state.store.pins_of_student(student).await?);
    let classes = state.store.classes_of_student(student).await?;
    Ok(Plan {
        packs: packs(state, &assignments, &pins),
        assignments,
        pins,
        skills: skills(state),
        estimates: estimates
            .into_iter()
            .map(|row| Estimate {
                skill: row.skill,
                state: row.state,
            })
            .collect(),
        ability: ability.unwrap_or_else(|| Ability::new(&state.model.prior)),
        items: items(state),
        policy: settings::of_student(&state.policy, &classes),
        language_pack,
        languages: languages(state),
        student: StudentProfile {
            id: row.id,
            given_name: row.given_name,
            home_language: row.home_language,
            support: row.support,
        },
        server_time_ms: 0,
    })
}

/// With the parameters in force.
fn skills(state: &AppState) -> Vec<Skill> {
    let in_force = |skill: &Skill| Skill {
        params: state.model.params(skill),
        ..skill.clone()
    };
    state.bank.skills().iter().map(in_force).collect()
}

/// Fitted difficulties of what can be asked.
fn items(state: &AppState) -> Vec<ItemDifficulty> {
    state
        .model
        .items()
        .filter(|(template, _)| state.bank.current(template).is_some())
        .map(|(template, difficulty)| ItemDifficulty {
            template: template.clone(),
            difficulty,
        })
        .collect()
}

/// Languages whose bridge may be shown here.
pub fn languages(state: &AppState) -> Vec<LanguageChoice> {
    let mut choices: Vec<LanguageChoice> = state
        .bank
        .languages()
        .iter()
        .filter(|pack| may_be_shown(state, pack))
        .map(|pack| LanguageChoice {
            tag: pack.language.clone(),
            name: pack.name.clone(),
        })
        .collect();
    choices.sort_by(|a, b| a.tag.cmp(&b.tag));
    choices
}

fn may_be_shown(state: &AppState, pack: &LanguagePack) -> bool {
    pack.review.is_approved() || state.policy.bridge == BridgePolicy::DemoDrafts
}

/// An assignment of a pathway that is no longer in the bank cannot be practised and is left out.
fn assigned(state: &AppState, row: AssignmentRow) -> Option<AssignedPathway> {
    let pathway = state.bank.pathway(&row.pathway)?.clone();
    Some(AssignedPathway {
        id: row.id,
        class: row.class,
        class_title: row.class_title,
        teacher: row.teacher,
        pathway,
        assigned_at_ms: row.assigned_at_ms,
    })
}

/// A skill that is no longer in the bank cannot be practised and is left out.
fn pins(state: &AppState, rows: Vec<PinRow>) -> Vec<SkillCode> {
    rows.into_iter()
        .map(|row| row.skill)
        .filter(|skill| state.bank.skill(skill).is_some())
        .collect()
}

/// Packs that the assigned and pinned skills and everything before them need.
fn packs(state: &AppState, assignments: &[AssignedPathway], pins: &[SkillCode]) -> Vec<PackRef> {
    let mut needed: HashSet<&SkillCode> = HashSet::new();
    let mut open: Vec<&SkillCode> = assignments
        .iter()
        .flat_map(|assigned| &assigned.pathway.skills)
        .chain(pins)
        .collect();
    let mut names: BTreeSet<String> = BTreeSet::new();
    while let Some(code) = open.pop() {
        if !needed.insert(code) {
            continue;
        }
        let Some(skill) = state.bank.skill(code) else {
            continue;
        };
        open.extend(&skill.prerequisites);
        names.insert(skill.pack());
    }
    names
        .iter()
        .filter_map(|name| state.packs.skills(name))
        .cloned()
        .collect()
}
