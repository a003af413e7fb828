//! A batch of answers, from the wire to the disk and out to those who watch.

use std::sync::Arc;

use api::{
    BatchReply, CellUpdate, Estimate, Outcome, OutcomeStatus, RejectReason, ResponseBatch,
    ResponseId, UserId,
};
use engine::Ability;
use item_bank::{Bank, SkillCode, Verdict};
use store::{AppendReply, Appended, EstimateRow, GradedResponse, NewUse};

use super::cells;
use super::clock_offset::Offset;
use super::grade::{Arrival, grade};
use super::settings;
use crate::bridge::words;
use crate::error::{Refusal, Reply};
use crate::model::Model;
use crate::state::AppState;

/// Batches over this are checked off the async threads: 400 items take some 10 ms to make.
const INLINE: usize = 16;

/// What each answer waits for, in the batch's order.
enum Pending {
    Settled(OutcomeStatus),
    /// The next graded response of the append.
    Appending {
        skill: SkillCode,
        result: Verdict,
    },
}

/// Grades, appends, and answers after the commit.
pub async fn batch(state: &AppState, student: UserId, batch: ResponseBatch) -> Reply<BatchReply> {
    let received_at_ms = state.now_ms();
    let offset = Offset::new(received_at_ms, batch.sent_at_ms);
    let arrival = Arrival {
        device: batch.device,
        received_at_ms,
        offset,
    };
    let (bank, model) = (state.bank(), Arc::clone(&state.model));
    let (pending, graded) = if batch.responses.len() <= INLINE {
        grade_all(&bank, &model, &arrival, batch)
    } else {
        let bank = Arc::clone(&bank);
        tokio::task::spawn_blocking(move || grade_all(&bank, &model, &arrival, batch))
            .await
            .map_err(|error| {
                tracing::error!(%error, "grading a batch panicked");
                Refusal::internal()
            })?
    };
    let AppendReply {
        appended,
        estimates,
        ability,
    } = if graded.is_empty() {
        AppendReply {
            appended: Vec::new(),
            estimates: Vec::new(),
            ability: state.store.ability_of_student(student).await?,
        }
    } else {
        let answered: Vec<Vec<NewUse>> = graded
            .iter()
            .map(|response| words::answered(&bank, response))
            .collect();
        let reply = state.store.append(student, graded).await?;
        keep_words(state, student, answered, &reply.appended).await?;
        reply
    };
    if appended.contains(&Appended::Stored) {
        tell(state, student, &estimates).await;
    }
    let estimates = estimates
        .into_iter()
        .map(|row| Estimate {
            skill: row.skill,
            state: row.state,
        })
        .collect();
    Ok(BatchReply {
        outcomes: settle(pending, appended),
        estimates,
        ability: ability.unwrap_or_else(|| Ability::new(&state.model.prior)),
        server_time_ms: received_at_ms,
        clock: offset.notice(),
    })
}

/// Keeps the words that answers used, one list for each. The answers are on the disk by now. When
/// this fails the batch is not acknowledged: the device sends it again, its answers are known by then,
/// and their words follow.
async fn keep_words(
    state: &AppState,
    student: UserId,
    answered: Vec<Vec<NewUse>>,
    appended: &[Appended],
) -> Reply<()> {
    let known = answered.into_iter().zip(appended);
    let known = known.filter(|(_, became)| **became != Appended::IdReused);
    let uses: Vec<NewUse> = known.flat_map(|(uses, _)| uses).collect();
    if !uses.is_empty() {
        state.store.append_uses(student, uses).await?;
    }
    Ok(())
}

fn grade_all(
    bank: &Bank,
    model: &Model,
    arrival: &Arrival,
    batch: ResponseBatch,
) -> (Vec<(ResponseId, Pending)>, Vec<GradedResponse>) {
    let mut graded = Vec::with_capacity(batch.responses.len());
    let pending = batch.responses.into_iter().map(|record| {
        let id = record.id;
        let waits = match grade(bank, model, arrival, record) {
            Ok(response) => {
                let (skill, result) = (response.skill.clone(), response.result.clone());
                graded.push(response);
                Pending::Appending { skill, result }
            }
            Err(status) => Pending::Settled(status),
        };
        (id, waits)
    });
    (pending.collect(), graded)
}

fn settle(pending: Vec<(ResponseId, Pending)>, appended: Vec<Appended>) -> Vec<Outcome> {
    let mut appended = appended.into_iter();
    let outcome = |(id, waits): (ResponseId, Pending)| {
        let status = match waits {
            Pending::Settled(status) => status,
            Pending::Appending { skill, result } => match appended.next()? {
                Appended::Stored => OutcomeStatus::Stored { skill, result },
                Appended::Duplicate => OutcomeStatus::Duplicate,
                Appended::IdReused => OutcomeStatus::Rejected {
                    reason: RejectReason::IdReused,
                    detail: "Another answer came with this id before.".to_owned(),
                },
            },
        };
        count(&status);
        Some(Outcome { id, status })
    };
    pending.into_iter().filter_map(outcome).collect()
}

fn count(status: &OutcomeStatus) {
    let outcome = match status {
        OutcomeStatus::Stored { .. } => "stored",
        OutcomeStatus::Duplicate => "duplicate",
        OutcomeStatus::Rejected { .. } => "rejected",
    };
    metrics::counter!("trellis_responses_total", "outcome" => outcome).increment(1);
}

/// Tells the teachers who watch this student's classes. The answers are safe by now: a failure
/// here costs a teacher an update, not a student an answer.
async fn tell(state: &AppState, student: UserId, estimates: &[EstimateRow]) {
    if !state.live.is_watched() {
        return;
    }
    let classes = match state.store.classes_of_student(student).await {
        Ok(classes) => classes,
        Err(error) => {
            tracing::warn!(%error, "an update could not be told");
            return;
        }
    };
    for class in classes {
        let rule = settings::rule(&state.policy, class.settings);
        for row in estimates {
            let update = CellUpdate {
                student,
                skill: row.skill.clone(),
                cell: cells::of(&rule, row),
            };
            state.live.tell(class.id, &update);
        }
    }
}
