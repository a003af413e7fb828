//! The plan and the content it names.

use std::sync::Arc;

use api::{PackRef, Plan, Preferences, UserId};
use item_bank::LanguageTag;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use super::driver::Wake;
use crate::api::{ApiError, Fetched, client, content, practice};
use crate::clock;
use crate::json;
use crate::state::{Content, Store};
use crate::storage::Storage;

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
pub async fn load_content(store: Store) {
    let Some(plan) = store.plan.get_untracked() else {
        return;
    };
    let wanted = hashes(&plan);
    if store
        .content
        .with_untracked(|held| held.complete && held.hashes == wanted)
    {
        return;
    }
    let loaded = load(&store.storage(), &plan).await;
    let current = store
        .plan
        .get_untracked()
        .is_some_and(|plan| hashes(&plan) == wanted);
    if !current {
        return;
    }
    match loaded {
        Ok(content) => store.content.set(Content {
            hashes: wanted,
            ..content
        }),
        Err(error) => store.content.update(|content| content.error = Some(error)),
    }
}

async fn load(storage: &Storage, plan: &Plan) -> Result<Content, ApiError> {
    let mut packs = Vec::new();
    for pack in &plan.packs {
        packs.push(one(storage, pack).await?);
    }
    let language = match &plan.language_pack {
        // The bridge may be missing; practice goes on without it.
        Some(pack) => one(storage, pack).await.ok().map(Arc::new),
        None => None,
    };
    Ok(Content {
        packs: Arc::new(packs),
        language,
        complete: true,
        ..Content::default()
    })
}

async fn one<T: DeserializeOwned>(storage: &Storage, pack: &PackRef) -> Result<T, ApiError> {
    if let Some(held) = storage.pack(&pack.sha256).await
        && let Ok(parsed) = json::read(&held)
    {
        return Ok(parsed);
    }
    let text = content::pack(pack).await?;
    let parsed = json::read(&text).map_err(|error| ApiError::Unexpected {
        status: 200,
        what: error.to_string(),
    })?;
    // Next time it is fetched again, that is all.
    let _ = storage.keep_pack(&pack.sha256, text).await;
    Ok(parsed)
}

fn hashes(plan: &Plan) -> Vec<String> {
    plan.packs
        .iter()
        .chain(&plan.language_pack)
        .map(|pack| pack.sha256.clone())
        .collect()
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
