//! Uses of academic words on their way to school: on the disk first, away only when the school has
//! them. The module made them and the server reads them; here they are text with an id.

use api::{UseId, UserId};
use leptos::prelude::*;
use uuid::Uuid;

use super::driver::{Wake, failed};
use super::{Failure, Outbox, Step, lock};
use crate::api::{ApiError, practice};
use crate::state::Store;
use crate::storage::Storage;
use crate::{bridge, clock, json};

/// Of an `api::BridgeUse` and of its outcome, what is read here.
struct Named {
    id: UseId,
}

wire_read::object!(Named { id });

struct Reply {
    outcomes: Vec<Named>,
}

wire_read::object!(Reply { outcomes });

/// Gives a use its id and time, and keeps it. `body` is what it was of, as JSON.
pub fn keep(store: Store, body: &str) -> String {
    let id = UseId(Uuid::now_v7());
    let rest = body.trim_start_matches('{');
    let made = format!("{{\"id\":\"{id}\",\"at_ms\":{},{rest}", clock::now_ms());
    if let Some(student) = store.student() {
        let json = made.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if store.storage().keep_use(student, id, json).await.is_err() {
                store.disk_fails.set(true);
            }
            store.set_uses_wait(true);
            store.wake(Wake::Answers);
        });
    }
    made
}

/// Sends until there is nothing to send now.
pub async fn flush(store: Store, student: UserId, outbox: &mut Outbox) {
    while store.uses_wait() {
        let job = send(store.storage(), student, outbox.clone());
        let Some((after, reply)) = lock::alone(job).await else {
            return;
        };
        if store.student() != Some(student) {
            return;
        }
        *outbox = after;
        match reply {
            None => store.set_uses_wait(false),
            Some(Ok(reply)) => {
                store.offline.set(false);
                // what it cannot read it asks of the next plan
                let _ = bridge::acknowledged(&reply);
            }
            Some(Err(Some(error))) => failed(store, &error),
            Some(Err(None)) => return,
        }
    }
}

/// One batch, while this tab holds the lock: `None` where nothing waits, an empty error where it is
/// not yet time.
async fn send(
    storage: Storage,
    student: UserId,
    mut outbox: Outbox,
) -> (Outbox, Option<Result<String, Option<ApiError>>>) {
    let here = storage.last_session().await;
    if here.is_some_and(|here| here.user != student) {
        // another student's tab: the driver's answers see to it
        return (outbox, Some(Err(None)));
    }
    let waiting = storage.uses(student).await;
    let named = waiting
        .iter()
        .filter_map(|text| Some((json::wire::<Named>(text).ok()?.id.0, text.as_str())));
    let named: Vec<(Uuid, &str)> = named.collect();
    let ids: Vec<Uuid> = named.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return (outbox, None);
    }
    let now_ms = clock::now_ms();
    let Step::Send(batch) = outbox.next(&ids, now_ms) else {
        return (outbox, Some(Err(None)));
    };
    let sent = named.iter().filter(|(id, _)| batch.contains(id));
    let sent: Vec<&str> = sent.map(|(_, text)| *text).collect();
    let body = format!("{{\"sent_at_ms\":{now_ms},\"uses\":[{}]}}", sent.join(","));
    let reply = practice::send_uses(body).await;
    let reply = reply.and_then(|text| {
        let read: Reply = crate::api::client::decode(&text)?;
        Ok((text, read))
    });
    match reply {
        Ok((text, reply)) => {
            outbox.replied();
            let done: Vec<UseId> = reply.outcomes.iter().map(|it| it.id).collect();
            // What stays on the disk by a failure here is sent again, which is harmless.
            let _ = storage.forget_uses(student, &done).await;
            (outbox, Some(Ok(text)))
        }
        Err(error) => {
            let chance = js_sys::Math::random();
            outbox.failed(&batch, Failure::from(&error), clock::now_ms(), chance);
            (outbox, Some(Err(Some(error))))
        }
    }
}
