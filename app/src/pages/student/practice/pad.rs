//! The number pad: types at the caret, with keys that fit the answer. Touching it leaves the focus
//! where it is.

use item_bank::Item;
use leptos::prelude::*;

use super::answer;
use crate::components::{Icon, Shape, list, press};
use crate::i18n::{Msg, t};
use crate::state::{Desk, PadKey, keys_for};

const DIGITS: [&str; 10] = ["7", "8", "9", "4", "5", "6", "1", "2", "3", "0"];

#[component]
pub fn NumberPad(item: Item, solved: Signal<bool>) -> impl IntoView {
    let mut others = keys_for(&item);
    // Four beside the digits line up with their four rows; the point goes where it is on a phone.
    let point = if others.len() > 3 {
        Some(others.remove(0))
    } else {
        None
    };
    let keys = others.len() + 1;
    let digits = DIGITS.into_iter().map(PadKey::Type).chain(point);
    let others = [PadKey::Backspace].into_iter().chain(others);
    let draw = |key| view! { <Key key=key /> };
    view! {
        <div
            class="pad"
            role="group"
            aria-label=t(Msg::Pad)
            class:pad-done=solved
            // Taking the focus would close a caret, and on touch scroll the page.
            on:pointerdown=|event| event.prevent_default()
            on:mousedown=|event| event.prevent_default()
        >
            <div class="pad-digits" class:pad-digits-point=point.is_some()>
                {list(digits.map(draw))}
            </div>
            <div class="pad-others" data-keys=keys.to_string()>
                {list(others.map(draw))}
            </div>
        </div>
    }
}

#[component]
fn Key(key: PadKey) -> impl IntoView {
    let desk = Desk::from_context();
    let (name, face) = face(key);
    view! {
        <button type="button" class="pad-key" aria-label=name on:click=press(move || strike(desk, key))>
            {face}
        </button>
    }
}

fn face(key: PadKey) -> (Option<String>, AnyView) {
    let named = |msg| Some(t(msg).into_owned());
    match key {
        PadKey::Backspace => (
            named(Msg::PadDelete),
            view! { <Icon shape=Shape::Backspace /> }.into_any(),
        ),
        PadKey::Type("/") => (
            named(Msg::PadFraction),
            view! { <Icon shape=Shape::Fraction /> }.into_any(),
        ),
        PadKey::Type(" ") => (
            named(Msg::PadSpace),
            view! { <Icon shape=Shape::Space /> }.into_any(),
        ),
        PadKey::Type("-") => (named(Msg::PadMinus), "\u{2212}".into_any()),
        PadKey::Type(".") => (named(Msg::PadPoint), ".".into_any()),
        PadKey::Type(digit) => (None, digit.into_any()),
    }
}

fn strike(desk: Desk, key: PadKey) {
    let Some(input) = answer::input().filter(|input| !input.read_only()) else {
        return;
    };
    let place = |at: Option<Option<u32>>| at.flatten().map_or(usize::MAX, |at| at as usize);
    let start = place(input.selection_start().ok());
    let end = place(input.selection_end().ok());
    let mut caret = 0;
    desk.write(|draft| caret = draft.press(key, start, end));
    // At once, so that the caret has something to stand in; the signal sets the same value again.
    input.set_value(&desk.draft.with_untracked(|draft| draft.text().to_owned()));
    let caret = u32::try_from(caret).unwrap_or(u32::MAX);
    // It fails only for inputs without a caret, and this one has one.
    let _ = input.set_selection_range(caret, caret);
}
