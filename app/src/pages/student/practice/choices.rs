//! Choices: native radios or checkboxes under the question as their legend.

use item_bank::{Choice, Item, Key, Kind};
use leptos::prelude::*;

use crate::components::RichText;
use crate::i18n::{Msg, t};
use crate::state::Desk;

#[component]
pub fn ChoiceAnswer(item: Item, stem_class: &'static str, solved: Memo<bool>) -> impl IntoView {
    let one = item.kind == Kind::Choice;
    let choices = match item.key {
        Key::Choices(choices) => choices,
        Key::Number { .. } => Vec::new(),
    };
    view! {
        <fieldset class="choices">
            <legend class=stem_class lang="en">
                <RichText value=item.stem />
            </legend>
            <p class="answer-note" id="form-note">
                {t(if one { Msg::ChooseOne } else { Msg::ChooseAll })}
            </p>
            {choices
                .into_iter()
                .enumerate()
                .map(|(n, choice)| {
                    view! { <Option_ n=n as u8 choice=choice one=one solved=solved /> }
                })
                .collect_view()}
        </fieldset>
    }
}

#[component]
fn Option_(n: u8, choice: Choice, one: bool, solved: Memo<bool>) -> impl IntoView {
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
                prop:checked=move || desk.draft.with(|draft| draft.has(n))
                // Not `disabled`, which would gray out what was right.
                aria-disabled=move || solved.get().then_some("true")
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
