//! A teacher's text: a place for the bridge's module to show it.

use api::ReadingId;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::router::{Link, Page};
use crate::components::{Icon, Shape, live};
use crate::i18n::{Msg, t};
use crate::state::Store;
use crate::sync::bridge::bring_text;
use crate::{bridge, dom};

/// Where the module draws.
const HOST: &str = "reading-host";

#[component]
pub fn Read(id: ReadingId) -> impl IntoView {
    dom::set_title("Reading · Trellis");
    let store = Store::from_context();
    let held = Memo::new(move |_| store.content.with(|content| content.bridge.clone()));
    store.text_missing.set(false);
    Effect::new(move || {
        if held.with(Option::is_none) {
            return;
        }
        spawn_local(async move {
            let brought = bring_text(store, id).await;
            // the student may have gone on
            let Some(host) = dom::by_id(HOST) else { return };
            let shown = brought.and_then(|()| bridge::reading(&host, &id.to_string()));
            store.text_missing.set(shown.is_err());
        });
    });
    on_cleanup(bridge::hide);
    view! {
        <div class="page read-page">
            <Link to=Page::Home class="back">
                <Icon shape=Shape::ArrowBack />
                {t(Msg::BackHome)}
            </Link>
            // gives way to the text when it stands there (styles/bridge)
            <div class="read-wait">
                <h1 class="visually-hidden" id="page-title" tabindex="-1">{t(Msg::Passage)}</h1>
                <p class="lead" role="status">
                    {live(move || {
                        let missing = store.text_missing.get();
                        t(if missing { Msg::NoContentWhat } else { Msg::GetReady })
                    })}
                </p>
            </div>
            <div id=HOST></div>
        </div>
    }
}
