//! The answer box: the form is told beforehand, the unit stands after it, and a fraction is shown
//! as it will be read.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::ANSWER;
use crate::components::{MathView, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::{Desk, Draft};

/// Longer than any number; what is beyond it says nothing.
const MAX_CHARS: &str = "40";

#[component]
pub fn NumberAnswer(
    unit: Option<String>,
    form_note: String,
    solved: Signal<bool>,
) -> impl IntoView {
    let desk = Desk::from_context();
    // On touch the number pad below is the keyboard; the system's would cover the question.
    let touch = dom::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches());
    view! {
        <div class="answer">
            <label class="field-label" for=ANSWER>{t(Msg::YourAnswer)}</label>
            <p class="answer-note" id="form-note">{form_note}</p>
            <div class="answer-row">
                <input
                    class="input answer-input"
                    id=ANSWER
                    type="text"
                    inputmode=if touch { "none" } else { "text" }
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=MAX_CHARS
                    enterkeyhint="done"
                    aria-describedby="stem-spoken form-note"
                    prop:readOnly=solved
                    prop:value=Signal::derive(move || desk.draft.with(|it| it.text().to_owned()))
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        desk.write(|draft| *draft = Draft::Text(typed));
                    }
                />
                {unit.map(|unit| view! { <span class="answer-unit">{unit}</span> }.into_any())}
                <p class="answer-preview" aria-live="polite">
                    {live(move || {
                        let draw = |math| {
                            view! {
                                <span>{t(Msg::ReadAs)}</span>
                                <MathView value=math />
                            }
                                .into_any()
                        };
                        desk.draft.with(Draft::preview).map(draw)
                    })}
                </p>
            </div>
        </div>
    }
}

/// The answer box on the page, if the question has one.
pub fn input() -> Option<HtmlInputElement> {
    dom::by_id(ANSWER)?.dyn_into().ok()
}

/// Back to the answer, all of it selected: typing replaces it, arrows mend it.
pub fn write_again(desk: Desk) {
    desk.write(|_| {});
    match input() {
        Some(input) => {
            dom::focus(ANSWER);
            input.select();
        }
        None => dom::focus("choice-0"),
    }
}
