//! Choices: native radios or checkboxes.

use item_bank::Part;
use leptos::prelude::*;

use super::{Note, Pen};
use crate::components::{RichText, handle, list};

#[component]
pub fn Choices(pen: Pen, parts: Vec<Part>, one: bool, note: String) -> impl IntoView {
    let draw = |(n, part)| view! { <Choice pen=pen n=n as u8 part=part one=one /> };
    view! {
        <fieldset
            class="choices"
            aria-labelledby=pen.question()
            aria-describedby=pen.named("note")
        >
            <Note pen=pen note=note />
            {list(parts.into_iter().enumerate().map(draw))}
        </fieldset>
    }
}

#[component]
fn Choice(pen: Pen, n: u8, part: Part, one: bool) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type=if one { "radio" } else { "checkbox" }
                id=pen.id(usize::from(n))
                name=pen.id(0)
                value=n.to_string()
                // Mathematics inside a label has no reliable name: it is said here, hidden there.
                aria-label=part.spoken
                prop:checked=Signal::derive(move || pen.draft.with(|draft| draft.has(n)))
                // Not `disabled`, which would gray out what was right.
                aria-disabled=pen.disabled()
                on:click=pen.guard()
                on:change=handle(move |event| {
                    let on = event_target_checked(&event);
                    pen.write(|draft| draft.set(n, on));
                })
            />
            <span class="choice-text" lang="en" aria-hidden="true">
                <RichText value=part.text spoken_elsewhere=true />
            </span>
        </label>
    }
}
