//! Small data for the tests of this crate.

use std::sync::Arc;

use api::{Plan, PracticePolicy, ResponseRecord, StudentProfile, SupportLevel};
use engine::{Ability, Difficulty};
use item_bank::{ItemView, Pathway, RawAnswer, Skill, SkillCode, TemplateRef};
use serde_json::{Value, json};
use uuid::Uuid;

use super::Pack;
use crate::questions;
use crate::sync::{Difficulties, Estimates, Pending, Seen, shown_estimates};

/// Monday noon in California.
pub const NOW: i64 = 1_758_567_600_000;

/// `a` before `b` before `c`.
pub fn plan() -> Plan {
    let before = |code: &str| match code {
        "b" => vec!["a"],
        "c" => vec!["b"],
        _ => vec![],
    };
    let policy = PracticePolicy::default();
    Plan {
        student: StudentProfile {
            id: Uuid::from_u128(7).into(),
            given_name: "Ana".into(),
            home_language: None,
            support: SupportLevel::None,
        },
        assignments: Vec::new(),
        pins: Vec::new(),
        skills: ["a", "b", "c"]
            .map(|code| skill(code, &before(code)))
            .into(),
        estimates: Vec::new(),
        ability: Ability::new(&policy.ability),
        items: Vec::new(),
        policy,
        packs: Vec::new(),
        language_pack: None,
        english_pack: None,
        bridge: api::BridgePlan::default(),
        languages: Vec::new(),
        server_time_ms: NOW,
    }
}

fn skill(code: &str, before: &[&str]) -> Skill {
    let skill = json!({
        "code": code, "title": code, "short": code, "you_can": "do it", "grade": 5,
        "domain": "d", "standards": [], "prerequisites": before,
        "params": {
            "prior": 0.3, "learn": 0.15, "guess": 0.1, "slip": 0.1, "forget_daily": 0.01,
            "guess_slope": 1.0, "slip_slope": 1.0,
        },
    });
    serde_json::from_value(skill).unwrap()
}

pub fn pathway(code: &str, skills: &[&str]) -> Pathway {
    let pathway = json!({
        "code": code, "title": code, "summary": "s", "grades": [5], "skills": skills,
    });
    serde_json::from_value(pathway).unwrap()
}

fn template(id: &str, skill: &str, difficulty: &str) -> Value {
    json!({
        "id": id, "version": 1, "skill": skill, "kind": "fraction", "difficulty": difficulty,
        "stem": "How much is $1/2 + 1/4$?", "answer": "1/2 + 1/4", "form": "simplest",
        "vars": [], "hints": ["Same size parts first.", "It is $3/4$."],
        "solution": ["$2/4 + 1/4 = 3/4$."],
        "misconceptions": [{ "answer": "2/6", "feedback": "You added the denominators too." }],
        "source": "test", "license": "CC-BY-4.0",
    })
}

/// Two templates for each skill of [`plan`], on this thread's shelf.
pub fn pack() -> Arc<Pack> {
    let templates: Vec<Value> = ["a", "b", "c"]
        .iter()
        .flat_map(|skill| {
            [("easy", "easy"), ("medium", "medium")]
                .map(|(id, difficulty)| template(&format!("{skill}-{id}"), skill, difficulty))
        })
        .collect();
    let pack = json!({ "name": "d-5", "templates": templates }).to_string();
    Arc::new(Pack {
        sha256: "d".into(),
        catalog: questions::add(&pack).unwrap(),
    })
}

/// How much is 1/2 + 1/4? In simplest form.
pub fn item() -> ItemView {
    let pack = pack();
    questions::draw(&pack.catalog[1].template, 7, 0).unwrap()
}

/// What the student would see.
pub fn shown(plan: &Plan, pending: &[Pending]) -> Estimates {
    shown_estimates(plan, &Difficulties::of_plan(plan), pending)
}

pub fn answered(n: u128, skill: &str, correct: bool) -> Pending {
    let skill: SkillCode = skill.parse().unwrap();
    Pending {
        record: ResponseRecord {
            id: Uuid::from_u128(n).into(),
            template: TemplateRef {
                id: format!("{skill}-medium").parse().unwrap(),
                version: 1,
            },
            seed: 1,
            attempt: 1,
            answer: RawAnswer::Text("3/4".into()),
            hints: 0,
            bridge: false,
            answered_at_ms: NOW + n as i64,
            elapsed_ms: 1_000,
        },
        seen: Some(Seen {
            skill,
            difficulty: Difficulty::Medium,
            one_in: 0,
            hints_of: 2,
            correct,
        }),
    }
}
