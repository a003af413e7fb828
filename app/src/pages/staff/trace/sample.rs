//! Traces for tests, made by the engine itself.

use api::{Cell, EstimateTrace, ResponseId, TraceStep, UserId};
use engine::{
    Ability, AbilityPrior, Help, ItemParams, MasteryLevel, MasteryRule, Observation, SchoolDay,
    SkillParams, SkillState,
};
use item_bank::{Inline, TemplateRef, Verdict};
use uuid::Uuid;

/// One answer: right or not, hints seen of 3, and the day.
pub type Answer = (bool, u8, i32);

/// The answers come in the order given; the trace has them newest first.
pub fn trace(answers: &[Answer]) -> EstimateTrace {
    let params = SkillParams {
        forget_daily: 0.01,
        ..SkillParams::plain(0.42, 0.1, 0.1, 0.1).unwrap()
    };
    let prior = AbilityPrior::default();
    let mut ability = Ability::new(&prior);
    let rule = MasteryRule::default();
    let mut state = SkillState::new(&params);
    let mut steps: Vec<TraceStep> = answers
        .iter()
        .enumerate()
        .map(|(n, &(correct, hints, day))| {
            let seen = Observation {
                correct,
                item: ItemParams::default(),
                help: Help {
                    depth: hints,
                    of: 3,
                },
                bridged: false,
                day: SchoolDay(day),
            };
            let verdict = if correct {
                Verdict::Correct
            } else {
                Verdict::Wrong { feedback: None }
            };
            let moved = state.observe(&params, &mut ability, &prior, &seen);
            TraceStep {
                moved: Some(moved),
                terms: moved.terms(&params, &seen).collect(),
                ..step(n, verdict, hints)
            }
        })
        .collect();
    steps.reverse();
    let level = rule.level(&state);
    EstimateTrace {
        student: UserId(Uuid::from_u128(7)),
        student_name: "Ana Rivera".into(),
        given_name: "Ana".into(),
        skill: "6.RP.A.3b-unit-rate".parse().unwrap(),
        skill_title: "Unit rate".into(),
        params,
        rule,
        cell: Cell {
            level,
            percent: (level != MasteryLevel::NotEnoughEvidence)
                .then_some((state.p_known() * 100.0) as u8),
            opportunities: state.opportunities,
            last_ms: None,
        },
        pin: None,
        interval: None,
        steps,
    }
}

/// A step that moved nothing.
pub fn step(n: usize, result: Verdict, hints: u8) -> TraceStep {
    let text = |text: &str| vec![Inline::Text(text.to_owned())];
    TraceStep {
        response: ResponseId(Uuid::from_u128(n as u128)),
        template: TemplateRef {
            id: "unit-rate-price".parse().unwrap(),
            version: 1,
        },
        seed: 5,
        answered_at_ms: 1_700_000_000_000 + n as i64,
        stem: text("How much is one?"),
        answer: text("3"),
        key: text("3"),
        result,
        attempt: 1,
        hints,
        hints_of: 3,
        bridge: false,
        elapsed_ms: 42_000,
        moved: None,
        terms: Vec::new(),
    }
}
