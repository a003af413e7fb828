//! The few things of the browser that views need and Leptos does not wrap.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

pub fn window() -> Option<Window> {
    web_sys::window()
}

pub fn document() -> Option<Document> {
    window()?.document()
}

pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Moves the keyboard focus; nothing happens when the element is not on the page.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focusing an element that cannot take it is not an error worth a word.
        let _ = element.focus();
    }
}

/// Whether the keyboard is there.
pub fn is_focused(id: &str) -> bool {
    document()
        .and_then(|page| page.active_element())
        .is_some_and(|element| element.id() == id)
}

/// As [`focus`], once the change of the page that is under way has been drawn.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The language of the page, and which way it runs.
pub fn set_language(tag: &str, right_to_left: bool) {
    if let Some(root) = document().and_then(|page| page.document_element()) {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", if right_to_left { "rtl" } else { "ltr" });
    }
}

/// What `localStorage` keeps under a key; nothing where storage is refused.
pub fn kept(key: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Keeps or forgets; where storage is refused the choice lasts until the page is left.
pub fn keep(key: &str, value: Option<&str>) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Whether the page is in front; a page in the background need not poll.
pub fn is_visible() -> bool {
    document().is_some_and(|page| page.visibility_state() == web_sys::VisibilityState::Visible)
}

/// What the browser believes; a `true` may still be a network without a way out.
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Tells the page's own scripts.
pub fn announce(name: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(name)) {
        // Whether anybody listened does not matter.
        let _ = window.dispatch_event(&event);
    }
}

pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
