//! A batch of uses, from the wire to the disk. The device's own verdict does not exist here: each
//! task is made again and what was said is checked.

use std::collections::BTreeSet;

use api::{BridgeUse, MAX_SAID, UseBatch, UseKind, UseOutcome, UserId, UsesReply};
use engine::SchoolDay;
use item_bank::TermId;
use item_bank::bridge::say::check;
use item_bank::bridge::{English, Said, SayKind};
use store::{Happened, NewUse, UseAppended};

use super::words;
use crate::error::Reply;
use crate::practice::clock_offset::Offset;
use crate::state::AppState;

/// Checks, appends, and answers after the commit.
pub async fn batch(state: &AppState, student: UserId, batch: UseBatch) -> Reply<UsesReply> {
    let received_at_ms = state.now_ms();
    let offset = Offset::new(received_at_ms, batch.sent_at_ms);
    let bank = state.bank();
    let english = bank.english();
    let touched: BTreeSet<TermId> = batch.uses.iter().map(|one| one.term.clone()).collect();
    let (mut ids, mut kept) = (Vec::new(), Vec::new());
    for one in batch.uses {
        let id = one.id;
        let checked = happened(english, &one).map(|what| {
            let at_ms = offset.apply(one.at_ms);
            kept.push(NewUse {
                id,
                term: one.term,
                what,
                at_ms,
                day: SchoolDay::from_epoch_ms(at_ms),
                received_at_ms,
            });
        });
        ids.push((id, checked));
    }
    let said: Vec<Option<Said>> = kept.iter().map(|one| said(&one.what)).collect();
    let appended = if kept.is_empty() {
        Vec::new()
    } else {
        state.store.append_uses(student, kept).await?
    };
    let mut appended = appended.into_iter().zip(said);
    let outcomes = ids.into_iter().filter_map(|(id, checked)| {
        let outcome = match checked {
            Err(why) => refused(id, why),
            Ok(()) => match appended.next()? {
                (UseAppended::Stored, said) | (UseAppended::Duplicate { said }, _) => UseOutcome {
                    id,
                    said,
                    refused: None,
                },
                (UseAppended::IdReused, _) => {
                    refused(id, "Something else came with this id before.".to_owned())
                }
            },
        };
        Some(outcome)
    });
    let outcomes = outcomes.collect();
    let rows = state.store.term_events_of_student(student).await?;
    let mut states = words::states(&rows);
    states.retain(|term, _| touched.contains(term));
    Ok(UsesReply {
        outcomes,
        terms: words::estimates(states),
    })
}

fn refused(id: api::UseId, why: String) -> UseOutcome {
    UseOutcome {
        id,
        said: None,
        refused: Some(why),
    }
}

/// What is kept of a use; `Err` is why it will never be accepted.
pub fn happened(english: &English, one: &BridgeUse) -> Result<Happened, String> {
    if !english.terms.contains_key(&one.term) {
        return Err(format!("There is no word '{}' here.", one.term));
    }
    let (task, text) = match &one.what {
        UseKind::Met => return Ok(Happened::Met),
        UseKind::Asked => return Ok(Happened::Asked),
        UseKind::Said { task, text } => (task, text),
    };
    if task.term != one.term {
        return Err(format!(
            "The task is about '{}', not about '{}'.",
            task.term, one.term
        ));
    }
    let length = text.chars().count();
    if length > MAX_SAID {
        return Err(format!(
            "The text has {length} characters: at most {MAX_SAID} are read."
        ));
    }
    let said = check(english, task, text);
    let said = said.ok_or_else(|| "No task can be made again from this.".to_owned())?;
    Ok(Happened::Said {
        task: task.clone(),
        said,
        text: (task.kind == SayKind::Own).then(|| text.clone()),
    })
}

fn said(what: &Happened) -> Option<Said> {
    match what {
        Happened::Said { said, .. } => Some(*said),
        Happened::Met | Happened::Asked | Happened::Answered => None,
    }
}
