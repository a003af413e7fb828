//! The student app: sign in, see what grows, practise.

mod bridge;
mod header;
mod home;
mod language;
mod not_found;
mod practice;
mod read;
mod reading_settings;
mod router;
mod saving;
mod shell;
mod sign_in;
mod sign_out;

use futures::channel::mpsc;
use leptos::ev;
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::state::{Desk, Store, Who};
use crate::storage::Storage;
use crate::sync::driver::{self, Wake};
use crate::sync::{language as spoken, session};
use crate::{crash, dom};
use router::Router;

/// Takes over the page that `public/index.html` painted.
pub fn mount() {
    crash::install();
    let Some(root) = dom::by_id("app").and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        web_sys::console::error_1(&"index.html has no element with the id app".into());
        return;
    };
    root.set_text_content(None);
    mount_to(root, shell::Shell).forget();
}

/// Makes what outlives every page, and starts the two long-lived tasks.
fn provide() {
    let (wake, wakes) = mpsc::unbounded();
    let store = Store::new(Storage::start(), wake, Uuid::now_v7().into());
    provide_context(store);
    provide_context(Desk::new(store));
    provide_context(Router::start());
    wasm_bindgen_futures::spawn_local(driver::run(store, wakes));
    wasm_bindgen_futures::spawn_local(session::start(store));
    spoken::follow(store);
    watch_the_world(store);
}

/// The network or the page coming back is a reason to look at once.
fn watch_the_world(store: Store) {
    // These listeners live as long as the app: their handles are let go on purpose.
    let _ = window_event_listener(ev::online, move |_| {
        store.wake(Wake::Now);
        // Whoever opened the page without a network was not found out.
        if store.who.get_untracked() == (Who::Nobody { offline: true }) {
            wasm_bindgen_futures::spawn_local(session::start(store));
        }
    });
    let _ = window_event_listener(ev::offline, move |_| store.offline.set(true));
    let _ = window_event_listener(ev::focus, move |_| store.wake(Wake::Now));
    let _ = window_event_listener(ev::visibilitychange, move |_| store.wake(Wake::Now));
}
