//! Checking an answer again. The device's verdict is a claim; this one counts.

use api::{DeviceId, OutcomeStatus, RejectReason, ResponseRecord};
use engine::{Help, ItemParams, SchoolDay};
use item_bank::{Bank, Item, MissingTemplate, Unreadable, Verdict};
use store::{GradedResponse, Scored};

use super::clock_offset::Offset;
use crate::model::Model;

/// Attempts at one item that are kept.
const MAX_ATTEMPT: u8 = 20;
const DAY_MS: u32 = 86_400_000;

/// What grading needs besides the record.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    pub device: DeviceId,
    pub received_at_ms: i64,
    pub offset: Offset,
}

/// Makes the item again and checks the answer. `Err` is what the device is told of a record that
/// will never be accepted.
pub fn grade(
    bank: &Bank,
    model: &Model,
    arrival: &Arrival,
    record: ResponseRecord,
) -> Result<GradedResponse, OutcomeStatus> {
    let template = bank.template(&record.template).map_err(|missing| {
        let reason = match missing {
            MissingTemplate::Unknown(_) => RejectReason::UnknownTemplate,
            MissingTemplate::VersionGone { .. } => RejectReason::VersionGone,
        };
        reject(reason, missing.to_string())
    })?;
    let item = item_bank::instantiate(template, record.seed).map_err(|error| {
        tracing::error!(%error, template = %record.template, seed = record.seed, "no item");
        reject(
            RejectReason::OutOfRange,
            format!("Seed {} makes no question.", record.seed),
        )
    })?;
    check_ranges(&record, &item)?;
    let result = item_bank::check(&item, &record.answer);
    if let Verdict::Unreadable { why } = &result {
        return Err(reject(
            RejectReason::Unreadable,
            unreadable(*why).to_owned(),
        ));
    }
    let effective_at_ms = arrival.offset.apply(record.answered_at_ms);
    let counts = record.attempt == 1 && result.is_scored();
    let skill = bank.skill(&item.skill);
    let hints_of = rungs(&item);
    let scored = counts.then_some(skill).flatten().map(|skill| Scored {
        correct: result.is_correct(),
        item: ItemParams {
            difficulty: model.difficulty(&item.template.id, item.difficulty),
            chance: item.chance(),
        },
        help: Help {
            depth: record.hints,
            of: hints_of,
        },
        bridged: record.bridge,
        day: SchoolDay::from_epoch_ms(effective_at_ms),
        params: model.params(skill),
        prior: model.prior,
    });
    Ok(GradedResponse {
        record,
        device: arrival.device,
        skill: item.skill,
        result,
        hints_of,
        received_at_ms: arrival.received_at_ms,
        effective_at_ms,
        scored,
    })
}

/// Rungs of an item's hint ladder.
pub fn rungs(item: &Item) -> u8 {
    u8::try_from(item.hints.len()).unwrap_or(u8::MAX)
}

fn check_ranges(record: &ResponseRecord, item: &Item) -> Result<(), OutcomeStatus> {
    let out = |detail: String| Err(reject(RejectReason::OutOfRange, detail));
    if !(1..=MAX_ATTEMPT).contains(&record.attempt) {
        return out(format!(
            "Attempt {} is not between 1 and {MAX_ATTEMPT}.",
            record.attempt
        ));
    }
    if record.hints > rungs(item) {
        return out(format!(
            "{} hints of {} were seen.",
            record.hints,
            rungs(item)
        ));
    }
    if record.elapsed_ms > DAY_MS {
        return out(format!("{} ms is longer than a day.", record.elapsed_ms));
    }
    Ok(())
}

fn reject(reason: RejectReason, detail: String) -> OutcomeStatus {
    OutcomeStatus::Rejected { reason, detail }
}

fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "The answer is empty.",
        Unreadable::NotANumber => "The answer is not a number.",
        Unreadable::ZeroDenominator => "The answer divides by zero.",
        Unreadable::TooLong => "The answer is too long to be read.",
        Unreadable::WrongKind => "The answer does not fit this kind of question.",
        Unreadable::Incomplete => "A part of the answer is missing.",
        Unreadable::NotAlgebra => "The answer does not read as algebra.",
        Unreadable::OpenBracket => "The answer has a bracket without its pair.",
        Unreadable::NoRelation => "The answer has no =, < or >.",
        Unreadable::OtherLetter => "The answer has a letter that the question does not have.",
        Unreadable::TooComplicated => "The answer is too complicated to be read.",
    }
}
