//! The responses behind an estimate, folded again by the engine that folded them first.

use std::collections::HashMap;

use api::{EstimateTrace, SkillPin, TraceStep};
use engine::{Interval, MasteryRule, Move, Observation, SkillState, Term, interval};
use item_bank::{Bank, Inline, Item, RawAnswer, Skill};
use store::{Opportunity, Replay, StoredResponse, StudentRow};

use super::cells;
use crate::model::Model;

/// What a trace is made of.
#[derive(Clone, Debug)]
pub struct Behind<'a> {
    pub student: &'a StudentRow,
    pub skill: &'a Skill,
    pub pin: Option<SkillPin>,
    /// To this skill, in order of arrival.
    pub responses: &'a [StoredResponse],
    /// The student's, over all skills: each moved the ability with which the next was read.
    pub opportunities: &'a [Opportunity],
}

pub fn of(bank: &Bank, model: &Model, rule: MasteryRule, behind: Behind<'_>) -> EstimateTrace {
    let Behind { student, skill, .. } = behind;
    let mut replay = Replay::default();
    let mut moves: HashMap<i64, Moved> = HashMap::new();
    let mut answers: Vec<(Observation, f64)> = Vec::new();
    for response in behind.opportunities {
        let scored = model.past().read(response);
        let moved = replay.fold(response, &scored);
        if response.skill == skill.code {
            answers.push((scored.observation(), moved.ability_before));
            let terms = moved.terms(&scored.params, &scored.observation()).collect();
            moves.insert(response.position, Moved { moved, terms });
        }
    }
    let steps = behind.responses.iter().rev();
    let steps = steps.map(|response| step(bank, response, moves.remove(&response.position)));
    let steps = steps.collect();
    let params = model.params(skill);
    let row = replay.estimate(student.id, &skill.code);
    let cell = match row {
        Some(row) => cells::of(&rule, row),
        None => cells::of_state(&rule, &SkillState::new(&params), None),
    };
    let known = row.filter(|_| cell.percent.is_some());
    let doubt = known.and_then(|row| {
        let found = interval(&model.draws(skill), &answers)?;
        // an estimate that older parameters made may lie outside what those of today allow
        let here = row.state.p_known();
        Some(Interval {
            low: found.low.min(here),
            high: found.high.max(here),
        })
    });
    EstimateTrace {
        interval: doubt,
        student: student.id,
        student_name: format!("{} {}", student.given_name, student.family_name),
        given_name: student.given_name.clone(),
        skill: skill.code.clone(),
        skill_title: skill.title.clone(),
        params,
        rule,
        cell,
        pin: behind.pin,
        steps,
    }
}

/// What one response moved, whole and in parts.
struct Moved {
    moved: Move,
    terms: Vec<Term>,
}

fn step(bank: &Bank, response: &StoredResponse, moved: Option<Moved>) -> TraceStep {
    let template = bank.template(&response.template).ok();
    let item = template.and_then(|template| item_bank::instantiate(template, response.seed).ok());
    let answer = match &item {
        Some(item) => item.answer_rich(&response.answer),
        None => vec![Inline::Text(as_given(&response.answer))],
    };
    TraceStep {
        response: response.id,
        template: response.template.clone(),
        seed: response.seed,
        answered_at_ms: response.effective_at_ms,
        stem: item
            .as_ref()
            .map(|item| item.stem.clone())
            .unwrap_or_default(),
        answer,
        key: item.as_ref().map(Item::key_rich).unwrap_or_default(),
        result: response.result.clone(),
        attempt: response.attempt,
        hints: response.hints,
        hints_of: response.hints_of,
        bridge: response.bridge,
        elapsed_ms: response.elapsed_ms,
        moved: moved.as_ref().map(|it| it.moved),
        terms: moved.map(|it| it.terms).unwrap_or_default(),
    }
}

/// An answer to a question that can no longer be made.
fn as_given(answer: &RawAnswer) -> String {
    match answer {
        RawAnswer::Text(text) => text.clone(),
        RawAnswer::Choice(choice) => format!("choice {}", choice + 1),
        RawAnswer::Choices(choices) => {
            let names: Vec<String> = choices.iter().map(|c| (c + 1).to_string()).collect();
            format!("choices {}", names.join(", "))
        }
        RawAnswer::Cells(cells) => cells.join("; "),
        RawAnswer::Points(points) => {
            let marks: Vec<String> = points.iter().map(|[x, y]| format!("({x}, {y})")).collect();
            format!("marks at steps {}", marks.join(", "))
        }
        RawAnswer::Interval(_) => "a part of a number line".to_owned(),
    }
}
