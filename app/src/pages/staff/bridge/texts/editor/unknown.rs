//! What the bank does not know is said plainly, and can be asked for.

use api::UnknownWord;
use leptos::prelude::*;

use super::Editor;
use crate::components::{Icon, Shape, list, live};
use crate::pages::staff::words::counted;

#[component]
pub fn Unknown(editor: Editor) -> impl IntoView {
    let words = editor.watch(|editing| editing.detail.analysis.unknown.clone());
    let mine = editor.with_untracked(|editing| editing.detail.mine);
    if editor
        .store
        .cards
        .with_untracked(|slot| slot.get(&()).is_none())
    {
        editor.store.load_cards();
    }
    view! {
        <section class="form-section" aria-labelledby="unknown-title">
            <h2 class="form-title" id="unknown-title">"Words without a card"</h2>
            {live(move || {
                let words = words.get();
                if words.is_empty() {
                    return view! { <p class="soft">"None: the bank knows every academic word of this text."</p> }
                        .into_any();
                }
                view! {
                    <p class="field-help">
                        "The bank does not know these. Whoever writes content sees what you ask for."
                    </p>
                    <ul class="agent-unknown">
                        {list(words.into_iter().map(|word| view! { <Word editor=editor word=word mine=mine /> }))}
                    </ul>
                }
                .into_any()
            })}
        </section>
    }
}

#[component]
fn Word(editor: Editor, word: UnknownWord, mine: bool) -> impl IntoView {
    let store = editor.store;
    let (name, asked_for, pressed) = (word.word.clone(), word.word.clone(), word.word.clone());
    let queued = Memo::new(move |_| {
        let before = store.cards.with(|slot| {
            let all = slot.get(&());
            all.is_some_and(|all| all.iter().any(|card| card.word == asked_for))
        });
        before || store.doing.with(|doing| doing.asked.contains(&asked_for))
    });
    let about = format!(
        "{} · {}",
        counted(word.count as usize, "time", "times"),
        word.reason
    );
    view! {
        <li class="agent-missing">
            <p>
                <bdi class="agent-word-name" lang="en" dir="ltr">{word.word}</bdi>
                " "
                <span class="soft">{about}</span>
            </p>
            {live(move || {
                if queued.get() {
                    return view! { <p class="agent-asked"><Icon shape=Shape::Check />"Asked for"</p> }.into_any();
                }
                let (named, pressed) = (name.clone(), pressed.clone());
                mine.then(|| view! {
                    <button
                        type="button"
                        class="link-button"
                        on:click=move |_| store.need_cards(editor.id, vec![pressed.clone()])
                    >
                        "Ask for a card"
                        <span class="visually-hidden">" for “"{named}"”"</span>
                    </button>
                })
                .into_any()
            })}
        </li>
    }
}
