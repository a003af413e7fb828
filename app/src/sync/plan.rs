//! The plan and the content it names.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use api::{PackRef, Plan, Preferences, UserId};
use futures::future::maybe_done;
use item_bank::LanguageTag;
use leptos::prelude::*;

use super::bridge;
use super::driver::Wake;
use crate::api::{ApiError, Fetched, client, content, practice};
use crate::state::{Content, Pack, Store};
use crate::storage::Storage;
use crate::{clock, questions};

/// Asks for the plan, if it changed, and for content that it newly names.
pub async fn refresh(store: Store, student: UserId) {
    let storage = store.storage();
    let held = store.plan.with_untracked(Option::is_some);
    let fetched = practice::plan(store.plan_etag()).await;
    if store.student() != Some(student) {
        return;
    }
    match fetched {
        Ok(Fetched::Unchanged) => store.offline.set(false),
        Ok(Fetched::New { value: json, etag }) => match client::decode::<Plan>(&json) {
            Ok(plan) => {
                store.offline.set(false);
                store.plan_error.set(None);
                store.set_school_time(plan.server_time_ms, clock::now_ms());
                // Only starting without a network needs the copy on the disk.
                let _ = storage.keep_plan(student, &plan, &json).await;
                store.set_plan_etag(etag);
                bridge::learn_plan(store, json);
                store.plan.set(Some(Arc::new(plan)));
            }
            Err(error) => {
                store.plan_error.set(Some(error));
                return;
            }
        },
        Err(error) => {
            store.offline.set(error == ApiError::Unreachable);
            if error.is_signed_out() {
                store.sign_in_again.set(true);
            } else if !held {
                store.plan_error.set(Some(error));
            }
            return;
        }
    }
    load_content(store).await;
}

/// Brings the packs that the plan names into memory: from the disk, else from the school, once.
/// One call at a time does it, for the plan as it is by the end.
pub async fn load_content(store: Store) {
    if store.is_loading() {
        return;
    }
    store.set_loading(true);
    while let Some(plan) = store.plan.get_untracked() {
        let wanted = hashes(&plan);
        if store
            .content
            .with_untracked(|held| held.complete && held.hashes == wanted)
        {
            break;
        }
        let loaded = load(store, &plan).await;
        let now = store.plan.get_untracked();
        if now.is_none_or(|plan| hashes(&plan) != wanted) {
            continue;
        }
        match loaded {
            Ok(packs) => store.content.update(|content| {
                *content = Content {
                    packs,
                    bridge: content.bridge.take(),
                    hashes: wanted,
                    complete: true,
                    error: None,
                };
            }),
            Err(error) => store.content.update(|content| content.error = Some(error)),
        }
        break;
    }
    bridge::bring(store).await;
    store.set_loading(false);
}

async fn load(store: Store, plan: &Plan) -> Result<Vec<Arc<Pack>>, ApiError> {
    let storage = &store.storage();
    let here = store
        .content
        .with_untracked(|content| content.packs.clone());
    let here = &here;
    let packs = plan.packs.iter().map(|pack| async move {
        match here.iter().find(|held| held.sha256 == pack.sha256) {
            Some(held) => Ok(Arc::clone(held)),
            None => shelved(storage, pack).await,
        }
    });
    together(packs).await.into_iter().collect()
}

/// Puts a pack on the shelf that questions are made from: from the disk, else from the school.
async fn shelved(storage: &Storage, pack: &PackRef) -> Result<Arc<Pack>, ApiError> {
    let (text, held) = text(storage, pack).await?;
    // By now it has been on its way for a while.
    questions::load().await.map_err(|_| ApiError::Unreachable)?;
    let catalog = questions::add(&text).map_err(unexpected)?;
    if !held {
        // Next time it is fetched again, that is all.
        let _ = storage.keep_pack(&pack.sha256, text).await;
    }
    Ok(Arc::new(Pack {
        sha256: pack.sha256.clone(),
        catalog,
    }))
}

/// A pack's JSON, from the disk, else from the school; and whether the disk had it.
pub(super) async fn text(storage: &Storage, pack: &PackRef) -> Result<(String, bool), ApiError> {
    match storage.pack(&pack.sha256).await {
        Some(text) => Ok((text, true)),
        None => Ok((content::pack(pack).await?, false)),
    }
}

fn unexpected(error: impl ToString) -> ApiError {
    ApiError::Unexpected {
        status: 200,
        what: error.to_string(),
    }
}

/// Waits for all, side by side. `futures::join_all` brings machinery for thousands.
async fn together<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.map(|future| maybe_done(Box::pin(future))).collect();
    poll_fn(|context| {
        let mut ready = true;
        for future in &mut all {
            ready &= Pin::new(future).poll(context).is_ready();
        }
        if ready {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    let done = all.iter_mut().map(|future| Pin::new(future).take_output());
    done.flatten().collect()
}

fn hashes(plan: &Plan) -> Vec<String> {
    plan.packs.iter().map(|pack| pack.sha256.clone()).collect()
}

/// Chooses the language of the bridge. What is written on the desk stays.
pub async fn choose_language(store: Store, language: Option<LanguageTag>) {
    let chosen = practice::set_preferences(&Preferences {
        home_language: language,
    })
    .await;
    if chosen.as_ref().is_err_and(ApiError::is_signed_out) {
        store.sign_in_again.set(true);
    }
    store.language_error.set(chosen.err());
    store.wake(Wake::Now);
}
