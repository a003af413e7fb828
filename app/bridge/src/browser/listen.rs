//! What the student does in the panel, heard at its host.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use super::border::with_desk;
use crate::tree::DO;

type Handler = Closure<dyn FnMut(Event)>;

thread_local! {
    /// One for every host: listening twice with the same function is listening once.
    static HANDLER: Handler = Closure::new(heard);
}

pub fn to(host: &Element) {
    HANDLER.with(|handler| {
        let handler = handler.as_ref().unchecked_ref();
        for name in [
            "click",
            "input",
            "submit",
            "compositionstart",
            "compositionend",
        ] {
            // a browser without one of these has no such events
            let _ = host.add_event_listener_with_callback(name, handler);
        }
        // a fold's event does not rise: it is caught on the way down
        let _ = host.add_event_listener_with_callback_and_bool("toggle", handler, true);
    });
}

fn heard(event: Event) {
    let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
        return;
    };
    match event.type_().as_str() {
        "click" => press(&target),
        "input" => {
            if let (Some(field), Some(text)) = (target.get_attribute(DO), written(&target)) {
                with_desk(|desk| desk.bridge.write(&field, &text));
            }
        }
        "submit" => {
            event.prevent_default();
            with_desk(|desk| {
                if !desk.composing {
                    let outcome = desk.bridge.act("say");
                    desk.follow(outcome);
                }
            });
        }
        "toggle" => fold(&target),
        name => with_desk(|desk| desk.composing = name == "compositionstart"),
    }
}

fn press(target: &Element) {
    let button = target.closest(&format!("button[{DO}]")).ok().flatten();
    let Some(button) =
        button.filter(|it| it.get_attribute("aria-disabled").as_deref() != Some("true"))
    else {
        return;
    };
    if let Some(action) = button.get_attribute(DO) {
        with_desk(|desk| {
            let outcome = desk.bridge.act(&action);
            desk.follow(outcome);
        });
    }
}

/// A fold tells also of being drawn open: only a person's turn is one.
fn fold(details: &Element) {
    let open = details.has_attribute("open");
    let drawn = details.get_attribute("data-drawn");
    let Some(part) = details.get_attribute("data-fold") else {
        return;
    };
    if drawn.as_deref() != Some(if open { "open" } else { "shut" }) {
        with_desk(|desk| {
            let outcome = desk.bridge.fold(&part, open);
            desk.follow(outcome);
        });
    }
}

fn written(field: &Element) -> Option<String> {
    let input = field
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value);
    input.or_else(|| {
        field
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::value)
    })
}
