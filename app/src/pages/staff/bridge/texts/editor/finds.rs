//! The words of the text that have a card.

use api::FoundTerm;
use leptos::prelude::*;

use super::Editor;
use crate::components::{list, live};
use crate::pages::staff::bridge::wording;
use crate::pages::staff::words::counted;

#[component]
pub fn Words(editor: Editor) -> impl IntoView {
    let terms = editor.watch(|editing| editing.detail.analysis.terms.clone());
    view! {
        <section class="form-section" aria-labelledby="words-title">
            <h2 class="form-title" id="words-title">"Words with a card"</h2>
            {live(move || {
                let terms = terms.get();
                if terms.is_empty() {
                    return view! { <p class="soft">"No word of this text has a card in the bank."</p> }.into_any();
                }
                view! {
                    <ul class="agent-words">
                        {list(terms.into_iter().map(|term| view! { <Word editor=editor term=term /> }))}
                    </ul>
                }
                .into_any()
            })}
        </section>
    }
}

#[component]
fn Word(editor: Editor, term: FoundTerm) -> impl IntoView {
    let id = term.term.clone();
    let watched = id.clone();
    let kept = editor.watch(move |editing| !editing.work.removed.contains(&watched));
    let times = counted(term.count as usize, "time", "times");
    let about = format!("{} · {times}", wording::tier(term.tier));
    let fixed = !editor.may_edit();
    view! {
        <li class="agent-word">
            <label class="check">
                <input
                    type="checkbox"
                    disabled=fixed
                    prop:checked=move || kept.get()
                    on:change=move |_| editor.change(|editing| editing.toggle_term(&id))
                />
                <bdi class="agent-word-name" lang="en" dir="ltr">{term.en}</bdi>
            </label>
            <p class="soft">{about}</p>
            <p>{term.gloss}</p>
        </li>
    }
}
