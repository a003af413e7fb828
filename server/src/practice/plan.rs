//! The plan: what a device holds so that practice needs no network.

use std::collections::{BTreeSet, HashSet};

use api::{
    AssignedPathway, AssignedReading, BridgePlan, Estimate, ItemDifficulty, LanguageChoice,
    PackRef, Plan, StudentProfile, UserId,
};
use engine::Ability;
use item_bank::{Bank, Skill, SkillCode};
use store::{AssignmentRow, PinRow};

use super::settings;
use crate::bridge::{report, words};
use crate::content::{Content, with_prerequisites};
use crate::error::{Refusal, Reply};
use crate::state::AppState;

/// The plan, but for the time: `server_time_ms` is 0, so that the same plan has the same bytes.
pub async fn of(state: &AppState, student: UserId) -> Reply<Plan> {
    let row = state.store.student(student).await?;
    let row = row.ok_or_else(|| Refusal::not_found("student"))?;
    let bank = state.bank();
    let assignments = state.store.assignments_of_student(student).await?;
    let assignments: Vec<AssignedPathway> = assignments
        .into_iter()
        .filter_map(|row| assigned(&bank, row))
        .collect();
    let mut estimates = state.store.estimates_of_student(student).await?;
    // The order is part of the bytes that the ETag is made of.
    estimates.sort_by(|a, b| a.skill.cmp(&b.skill));
    let language_pack = row
        .home_language
        .as_ref()
        .and_then(|tag| bank.language_pack(tag))
        .cloned();
    let ability = state.store.ability_of_student(student).await?;
    let pins = pins(&bank, state.store.pins_of_student(student).await?);
    let classes = state.store.classes_of_student(student).await?;
    let needed = needed(&bank, &assignments, &pins);
    let bridge = bridge(state, student).await?;
    Ok(Plan {
        packs: packs(&bank, &needed),
        skills: skills(state, &bank, &needed),
        assignments,
        pins,
        estimates: estimates
            .into_iter()
            .map(|row| Estimate {
                skill: row.skill,
                state: row.state,
            })
            .collect(),
        ability: ability.unwrap_or_else(|| Ability::new(&state.model.prior)),
        items: items(state, &bank),
        policy: settings::of_student(&state.policy, &classes),
        english_pack: bank
            .english_pack()
            // a reading has cards in English, whatever its reader's home language
            .filter(|_| language_pack.is_some() || !bridge.readings.is_empty())
            .cloned(),
        language_pack,
        bridge,
        languages: languages(&bank),
        student: StudentProfile {
            id: row.id,
            given_name: row.given_name,
            home_language: row.home_language,
            support: row.support,
        },
        server_time_ms: 0,
    })
}

/// Those that can be practised and what they build on, with the parameters in force.
fn skills(state: &AppState, bank: &Content, needed: &HashSet<&SkillCode>) -> Vec<Skill> {
    let in_force = |skill: &Skill| Skill {
        params: state.model.params(skill),
        ..skill.clone()
    };
    let all = bank.skills().iter();
    all.filter(|skill| bank.is_asked(&skill.code) || needed.contains(&skill.code))
        .map(in_force)
        .collect()
}

/// Fitted difficulties of what can be asked.
fn items(state: &AppState, bank: &Bank) -> Vec<ItemDifficulty> {
    state
        .model
        .items()
        .filter(|(template, _)| bank.current(template).is_some())
        .map(|(template, difficulty)| ItemDifficulty {
            template: template.clone(),
            difficulty,
        })
        .collect()
}

/// Languages whose bridge may be shown here.
pub fn languages(content: &Content) -> Vec<LanguageChoice> {
    let offered = content.offered().iter();
    offered.map(|language| language.choice.clone()).collect()
}

async fn bridge(state: &AppState, student: UserId) -> Reply<BridgePlan> {
    let events = state.store.term_events_of_student(student).await?;
    let support = state.store.support_of_student(student).await?;
    Ok(BridgePlan {
        rule: words::rule(),
        terms: words::estimates(words::states(&events)),
        support: report::skills(support),
        readings: readings(state, student).await?,
    })
}

/// Newest first, each once: a student may be in several classes that have it.
async fn readings(state: &AppState, student: UserId) -> Reply<Vec<AssignedReading>> {
    let rows = state.store.reading_assignments_of_student(student).await?;
    let mut seen = HashSet::new();
    let each = rows.into_iter().filter(|row| seen.insert(row.reading));
    let with_pack = each.filter_map(|row| {
        Some(AssignedReading {
            id: row.reading,
            title: row.title,
            class_title: row.class_title,
            teacher: row.teacher,
            assigned_at_ms: row.assigned_at_ms,
            pack: state.library.readings().pack(row.reading)?,
        })
    });
    Ok(with_pack.collect())
}

/// An assignment of a pathway that is no longer in the bank cannot be practised and is left out.
fn assigned(bank: &Bank, row: AssignmentRow) -> Option<AssignedPathway> {
    let pathway = bank.pathway(&row.pathway)?.clone();
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
fn pins(bank: &Bank, rows: Vec<PinRow>) -> Vec<SkillCode> {
    rows.into_iter()
        .map(|row| row.skill)
        .filter(|skill| bank.skill(skill).is_some())
        .collect()
}

/// The assigned and pinned skills and everything before them.
fn needed<'a>(
    bank: &'a Bank,
    assignments: &[AssignedPathway],
    pins: &[SkillCode],
) -> HashSet<&'a SkillCode> {
    let assigned = assignments
        .iter()
        .flat_map(|assigned| &assigned.pathway.skills);
    with_prerequisites(bank, assigned.chain(pins))
}

fn packs(content: &Content, needed: &HashSet<&SkillCode>) -> Vec<PackRef> {
    let names: BTreeSet<String> = needed
        .iter()
        .filter_map(|code| content.skill(code))
        .map(Skill::pack)
        .collect();
    names
        .iter()
        .filter_map(|name| content.skill_pack(name))
        .cloned()
        .collect()
}
