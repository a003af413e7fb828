//! A reader sends a text back, with what should change.

use api::MAX_REASON;
use leptos::prelude::*;

use crate::components::{Button, ButtonKind};
use crate::dom;

/// Takes the keyboard when it opens.
#[component]
pub fn ReturnForm(
    /// Of the field, for its label.
    id: String,
    /// Who has nothing but the reason to go by.
    read_by: &'static str,
    busy: Signal<bool>,
    give_back: impl Fn(String) + 'static,
    cancel: impl Fn() + 'static,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let (error, field, focused) = (format!("{id}-error"), id.clone(), id.clone());
    request_animation_frame(move || dom::focus(&focused));
    view! {
        <form
            class="return-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                let text = reason.get_untracked().trim().to_owned();
                if text.is_empty() {
                    missing.set(true);
                    dom::focus(&field);
                } else {
                    give_back(text);
                }
            }
        >
            <label class="field-label" for=id.clone()>"What should change?"</label>
            <textarea
                class="input"
                id=id
                rows="2"
                maxlength=MAX_REASON.to_string()
                aria-invalid=move || missing.get().then_some("true")
                aria-describedby=error.clone()
                prop:value=move || reason.get()
                on:input:target=move |event| {
                    reason.set(event.target().value());
                    missing.set(false);
                }
            ></textarea>
            <p class="field-error" id=error hidden=move || !missing.get()>
                {format!("Write a word or two: {read_by} reads only this.")}
            </p>
            <p class="return-actions">
                <Button submit=true busy=busy>"Return it"</Button>
                <Button kind=ButtonKind::Quiet press=move || cancel()>"Cancel"</Button>
            </p>
        </form>
    }
}
