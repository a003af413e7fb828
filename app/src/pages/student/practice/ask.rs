//! The small question of a hint: answered for practice, never scored, never sent.

use item_bank::{AskView, TemplateRef, Verdict};
use leptos::prelude::*;

use super::ANSWER;
use crate::components::entry::{EntryPad, EntryView, Pen, focus_again};
use crate::components::{Button, Message, Tone, live, when};
use crate::i18n::{Msg, almost, t, unreadable};
use crate::questions;
use crate::state::Draft;

#[component]
pub fn AskBox(n: usize, ask: AskView, of: (TemplateRef, u32)) -> impl IntoView {
    let draft = RwSignal::new(Draft::of(&ask.entry));
    let verdict = RwSignal::new(None::<Verdict>);
    let right = Signal::derive(move || verdict.get().is_some_and(|it| it.is_correct()));
    let pen = Pen::new(
        &format!("ask-{n}"),
        &format!("hint-{n}"),
        draft,
        Callback::new(move |()| verdict.set(None)),
        right,
        questions::read_as,
    );
    let check = move || {
        let found = if let Some(why) = draft.with_untracked(Draft::lacks) {
            Ok(Verdict::Unreadable { why })
        } else {
            let (template, seed) = &of;
            questions::check_hint(template, *seed, n, &draft.get_untracked().answer())
        };
        match found {
            Ok(found) => {
                let right = found.is_correct();
                verdict.set(Some(found));
                if right {
                    // On with the question itself.
                    focus_again(ANSWER);
                }
            }
            Err(error) => web_sys::console::error_1(&error.to_string().into()),
        }
    };
    let entry = ask.entry.clone();
    view! {
        <form
            class="ask"
            novalidate
            aria-label=t(Msg::AskAnswer)
            on:submit=move |event| {
                event.prevent_default();
                if !right.get_untracked() {
                    check();
                }
            }
        >
            <div class="sheet-entry" dir="ltr">
                <EntryView entry=ask.entry pen=pen note=ask.form_note />
            </div>
            {when(
                move || !right.get(),
                move || {
                    view! {
                        <EntryPad entry=entry.clone() pen=pen />
                        <Button submit=true>{t(Msg::Check)}</Button>
                    }
                },
            )}
            <div role="status">
                {live(move || {
                    let said = |verdict| match verdict {
                        Verdict::Correct => (Tone::Good, t(Msg::AskRight)),
                        Verdict::Almost { why } => (Tone::Info, t(almost(why))),
                        Verdict::Wrong { .. } => (Tone::Again, t(Msg::AskAgain)),
                        Verdict::Unreadable { why } => (Tone::Info, t(unreadable(why))),
                    };
                    verdict
                        .get()
                        .map(said)
                        .map(|(tone, text)| view! { <Message tone=tone><p>{text}</p></Message> })
                })}
            </div>
        </form>
    }
}
