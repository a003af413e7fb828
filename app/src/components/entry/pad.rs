//! The pad: types at the caret of the field in use, with keys that fit the answer. Touching it
//! leaves the focus where it is.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::Pen;
use crate::components::{Icon, Shape, handle, list, press};
use crate::dom;
use crate::i18n::{Msg, pad_sign, t};
use crate::state::{PadKey, press as type_key};

const DIGITS: [&str; 10] = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0"];

/// Whether fingers do the pointing.
pub fn is_touch() -> bool {
    dom::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

#[component]
pub fn Pad(pen: Pen, keys: Vec<String>) -> impl IntoView {
    let mut others = keys;
    let algebra = others.len() > 5;
    // Four beside the digits line up with their four rows; the point goes where it is on a phone.
    let point = (others.len() > 3)
        .then(|| others.iter().position(|key| key == "."))
        .flatten()
        .map(|at| others.remove(at));
    let count = others.len() + 1;
    let with_point = point.is_some();
    let mut shown = DIGITS;
    if algebra {
        // In rows with the signs, not in a block of three by three.
        shown.sort_unstable();
        shown.rotate_left(1);
    }
    let digits = shown.into_iter().map(str::to_owned).chain(point);
    let digits = digits.map(PadKey::Type);
    let others = [PadKey::Backspace]
        .into_iter()
        .chain(others.into_iter().map(PadKey::Type));
    let draw = |key| view! { <Key pen=pen key=key /> };
    view! {
        <div
            class=if algebra { "pad pad-algebra" } else { "pad" }
            dir="ltr"
            role="group"
            aria-label=t(Msg::Pad)
            class:pad-done=pen.done
            // Taking the focus would close a caret, and on touch scroll the page.
            on:pointerdown=handle(|event: web_sys::PointerEvent| event.prevent_default())
            on:mousedown=handle(|event: web_sys::MouseEvent| event.prevent_default())
        >
            <div class="pad-digits" class:pad-digits-point=with_point>
                {list(digits.map(draw))}
            </div>
            <div class="pad-others" data-keys=count.to_string()>
                {list(others.map(draw))}
            </div>
        </div>
    }
}

#[component]
fn Key(pen: Pen, key: PadKey) -> impl IntoView {
    let (name, face) = face(&key);
    view! {
        <button
            type="button"
            class="pad-key"
            aria-label=name
            on:click=press(move || strike(pen, &key))
        >
            {face}
        </button>
    }
}

/// The key's name where its face has none, and its face.
fn face(key: &PadKey) -> (Option<String>, AnyView) {
    let PadKey::Type(typed) = key else {
        let icon = view! { <Icon shape=Shape::Backspace /> };
        return (Some(t(Msg::PadDelete).into_owned()), icon.into_any());
    };
    let name = pad_sign(typed).map(|name| t(name).into_owned());
    let face = match typed.as_str() {
        "/" => view! { <Icon shape=Shape::Fraction /> }.into_any(),
        " " => view! { <Icon shape=Shape::Space /> }.into_any(),
        "-" => "\u{2212}".into_any(),
        "*" => "\u{d7}".into_any(),
        "^" => view! { <span class="pad-power" aria-hidden="true">"x" <sup>"n"</sup></span> }
            .into_any(),
        letter if letter.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            view! { <i>{typed.clone()}</i> }.into_any()
        }
        _ => typed.clone().into_any(),
    };
    (name, face)
}

pub fn input(id: &str) -> Option<HtmlInputElement> {
    dom::by_id(id)?.dyn_into().ok()
}

/// The field that the pad types into: the one with the focus, else the first.
fn target(pen: Pen) -> Option<(usize, HtmlInputElement)> {
    let focused = dom::document().and_then(|page| page.active_element());
    let focused = focused.map(|element| element.id()).unwrap_or_default();
    let fields = pen.draft.with_untracked(|draft| match draft {
        crate::state::Draft::Cells(cells) => cells.len(),
        _ => 1,
    });
    let at = (0..fields).find(|&n| pen.id(n) == focused).unwrap_or(0);
    let input = input(&pen.id(at)).filter(|input| !input.read_only())?;
    if pen.id(at) != focused {
        // Failing to focus it only means that the caret is not seen.
        let _ = input.focus();
    }
    Some((at, input))
}

fn strike(pen: Pen, key: &PadKey) {
    let Some((at, input)) = target(pen) else {
        return;
    };
    let place = |at: Option<Option<u32>>| at.flatten().map_or(usize::MAX, |at| at as usize);
    let start = place(input.selection_start().ok());
    let end = place(input.selection_end().ok());
    let (text, caret) = type_key(&input.value(), key, start, end);
    // At once, so that the caret has something to stand in; the signal sets the same value again.
    input.set_value(&text);
    pen.write(|draft| draft.set_text(at, text));
    let caret = u32::try_from(caret).unwrap_or(u32::MAX);
    // It fails only for inputs without a caret, and this one has one.
    let _ = input.set_selection_range(caret, caret);
}
