//! The language that the app speaks: the signed-in student's, or the one chosen on this device before.

use api::{LanguageChoice, PackRef, Plan};
use item_bank::LanguageTag;
use item_bank::bridge::interface::InterfacePack;
use leptos::prelude::*;

use super::plan;
use crate::api::{content, practice};
use crate::state::{Store, Who};
use crate::{dom, i18n, json};

/// The menu's id: the keyboard goes back to it when the page is drawn anew.
pub const MENU: &str = "language";

/// Key of `localStorage`: what was chosen on this device's sign-in page, as its tag and the hash of the
/// app's words in it.
const CHOSEN: &str = "trellis-language";

/// Speaks as the student and the device want, from now on.
pub fn follow(store: Store) {
    store.device_language.set(remembered());
    let wanted = Memo::new(move |_| match store.who.get() {
        Who::Student(_) => store.plan.with(|plan| plan.as_deref().map(of_student)),
        _ => Some(store.device_language.get()),
    });
    Effect::new(move || {
        // While a plan is on its way the language stays as it is.
        if let Some(wanted) = wanted.get() {
            wasm_bindgen_futures::spawn_local(speak(store, wanted));
        }
    });
    Effect::new(move || adopt(store));
}

/// Languages to choose from before anybody signs in. Without a network there are none, and English
/// or what was chosen before is spoken.
pub async fn offer(store: Store) {
    if let Ok(languages) = practice::languages().await {
        store.languages.set(languages);
    }
}

/// The one choice, for the app's words and the bridge alike.
pub fn choose(store: Store, tag: Option<LanguageTag>) {
    if store.student().is_some() {
        wasm_bindgen_futures::spawn_local(plan::choose_language(store, tag));
        return;
    }
    let found = store
        .languages
        .with_untracked(|all| all.iter().find(|it| Some(&it.tag) == tag.as_ref()).cloned());
    remember(found.as_ref());
    store.device_language.set(found);
    store.language_picked.set(Some(tag));
}

/// A language picked before signing in becomes the student's own.
fn adopt(store: Store) {
    let there = store.plan.with(|plan| {
        let plan = plan.as_deref()?;
        Some(plan.student.home_language.clone())
    });
    let Some(there) = there.filter(|_| store.student().is_some()) else {
        return;
    };
    if let Some(picked) = store.language_picked.get_untracked() {
        store.language_picked.set(None);
        if picked != there {
            wasm_bindgen_futures::spawn_local(plan::choose_language(store, picked));
        }
    }
}

fn of_student(plan: &Plan) -> Option<LanguageChoice> {
    let tag = plan.student.home_language.as_ref()?;
    plan.languages.iter().find(|it| it.tag == *tag).cloned()
}

/// Brings the words in and draws the page anew in them. Where they cannot be had it goes on as it is.
async fn speak(store: Store, wanted: Option<LanguageChoice>) {
    let pack = match &wanted {
        None => None,
        Some(choice) => match words(store, choice).await {
            Some(pack) => Some(pack),
            None => return,
        },
    };
    // Another choice may have been quicker.
    if i18n::speak(pack).is_err() {
        return;
    }
    let (tag, right_to_left) = i18n::spoken_here().unzip();
    dom::set_language(
        tag.as_ref().map_or("en", LanguageTag::as_str),
        right_to_left.unwrap_or(false),
    );
    if store.speaks.get_untracked() != tag {
        let chosen_here = dom::is_focused(MENU);
        store.speaks.set(tag);
        if chosen_here {
            // After what the new page itself wants to have in focus.
            request_animation_frame(|| dom::focus_soon(MENU));
        }
    }
}

async fn words(store: Store, choice: &LanguageChoice) -> Option<InterfacePack> {
    let pack = choice.interface.as_ref()?;
    let storage = store.storage();
    if let Some(held) = storage.pack(&pack.sha256).await {
        return json::wire(&held).ok();
    }
    let text = content::pack(pack).await.ok()?;
    let read = json::wire(&text).ok()?;
    // Next time it is fetched again, that is all.
    let _ = storage.keep_pack(&pack.sha256, text).await;
    Some(read)
}

fn remembered() -> Option<LanguageChoice> {
    let kept = dom::kept(CHOSEN)?;
    let (tag, sha256) = kept.split_once(' ')?;
    let name = String::new();
    Some(LanguageChoice {
        tag: tag.parse().ok()?,
        name: name.clone(),
        right_to_left: false,
        interface: Some(PackRef {
            name,
            sha256: sha256.to_owned(),
        }),
    })
}

fn remember(choice: Option<&LanguageChoice>) {
    let line = choice.and_then(|choice| {
        let words = choice.interface.as_ref()?;
        Some([choice.tag.as_str(), " ", &words.sha256].concat())
    });
    dom::keep(CHOSEN, line.as_deref());
}
