//! Arrow keys on the screen, where fingers are too wide for the ticks. They do what the keyboard's
//! do; with a keyboard they are not shown.

use leptos::prelude::*;

use super::Pen;
use crate::components::{Icon, Shape, list, press};
use crate::i18n::{Msg, t};

/// A step of the cursor: across and up.
pub type Step = [i32; 2];

/// What an arrow key of the keyboard asks for.
pub fn step_of(key: &str) -> Option<Step> {
    match key {
        "ArrowLeft" => Some([-1, 0]),
        "ArrowRight" => Some([1, 0]),
        "ArrowUp" => Some([0, 1]),
        "ArrowDown" => Some([0, -1]),
        _ => None,
    }
}

#[component]
pub fn Arrows(pen: Pen, flat: bool, step: Callback<Step>, place: Callback<()>) -> impl IntoView {
    let all = [
        ([-1, 0], Shape::ArrowBack, Msg::StepLeft),
        ([1, 0], Shape::ArrowNext, Msg::StepRight),
        ([0, 1], Shape::ArrowUp, Msg::StepUp),
        ([0, -1], Shape::ArrowDown, Msg::StepDown),
    ];
    let shown = all.into_iter().take(if flat { 2 } else { 4 });
    let draw = |(by, shape, msg)| {
        view! {
            <button
                type="button"
                class="pad-key"
                aria-label=t(msg)
                on:click=press(move || step.run(by))
            >
                <Icon shape=shape />
            </button>
        }
    };
    view! {
        <div class="arrows" dir="ltr" class:pad-done=pen.done>
            {list(shown.map(draw))}
            <button type="button" class="button" on:click=press(move || place.run(()))>
                {t(Msg::PlaceHere)}
            </button>
        </div>
    }
}
