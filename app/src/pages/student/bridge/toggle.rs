use leptos::prelude::*;

use crate::components::{Icon, Shape};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Store};

/// Opens and closes the bridge. Shown where there is a language to bridge from.
#[component]
pub fn BridgeToggle() -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let offered = Memo::new(move |_| {
        store.plan.with(|plan| plan.as_ref().is_some_and(|plan| !plan.languages.is_empty()))
    });
    view! {
        <Show when=move || offered.get()>
            <button
                type="button"
                class="button bridge-toggle"
                aria-expanded=move || if desk.bridge_open.get() { "true" } else { "false" }
                aria-controls="bridge"
                on:click=move |_| desk.toggle_bridge()
            >
                <Icon shape=Shape::Bridge />
                {move || t(if desk.bridge_open.get() { Msg::CloseBridge } else { Msg::OpenBridge })}
            </button>
        </Show>
    }
}
