use std::sync::Arc;

use api::Plan;
use engine::MasteryLevel;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::components::{live, press};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Store};
use crate::{bridge, dom, questions};

/// Where the module draws.
const HOST: &str = "bridge-host";
/// The one switch of the app's language and the bridge's, in the header.
const LANGUAGE_MENU: &str = "language";

#[component]
pub fn Bridge() -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let open = desk.bridge_open;
    let chosen = Memo::new(move |_| {
        let chosen = |plan: &Arc<Plan>| plan.student.home_language.is_some();
        store.plan.with(|plan| plan.as_ref().is_some_and(chosen))
    });
    // another language is other packs
    let here = Memo::new(move |_| {
        let packs = store.content.with(|content| content.bridge.clone());
        packs.filter(|_| store.has_bridge())
    });
    Effect::new(move || {
        if !open.get() {
            bridge::hide();
        } else if here.with(Option::is_some) {
            show(store, desk);
        } else {
            // for the styles; what it has to say comes with the texts
            spawn_local(async {
                let _ = bridge::load().await;
            });
        }
    });
    on_cleanup(bridge::hide);
    view! {
        <aside
            class="bridge"
            id="bridge"
            aria-labelledby="bridge-title"
            hidden=Signal::derive(move || !open.get())
        >
            {live(move || {
                if here.with(Option::is_some) {
                    return ().into_any();
                }
                let (what, button) = if chosen.get() {
                    (Msg::BridgeLoading, None)
                } else {
                    let to_menu = press(|| dom::focus(LANGUAGE_MENU));
                    let button = view! {
                        <button type="button" class="button" on:click=to_menu>
                            {t(Msg::BridgeLanguage)}
                        </button>
                    };
                    (Msg::ChooseLanguageWhat, Some(button.into_any()))
                };
                view! {
                    <h2 class="bridge-title" id="bridge-title">{t(Msg::ChooseLanguage)}</h2>
                    <p role="status">{t(what)}</p>
                    {button}
                }
                    .into_any()
            })}
            <div class="bridge-host" id=HOST></div>
        </aside>
    }
}

fn show(store: Store, desk: Desk) {
    let exercise = desk.exercise.get_untracked();
    let Some((host, item)) = dom::by_id(HOST).zip(exercise.map(|it| it.item)) else {
        return;
    };
    let mastery = untrack(|| store.mastery(&item.skill));
    let mastery = mastery.map_or(MasteryLevel::NotEnoughEvidence, |it| it.level);
    if let Ok(item) = questions::item_json(&item.template, item.seed) {
        // the console has the reason where nothing is shown
        let _ = bridge::show(&host, &item, name(mastery));
    }
}

/// As on the wire.
fn name(level: MasteryLevel) -> &'static str {
    match level {
        MasteryLevel::NotEnoughEvidence => "not-enough-evidence",
        MasteryLevel::Starting => "starting",
        MasteryLevel::Growing => "growing",
        MasteryLevel::NearlyThere => "nearly-there",
        MasteryLevel::MasteredWithBridge => "mastered-with-bridge",
        MasteryLevel::Mastered => "mastered",
        MasteryLevel::Stuck => "stuck",
    }
}
