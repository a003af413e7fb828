//! The law of the outbox: however the same responses are cut into batches, repeated, reordered and
//! sent at once, the store ends with each of them once, and its estimates are the fold of what
//! counts in the order of arrival, bit for bit.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};

use api::UserId;
use futures::future::join_all;
use item_bank::{SkillCode, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{Appended, EstimateRow, GradedResponse, Replay, Store, StoredResponse};
use tokio::runtime::Runtime;

use super::sample::{self, district, new_student, skill, user};

const SKILLS: [&str; 2] = ["6.RP.A.2-unit-rate", "6.RP.A.3c-percent"];
const CASES: u32 = 64;

/// One response of a case; its number is its place in the outbox.
#[derive(Clone, Debug)]
struct Answer {
    skill: usize,
    /// Few, so that some items are answered twice.
    seed: u32,
    correct: bool,
    hints: u8,
    scored: bool,
    days_later: u16,
}

/// Batches that are sent at the same time, of answers by number.
type Round = Vec<Vec<usize>>;

#[derive(Clone, Debug)]
struct Case {
    answers: Vec<Answer>,
    rounds: Vec<Round>,
}

fn answer() -> impl Strategy<Value = Answer> {
    (
        0..2usize,
        0..12u32,
        any::<bool>(),
        0..4u8,
        prop::bool::weighted(0.8),
        0..40u16,
    )
        .prop_map(|(skill, seed, correct, hints, scored, days_later)| Answer {
            skill,
            seed,
            correct,
            hints,
            scored,
            days_later,
        })
}

fn case() -> impl Strategy<Value = Case> {
    prop::collection::vec(answer(), 1..24).prop_flat_map(|answers| {
        let batch = prop::collection::vec(0..answers.len(), 0..8);
        let round = prop::collection::vec(batch, 1..4);
        prop::collection::vec(round, 0..5).prop_map(move |rounds| Case {
            answers: answers.clone(),
            rounds,
        })
    })
}

pub fn any_upload_converges(runtime: &Runtime, store: &dyn Store) {
    runtime.block_on(district(store));
    // every case has a student of its own, so that one store serves them all
    let next = AtomicU64::new(1);
    let mut runner = TestRunner::new(Config {
        cases: CASES,
        ..Config::default()
    });
    let law = |case: Case| {
        let n = next.fetch_add(1, Ordering::Relaxed);
        runtime.block_on(check(store, n, &case))
    };
    if let Err(failure) = runner.run(&case(), law) {
        panic!("{failure}");
    }
}

async fn check(store: &dyn Store, n: u64, case: &Case) -> Result<(), TestCaseError> {
    let student = 1_000_000 + n;
    store
        .add_students(vec![new_student(student, "Case", &n.to_string())])
        .await
        .unwrap();
    let student = user(student);
    let sent: Vec<_> = case
        .answers
        .iter()
        .enumerate()
        .map(|(k, a)| graded(n * 1_000 + k as u64, a))
        .collect();
    // what a device does in the end: the whole outbox once more
    let everything: Round = vec![(0..sent.len()).collect()];
    let mut stored_replies = 0;
    for round in case.rounds.iter().chain([&everything]) {
        let batches = round.iter().map(|batch| {
            let responses = batch.iter().map(|k| sent[*k].clone()).collect();
            store.append(student, responses)
        });
        for reply in join_all(batches).await {
            let appended = reply.unwrap().appended;
            prop_assert!(!appended.contains(&Appended::IdReused));
            stored_replies += appended.iter().filter(|a| **a == Appended::Stored).count();
        }
    }
    // each was acknowledged as new once, whatever the repetition
    prop_assert_eq!(stored_replies, sent.len());
    let stored = stored(store, student).await;
    is_the_same_set(&sent, &stored)?;
    one_opportunity_for_an_item(&sent, &stored)?;
    let kept = store.estimates_of_student(student).await.unwrap();
    let replay = folded(store, student).await;
    let able = |ability: engine::Ability| [ability.mean, ability.variance].map(f64::to_bits);
    let ability = store.ability_of_student(student).await.unwrap();
    prop_assert_eq!(replay.ability(student).map(able), ability.map(able));
    let mut folded = replay.into_projection().estimates;
    folded.sort_by(|a, b| a.skill.cmp(&b.skill));
    prop_assert_eq!(bits(&folded), bits(&kept));
    Ok(())
}

fn graded(n: u64, answer: &Answer) -> GradedResponse {
    let mut made = sample::response(n, SKILLS[answer.skill], answer.seed);
    let later_ms = i64::from(answer.days_later) * 86_400_000;
    made.record.answered_at_ms += later_ms;
    made.effective_at_ms += later_ms;
    made.record.hints = answer.hints;
    if !answer.correct {
        made.result = Verdict::Wrong { feedback: None };
    }
    made.scored = made
        .scored
        .filter(|_| answer.scored)
        .map(|scored| store::Scored {
            correct: answer.correct,
            help: engine::Help {
                depth: answer.hints,
                of: 3,
            },
            day: engine::SchoolDay::from_epoch_ms(made.effective_at_ms),
            ..scored
        });
    made
}

async fn stored(store: &dyn Store, student: UserId) -> Vec<StoredResponse> {
    let mut all = Vec::new();
    for code in SKILLS {
        all.extend(store.responses_of(student, &skill(code)).await.unwrap());
    }
    all.sort_by_key(|response| response.position);
    all
}

fn is_the_same_set(
    sent: &[GradedResponse],
    stored: &[StoredResponse],
) -> Result<(), TestCaseError> {
    let sent: BTreeMap<_, _> = sent
        .iter()
        .map(|s| {
            (
                s.record.id,
                (s.record.seed, s.record.hints, s.record.answered_at_ms),
            )
        })
        .collect();
    let found: BTreeMap<_, _> = stored
        .iter()
        .map(|s| (s.id, (s.seed, s.hints, s.answered_at_ms)))
        .collect();
    prop_assert_eq!(found.len(), stored.len());
    prop_assert_eq!(found, sent);
    Ok(())
}

fn one_opportunity_for_an_item(
    sent: &[GradedResponse],
    stored: &[StoredResponse],
) -> Result<(), TestCaseError> {
    let scored: BTreeSet<_> = sent
        .iter()
        .filter(|s| s.scored.is_some())
        .map(|s| (s.record.template.clone(), s.record.seed))
        .collect();
    let counted: Vec<_> = stored.iter().filter(|s| s.opportunity.is_some()).collect();
    let items: BTreeSet<_> = counted
        .iter()
        .map(|s| (s.template.clone(), s.seed))
        .collect();
    prop_assert_eq!(counted.len(), items.len());
    prop_assert_eq!(items, scored);
    Ok(())
}

async fn folded(store: &dyn Store, student: UserId) -> Replay {
    let mut replay = Replay::default();
    for response in store.opportunities_of(student).await.unwrap() {
        replay.fold(&response, &response.scored);
    }
    replay
}

fn bits(rows: &[EstimateRow]) -> Vec<(&SkillCode, u64, u64, i64, String)> {
    rows.iter()
        .map(|row| {
            let EstimateRow {
                skill,
                state,
                last_at_ms,
                ..
            } = row;
            let rest = format!("{state:?}");
            (
                skill,
                state.odds.to_bits(),
                state.stability.to_bits(),
                *last_at_ms,
                rest,
            )
        })
        .collect()
}
