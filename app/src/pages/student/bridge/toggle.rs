use leptos::prelude::*;

use crate::components::{Icon, Shape, live, press, when};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Store};

/// Opens and closes the bridge. Shown where there is a language to bridge from.
#[component]
pub fn BridgeToggle() -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let offered = move || {
        store
            .plan
            .with(|plan| plan.as_ref().is_some_and(|plan| !plan.languages.is_empty()))
    };
    let open = desk.bridge_open;
    when(offered, move || {
        view! {
            <button
                type="button"
                class="button bridge-toggle"
                aria-expanded=Signal::derive(move || if open.get() { "true" } else { "false" })
                aria-controls="bridge"
                on:click=press(move || desk.toggle_bridge())
            >
                <Icon shape=Shape::Bridge />
                {live(move || t(if open.get() { Msg::CloseBridge } else { Msg::OpenBridge }))}
            </button>
        }
    })
}
