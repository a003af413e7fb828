//! Where students stand with words: the fold of what happened.

use std::collections::{BTreeMap, HashMap};

use api::{TermEstimate, UseId, UserId};
use engine::{TermRule, TermState};
use item_bank::bridge::say::{check, task_for_term};
use item_bank::bridge::{Said, SayKind};
use item_bank::{Bank, Kind, RawAnswer, TermId};
use sha2::{Digest, Sha256};
use store::{GradedResponse, Happened, NewUse, TermEventRow};
use uuid::Uuid;

use crate::ids;

/// When a card folds, everywhere here.
pub fn rule() -> TermRule {
    TermRule::default()
}

/// The states of one student's words, by word.
pub fn states(rows: &[TermEventRow]) -> BTreeMap<TermId, TermState> {
    let mut states: BTreeMap<TermId, TermState> = BTreeMap::new();
    for row in rows {
        match states.get_mut(&row.term) {
            Some(state) => fold(state, row),
            None => fold(states.entry(row.term.clone()).or_default(), row),
        }
    }
    states
}

/// The same for many students at once.
pub fn states_by_student(rows: Vec<TermEventRow>) -> HashMap<UserId, BTreeMap<TermId, TermState>> {
    let mut of_each: HashMap<UserId, Vec<TermEventRow>> = HashMap::new();
    for row in rows {
        of_each.entry(row.student).or_default().push(row);
    }
    let each = of_each.into_iter();
    each.map(|(student, rows)| (student, states(&rows)))
        .collect()
}

fn fold(state: &mut TermState, row: &TermEventRow) {
    for _ in 0..row.times {
        state.observe(row.event, row.day, rule());
    }
}

pub fn estimates(states: BTreeMap<TermId, TermState>) -> Vec<TermEstimate> {
    let each = states.into_iter();
    each.map(|(term, state)| TermEstimate { term, state })
        .collect()
}

/// Words that a student used by answering: the question assesses the word, and the word is the right
/// answer, given at the first attempt and before the last hint told it. A wrong answer says nothing
/// of the word, since what was meant is not known.
pub fn answered(bank: &Bank, response: &GradedResponse) -> Vec<NewUse> {
    let record = &response.record;
    let told = response.hints_of > 0 && record.hints >= response.hints_of;
    if record.attempt != 1 || !response.result.is_correct() || told {
        return Vec::new();
    }
    let (Ok(template), RawAnswer::Text(text)) = (bank.template(&record.template), &record.answer)
    else {
        return Vec::new();
    };
    if template.kind != Kind::ShortText {
        return Vec::new();
    }
    let english = bank.english();
    let is_answer = |term: &&TermId| {
        task_for_term(english, term, SayKind::Type)
            .and_then(|task| check(english, &task, text))
            .is_some_and(|said| said == Said::Right)
    };
    let terms = template.construct_terms.iter().filter(is_answer);
    terms
        .map(|term| NewUse {
            id: id_of_answer(response, term),
            term: term.clone(),
            what: Happened::Answered,
            at_ms: response.effective_at_ms,
            day: engine::SchoolDay::from_epoch_ms(response.effective_at_ms),
            received_at_ms: response.received_at_ms,
        })
        .collect()
}

/// The same answer gives the same id however often it arrives.
fn id_of_answer(response: &GradedResponse, term: &TermId) -> UseId {
    let mut digest = Sha256::new();
    digest.update(response.record.id.0.as_bytes());
    digest.update(term.as_str());
    let digest = digest.finalize();
    let mut random = [0; 10];
    random.copy_from_slice(&digest[..10]);
    UseId(ids::from_parts(made_ms(response.record.id.0), random))
}

/// When a UUIDv7 says that it was made.
fn made_ms(id: Uuid) -> i64 {
    (id.as_u128() >> 80) as i64
}

#[cfg(test)]
mod tests {
    use engine::{SchoolDay, TermEvent};

    use super::*;

    fn row(student: u128, term: &str, event: TermEvent, day: i32, times: u32) -> TermEventRow {
        TermEventRow {
            student: UserId(Uuid::from_u128(student)),
            term: term.parse().unwrap(),
            event,
            day: SchoolDay(day),
            times,
        }
    }

    #[test]
    fn states_are_the_fold_of_each_students_events() {
        use TermEvent::{Asked, Met, Misused, Used};
        let rows = vec![
            row(1, "fraction", Met, 0, 7),
            row(2, "fraction", Asked, 0, 2),
            row(1, "fraction", Used, 1, 1),
            row(2, "fraction", Used, 1, 1),
            row(1, "fraction", Used, 1, 1),
            row(1, "ratio", Misused, 1, 1),
            row(1, "fraction", Used, 2, 1),
        ];
        let states = states_by_student(rows);
        let of = |student, term: &str| {
            let term: TermId = term.parse().unwrap();
            states[&UserId(Uuid::from_u128(student))][&term]
        };
        assert!(of(1, "fraction").is_folded(rule()));
        assert_eq!((of(1, "fraction").met, of(1, "fraction").used), (7, 3));
        assert_eq!((of(2, "fraction").asked, of(2, "fraction").used), (2, 1));
        assert!(!of(2, "fraction").is_folded(rule()));
        assert_eq!((of(1, "ratio").misused, of(1, "ratio").relapses), (1, 0));
    }

    #[test]
    fn an_id_tells_when_it_was_made() {
        let id = ids::from_parts(1_789_000_000_123, [7; 10]);
        assert_eq!(made_ms(id), 1_789_000_000_123);
    }
}
