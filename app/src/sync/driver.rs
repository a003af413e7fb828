//! The one task that talks to the school: answers out, the plan in, never both at once, so that a
//! plan made before an answer cannot arrive after the answer's own estimates.

use std::collections::VecDeque;
use std::sync::Arc;

use api::{
    BatchReply, DeviceId, MAX_BATCH, MAX_USES, OutcomeStatus, ResponseBatch, ResponseId, UserId,
};
use futures::channel::mpsc;
use futures::future::{Either, select};
use futures::{FutureExt, StreamExt};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use uuid::Uuid;

use super::{Failure, Outbox, Pending, Step, lock, plan, uses};
use crate::api::{ApiError, practice};
use crate::state::Store;
use crate::storage::Storage;
use crate::{clock, dom};

/// How often a page in front asks for a changed plan; a 304 costs some 200 bytes.
const POLL_MS: i64 = 10_000;

/// Why the driver should look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// An answer was given.
    Answers,
    /// The network or the page is back, or a person pressed a button.
    Now,
    /// Somebody signed in.
    SignedIn,
}

pub async fn run(store: Store, mut wakes: mpsc::UnboundedReceiver<Wake>) {
    let mut outbox = Outbox::new(MAX_BATCH);
    let mut words = Outbox::new(MAX_USES);
    let mut next_plan_ms = 0;
    loop {
        if let Some(student) = store.student() {
            flush(store, student, &mut outbox).await;
            uses::flush(store, student, &mut words).await;
            let due = clock::now_ms() >= next_plan_ms && dom::is_visible();
            if due && !store.sign_in_again.get_untracked() {
                plan::refresh(store, student).await;
                next_plan_ms = clock::now_ms() + POLL_MS;
            }
        }
        let now_ms = clock::now_ms();
        let pause = match outbox.next(&ids(store), now_ms) {
            Step::WaitUntil(until) => until.min(next_plan_ms.max(now_ms)),
            _ => next_plan_ms.max(now_ms),
        };
        // In the background the poll is skipped, and must not spin.
        let pause_ms = (pause - now_ms).clamp(500, POLL_MS) as u32;
        match select(wakes.next(), TimeoutFuture::new(pause_ms)).await {
            Either::Left((None, _)) => return,
            Either::Left((Some(wake), _)) => {
                let mut last = wake;
                while let Some(Some(more)) = wakes.next().now_or_never() {
                    last = if more == Wake::Answers { last } else { more };
                }
                match last {
                    Wake::Answers => {}
                    Wake::Now => {
                        outbox.hurry();
                        words.hurry();
                        next_plan_ms = 0;
                    }
                    Wake::SignedIn => {
                        outbox.signed_in();
                        words.signed_in();
                        next_plan_ms = 0;
                    }
                }
            }
            Either::Right(((), _)) => {}
        }
    }
}

/// Sends until there is nothing to send now.
async fn flush(store: Store, student: UserId, outbox: &mut Outbox) {
    while matches!(outbox.next(&ids(store), clock::now_ms()), Step::Send(_)) {
        let job = Job {
            storage: store.storage(),
            student,
            device: store.device(),
            unkept: unkept(store),
            outbox: outbox.clone(),
        };
        let known = job.known(store);
        let Some(done) = lock::alone(job.run()).await else {
            return;
        };
        if store.student() != Some(student) {
            return;
        }
        if done.somebody_else {
            // Another tab signed in another student: this one must not speak for them.
            dom::reload();
            return;
        }
        *outbox = done.outbox;
        forget(store, &known, done.left);
        let Some(reply) = done.reply else { return };
        settle(store, outbox, reply);
    }
}

/// One batch, worked on while this tab holds the lock.
struct Job {
    storage: Storage,
    student: UserId,
    device: DeviceId,
    /// Answers that live in this tab's memory only.
    unkept: Vec<Pending>,
    outbox: Outbox,
}

struct Done {
    outbox: Outbox,
    /// What still waits.
    left: Vec<Pending>,
    /// `None` when there was nothing to send after all.
    reply: Option<Result<BatchReply, ApiError>>,
    somebody_else: bool,
}

impl Job {
    /// Answers that this job finds, unless they are at school by then.
    fn known(&self, store: Store) -> Vec<ResponseId> {
        let writing = store.unkept.get_untracked();
        let shown: Vec<ResponseId> = store
            .pending
            .with_untracked(|all| all.iter().map(|it| it.record.id).collect());
        let on_disk = shown.into_iter().filter(|id| !writing.contains(id));
        on_disk
            .chain(self.unkept.iter().map(|it| it.record.id))
            .collect()
    }

