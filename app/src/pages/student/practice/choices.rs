//! Choices: native radios or checkboxes under the question as their legend.

use item_bank::{Choice, Item, Key, Kind};
use leptos::prelude::*;

use crate::components::{RichText, list};
use crate::i18n::{Msg, t};
use crate::state::Desk;

#[component]
pub fn ChoiceAnswer(item: Item, stem_class: &'static str, solved: Signal<bool>) -> impl IntoView {
    let one = item.kind == Kind::Choice;
    let choices = match item.key {
        Key::Choices(choices) => choices,
        Key::Number { .. } => Vec::new(),
    };
    let draw = |(n, choice)| {
        view! { <ChoiceRow n=n as u8 choice=choice one=one solved=solved /> }
    };
    view! {
        <fieldset class="choices">
            <legend class=stem_class lang="en">
                <RichText value=item.stem />
            </legend>
            <p class="answer-note" id="form-note">
                {t(if one { Msg::ChooseOne } else { Msg::ChooseAll })}
            </p>
            {list(choices.into_iter().enumerate().map(draw))}
        </fieldset>
    }
}

#[component]
fn ChoiceRow(n: u8, choice: Choice, one: bool, solved: Signal<bool>) -> impl IntoView {
    let desk = Desk::from_context();
    view! {
        <label class="choice">
            <input
                type=if one { "radio" } else { "checkbox" }
                id=format!("choice-{n}")
                name="choice"
                value=n.to_string()
                // Mathematics inside a label has no reliable name: it is said here, hidden there.
                aria-label=choice.spoken
                prop:checked=Signal::derive(move || desk.draft.with(|draft| draft.has(n)))
                // Not `disabled`, which would gray out what was right.
                aria-disabled=Signal::derive(move || solved.get().then_some("true"))
                on:click=move |event| {
                    if solved.get_untracked() {
                        event.prevent_default();
                    }
                }
                on:change:target=move |event| {
                    let on = event.target().checked();
                    desk.write(|draft| draft.set(n, on));
                }
            />
            <span class="choice-text" aria-hidden="true">
                <RichText value=choice.text spoken_elsewhere=true />
            </span>
        </label>
    }
}
