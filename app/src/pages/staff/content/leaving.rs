//! Asks before typed work is left behind.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::components::{Button, ButtonKind, Dialog};

/// Stands on a page with unsaved work. A link of the app asks first; closing the tab makes the
/// browser ask.
#[component]
pub fn Leaving(#[prop(into)] unsaved: Signal<bool>) -> impl IntoView {
    let wanted = RwSignal::new(None::<String>);
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if unsaved.get_untracked() {
            event.prevent_default();
        }
    });
    on_cleanup(move || closing.remove());
    // Before the router's own listener on the window, which would go there at once.
    let asking = move |event: web_sys::MouseEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.shift_key());
        if !plain || !unsaved.get_untracked() {
            return;
        }
        if let Some(href) = link_of(&event) {
            event.prevent_default();
            event.stop_propagation();
            wanted.set(Some(href));
        }
    };
    // Goes with the page, and its listener with it.
    let _clicks = StoredValue::new_local(Clicks::capture(asking));
    let navigate = use_navigate();
    let leave = StoredValue::new_local(move || {
        let Some(href) = wanted.get_untracked() else {
            return;
        };
        wanted.set(None);
        // Our addresses begin with the base already.
        let options = NavigateOptions {
            resolve: false,
            ..NavigateOptions::default()
        };
        navigate(&href, options);
    });
    view! {
        <Dialog
            id="leaving"
            title="Leave without saving?"
            open=Signal::derive(move || wanted.with(Option::is_some))
            on_dismiss=Callback::new(move |()| wanted.set(None))
        >
            <p>
                "What you changed since the last save is kept in this tab until you close it or sign \
                 out. Nobody else can see it."
            </p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary press=move || wanted.set(None)>"Stay here"</Button>
                <Button press=move || leave.with_value(|leave| leave())>"Leave"</Button>
            </div>
        </Dialog>
    }
}

/// The address within the app that a click leads to.
fn link_of(event: &web_sys::MouseEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let link = target.closest("a[href]").ok()??;
    let external = link.has_attribute("target") || link.get_attribute("rel").is_some();
    let href = link.get_attribute("href")?;
    (!external && href.starts_with('/')).then_some(href)
}

/// Takes its listener off the page when it goes.
struct Clicks(wasm_bindgen::closure::Closure<dyn Fn(web_sys::MouseEvent)>);

impl Drop for Clicks {
    fn drop(&mut self) {
        if let Some(page) = crate::dom::document() {
            let listener = self.0.as_ref().unchecked_ref();
            // It fails only for a listener that is not there.
            let _ = page.remove_event_listener_with_callback_and_bool("click", listener, true);
        }
    }
}

impl Clicks {
    fn capture(act: impl Fn(web_sys::MouseEvent) + 'static) -> Self {
        let clicks = Self(wasm_bindgen::closure::Closure::new(act));
        if let Some(page) = crate::dom::document() {
            let listener = clicks.0.as_ref().unchecked_ref();
            // It fails only for an event that cannot be listened to.
            let _ = page.add_event_listener_with_callback_and_bool("click", listener, true);
        }
        clicks
    }
}
