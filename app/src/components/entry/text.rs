//! One line to type: the unit stands after it, and a fraction is shown as it will be read.

use leptos::prelude::*;

use super::{Note, Pen, pad};
use crate::components::{MathView, handle, live};
use crate::i18n::{Msg, t};

/// Longer than any number.
const MAX_NUMBER: &str = "40";
/// Algebra and words.
const MAX_TEXT: &str = "120";

#[component]
pub fn TextBox(pen: Pen, keys: Vec<String>, note: String, unit: Option<String>) -> impl IntoView {
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
            <label class="field-label" dir="auto" for=pen.id(0)>{t(Msg::YourAnswer)}</label>
            <Note pen=pen note=note />
            <div class="answer-row">
                <Field
                    pen=pen
                    n=0
                    class=class
                    words=words
                    max=if words || algebra { MAX_TEXT } else { MAX_NUMBER }
                    described_by=Some(pen.described_by())
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

/// A place to type: the only one, or a gap of a table.
#[component]
pub fn Field(
    pen: Pen,
    n: usize,
    class: &'static str,
    /// Words are typed on the system's keyboard, everything else on the pad.
    words: bool,
    max: &'static str,
    #[prop(optional_no_strip)] name: Option<String>,
    #[prop(optional_no_strip)] described_by: Option<String>,
) -> impl IntoView {
    view! {
        <input
            class=class
            id=pen.id(n)
            dir=(!words).then_some("ltr")
            type="text"
            // On touch the pad is the keyboard; the system's would cover the question.
            inputmode=if !words && pad::is_touch() { "none" } else { "text" }
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            maxlength=max
            enterkeyhint="done"
            aria-label=name
            aria-describedby=described_by
            prop:readOnly=pen.done
            prop:value=Signal::derive(move || pen.draft.with(|it| it.text(n).to_owned()))
            on:input=handle(move |event| {
                let typed = event_target_value(&event);
                pen.write(|draft| draft.set_text(n, typed));
            })
        />
    }
}
