//! The responses behind an estimate, folded again by the engine that folded them first.

use api::{EstimateTrace, TraceStep};
use engine::{MasteryRule, Move, SkillState};
use item_bank::{Bank, Inline, Item, RawAnswer, Skill};
use store::{StoredResponse, StudentRow};

use super::cells;

pub fn of(
    bank: &Bank,
    rule: MasteryRule,
    student: &StudentRow,
    skill: &Skill,
    responses: &[StoredResponse],
) -> EstimateTrace {
    let mut fold = Fold::default();
    let mut steps: Vec<TraceStep> = responses
        .iter()
        .map(|response| step(bank, response, fold.next(response)))
        .collect();
    steps.reverse();
    let state = fold.state.unwrap_or_else(|| SkillState::new(&skill.params));
    EstimateTrace {
        student: student.id,
        student_name: format!("{} {}", student.given_name, student.family_name),
        skill: skill.code.clone(),
        skill_title: skill.title.clone(),
        params: skill.params,
        rule,
        cell: cells::of_state(&rule, &state, fold.last_at_ms),
        steps,
    }
}

#[derive(Default)]
struct Fold {
    state: Option<SkillState>,
    last_at_ms: Option<i64>,
}

impl Fold {
    /// What this response moved; nothing when it is not an opportunity.
    fn next(&mut self, response: &StoredResponse) -> Option<Move> {
        let scored = response.opportunity?;
        let state = self
            .state
            .get_or_insert_with(|| SkillState::new(&scored.params));
        self.last_at_ms = self.last_at_ms.max(Some(response.effective_at_ms));
        Some(state.observe(&scored.params, &scored.observation()))
    }
}

fn step(bank: &Bank, response: &StoredResponse, moved: Option<Move>) -> TraceStep {
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
        moved,
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
    }
}
