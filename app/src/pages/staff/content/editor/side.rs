//! Beside the form: what is wrong with the whole, and examples of what it makes.

use leptos::prelude::*;

use super::fields::{Wrong, dom_id};
use super::state::{Editing, Editor};
use crate::components::{Message, Tone, list};
use crate::dom;
use crate::pages::staff::content::form::Scalar;
use crate::pages::staff::content::preview::Examples;
use crate::pages::staff::content::wording;
use crate::pages::staff::words::counted;

#[component]
pub fn Side(editor: Editor) -> impl IntoView {
    let again = Callback::new(move |()| editor.look());
    let ready = Memo::new(move |_| {
        editor.with(|editing: &Editing| {
            let form = &editing.form;
            (
                !form.get(Scalar::Skill).is_empty(),
                !form.get(Scalar::Stem).trim().is_empty(),
            )
        })
    });
    view! {
        <aside class="editor-side" aria-label="Examples of the question">
            <h2 class="editor-side-title">"As students see it"</h2>
            <Whole />
            {move || match ready.get() {
                (false, _) => view! {
                    <p class="soft">"Choose a skill and write the question: examples appear here."</p>
                }
                .into_any(),
                (_, false) => {
                    view! { <p class="soft">"Write the question: examples appear here."</p> }.into_any()
                }
                _ => view! { <Examples again=again /> }.into_any(),
            }}
            <Warnings editor=editor />
        </aside>
    }
}

/// What no field alone can mend, and the way to the fields that can.
#[component]
fn Whole() -> impl IntoView {
    let Wrong(wrong) = expect_context();
    move || {
        let all = wrong.get();
        if all.is_empty() {
            return ().into_any();
        }
        let count: usize = all.values().map(Vec::len).sum();
        let title = format!(
            "{} to mend before it can be submitted",
            counted(count, "thing", "things")
        );
        let one = |(at, said): (Option<_>, Vec<String>)| {
            let said = said.join(" ");
            match at {
                Some(at) => view! {
                    <li>
                        <button type="button" class="link-button to-field" on:click=move |_| dom::focus(&dom_id(at))>
                            {said}
                        </button>
                    </li>
                }
                .into_any(),
                None => view! { <li>{said}</li> }.into_any(),
            }
        };
        view! {
            <Message tone=Tone::Warn title=title>
                <ul class="to-mend">{list(all.into_iter().map(one))}</ul>
            </Message>
        }
        .into_any()
    }
}

#[component]
fn Warnings(editor: Editor) -> impl IntoView {
    let warnings = Memo::new(move |_| {
        editor.store.preview.with(|preview| {
            let reply = preview.reply.as_deref();
            reply
                .map(|reply| reply.warnings.clone())
                .unwrap_or_default()
        })
    });
    move || {
        let warnings = warnings.get();
        (!warnings.is_empty()).then(|| {
            let one = |finding: api::PreviewFinding| {
                view! { <li>{wording::finding(&finding.what, "")}</li> }
            };
            view! {
                <Message tone=Tone::Info title="Worth a look">
                    <ul class="to-mend">{list(warnings.into_iter().map(one))}</ul>
                </Message>
            }
        })
    }
}
