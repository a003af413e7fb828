//! One line to type: the unit stands after it, and a fraction is shown as it will be read.

use leptos::prelude::*;

use super::{Note, Pen, pad};
use crate::components::{MathView, live};
use crate::i18n::{Msg, t};

/// Longer than any number.
const MAX_NUMBER: &str = "40";
/// Algebra and words.
const MAX_TEXT: &str = "120";

#[component]
pub fn TextBox(
    pen: Pen,
    keys: Vec<String>,
    note: String,
    unit: Option<String>,
) -> impl IntoView {
    let words = keys.is_empty();
    let algebra = keys.iter().any(|key| key == "+");
    let class = if words || algebra {
        "input answer-input answer-long"
    } else {
        "input answer-input"
    };
    let read = pen.read;
    view! {
        <div class="answer">
            <label class="field-label" for=pen.id(0)>{t(Msg::YourAnswer)}</label>
            <Note pen=pen note=note />
            <div class="answer-row">
                <input
                    class=class
                    id=pen.id(0)
                    dir=(!words).then_some("ltr")
                    type="text"
                    // On touch the pad is the keyboard; the system's would cover the question.
                    inputmode=if !words && pad::is_touch() { "none" } else { "text" }
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=if words || algebra { MAX_TEXT } else { MAX_NUMBER }
                    enterkeyhint="done"
                    aria-describedby=pen.described_by()
                    prop:readOnly=pen.done
                    prop:value=Signal::derive(move || pen.draft.with(|it| it.text(0).to_owned()))
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        pen.write(|draft| draft.set_text(0, typed));
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
                        pen.draft.with(|draft| read(draft.text(0))).map(draw)
                    })}
                </p>
            </div>
        </div>
    }
}
