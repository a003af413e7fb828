//! The bridge's module: brought in, and told what it needs to know.

use api::ReadingId;
use leptos::prelude::*;

use super::{plan, uses};
use crate::bridge::{self, Failed};
use crate::state::Store;

/// A new plan came.
pub fn learn_plan(store: Store, json: String) {
    if store.is_bridge_started() {
        // it goes on with the plan it has
        let _ = bridge::plan(&json);
    }
    store.set_plan_json(json);
}

/// Brings the module and both sides of the bridge, where the plan has something for it to show.
/// Practice goes on without it; the next plan tries again.
pub async fn bring(store: Store) {
    let Some(plan) = store.plan.get_untracked() else {
        return;
    };
    let wanted = plan.language_pack.is_some() || !plan.bridge.readings.is_empty();
    let Some(english) = plan.english_pack.as_ref().filter(|_| wanted) else {
        hold(store, None);
        return;
    };
    let hashes = [&plan.english_pack, &plan.language_pack];
    let hashes: String = hashes
        .into_iter()
        .flatten()
        .map(|pack| pack.sha256.as_str())
        .collect();
    if store
        .content
        .with_untracked(|content| content.bridge.as_deref() == Some(&hashes))
    {
        return;
    }
    let storage = &store.storage();
    let Ok((english_text, english_held)) = plan::text(storage, english).await else {
        return;
    };
    let mut home = ("null".to_owned(), true);
    if let Some(pack) = &plan.language_pack {
        let Ok(text) = plan::text(storage, pack).await else {
            return;
        };
        home = text;
    }
    if module(store).await.is_err() || bridge::packs(&english_text, &home.0).is_err() {
        return;
    }
    hold(store, Some(hashes));
    // Next time they are fetched again, that is all.
    if !english_held {
        let _ = storage.keep_pack(&english.sha256, english_text).await;
    }
    if let Some(pack) = plan.language_pack.as_ref().filter(|_| !home.1) {
        let _ = storage.keep_pack(&pack.sha256, home.0).await;
    }
}

/// A teacher's text, for the module to show.
pub async fn bring_text(store: Store, id: ReadingId) -> Result<(), Failed> {
    let plan = store.plan.get_untracked().ok_or(Failed)?;
    let readings = &plan.bridge.readings;
    let reading = readings.iter().find(|it| it.id == id).ok_or(Failed)?;
    let storage = &store.storage();
    let (text, held) = plan::text(storage, &reading.pack)
        .await
        .map_err(|_| Failed)?;
    module(store).await?;
    bridge::text(&id.to_string(), &text)?;
    if !held {
        let _ = storage.keep_pack(&reading.pack.sha256, text).await;
    }
    Ok(())
}

fn hold(store: Store, bridge: Option<String>) {
    let changed = store
        .content
        .with_untracked(|content| content.bridge != bridge);
    if changed {
        store.content.update(|content| content.bridge = bridge);
    }
}

/// The module itself, knowing who sits here.
async fn module(store: Store) -> Result<(), Failed> {
    bridge::load().await?;
    let student = store.student().ok_or(Failed)?;
    if store.is_bridge_started() {
        return Ok(());
    }
    let waiting = store.storage().uses(student).await;
    bridge::start(Box::new(move |body| uses::keep(store, &body)))?;
    bridge::plan(&store.plan_json())?;
    bridge::waiting(&format!("[{}]", waiting.join(",")))?;
    store.set_bridge_started(true);
    Ok(())
}