    async fn run(mut self) -> Done {
        let mut done = Done {
            outbox: self.outbox.clone(),
            left: Vec::new(),
            reply: None,
            somebody_else: false,
        };
        let here = self.storage.last_session().await;
        if here.is_some_and(|here| here.user != self.student) {
            done.somebody_else = true;
            return done;
        }
        // The disk, not this tab's memory, knows what another tab has sent already.
        let mut queue = self.storage.answers(self.student).await.unwrap_or_default();
        merge(&mut queue, std::mem::take(&mut self.unkept));
        let now_ms = clock::now_ms();
        let waiting: Vec<Uuid> = queue.iter().map(|it| it.record.id.0).collect();
        if let Step::Send(ids) = self.outbox.next(&waiting, now_ms) {
            let sent = queue.iter().filter(|it| ids.contains(&it.record.id.0));
            let batch = ResponseBatch {
                device: self.device,
                sent_at_ms: now_ms,
                responses: sent.map(|it| it.record.clone()).collect(),
            };
            let reply = practice::send_responses(&batch).await;
            match &reply {
                Ok(said) => {
                    self.outbox.replied();
                    let ids: Vec<ResponseId> = said.outcomes.iter().map(|it| it.id).collect();
                    // What stays on the disk by a failure here is sent again, which is harmless.
                    let _ = self.storage.forget_answers(self.student, &ids).await;
                    queue.retain(|answer| !ids.contains(&answer.record.id));
                }
                Err(error) => {
                    let chance = js_sys::Math::random();
                    let why = Failure::from(error);
                    self.outbox.failed(&ids, why, clock::now_ms(), chance);
                }
            }
            done.reply = Some(reply);
        }
        done.left = queue;
        done.outbox = self.outbox;
        done
    }
}

/// Drops what is at school by now from what this tab shows as waiting, and takes in what another
/// tab left on the disk. Answers given in the meantime stay.
fn forget(store: Store, known: &[ResponseId], left: Vec<Pending>) {
    let stays: Vec<ResponseId> = left.iter().map(|answer| answer.record.id).collect();
    store
        .unkept
        .update(|unkept| unkept.retain(|id| !known.contains(id) || stays.contains(id)));
    store.pending.update(|pending| {
        pending.retain(|it| !known.contains(&it.record.id) || stays.contains(&it.record.id));
        merge(pending, left);
    });
}

/// Puts each answer in its place, by the time it was made, unless it is there.
fn merge(into: &mut Vec<Pending>, more: Vec<Pending>) {
    for answer in more {
        let id = answer.record.id;
        let place = into.partition_point(|it| it.record.id < id);
        if into.get(place).is_none_or(|it| it.record.id != id) {
            into.insert(place, answer);
        }
    }
}

fn settle(store: Store, outbox: &Outbox, reply: Result<BatchReply, ApiError>) {
    store.refused.set(outbox.set_aside());
    match reply {
        Ok(reply) => {
            store.offline.set(false);
            store.clock.set(reply.clock.map(|notice| notice.remedy));
            // Also for answers of an earlier visit: that they are at school now is worth saying.
            store.answered.set(true);
            for outcome in reply.outcomes {
                if let OutcomeStatus::Rejected { detail, .. } = outcome.status {
                    let said = format!("answer {} was not taken: {detail}", outcome.id);
                    web_sys::console::warn_1(&said.into());
                }
            }
            store.learn_estimates(reply.ability, reply.estimates);
        }
        Err(error) => failed(store, &error),
    }
}

/// What everybody sees of a call that did not go through.
pub(super) fn failed(store: Store, error: &ApiError) {
    store.offline.set(*error == ApiError::Unreachable);
    if error.is_signed_out() {
        store.sign_in_again.set(true);
    }
}

fn ids(store: Store) -> Vec<Uuid> {
    store
        .pending
        .with_untracked(|all| all.iter().map(|answer| answer.record.id.0).collect())
}

fn unkept(store: Store) -> Vec<Pending> {
    let ids = store.unkept.get_untracked();
    let failing = store.disk_fails.get_untracked();
    store.pending.with_untracked(|all| {
        all.iter()
            .filter(|it| failing && ids.contains(&it.record.id))
            .cloned()
            .collect()
    })
}

/// What is on the disk for this student, for starting.
pub async fn restore(store: Store, student: UserId) {
    let storage = store.storage();
    store
        .pending
        .set(storage.answers(student).await.unwrap_or_default());
    store.set_recent(VecDeque::from(storage.recent(student).await));
    store.set_uses_wait(true);
    if let Some((plan, json)) = storage.plan(student).await {
        store.set_plan_json(json);
        store.plan.set(Some(Arc::new(plan)));
        // The page need not wait for it.
        wasm_bindgen_futures::spawn_local(plan::load_content(store));
    }
}
