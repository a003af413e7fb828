//! Examples of a template, as a student meets them, with what the student does not see beside them.
//!
//! A renderer of the staff app's own: here nothing is answered, everything is laid open.

mod entry;
mod scale;

use api::{PreviewItem, PreviewReply};
use item_bank::{ItemView, PassageId, Rich};
use leptos::prelude::*;

use super::store::{ContentStore, Preview};
use super::wording;
use crate::components::{Button, ErrorMessage, FigureView, Message, RichText, Tone};
use crate::pages::staff::slot::Shown;
use crate::pages::staff::words::counted;
use entry::Entered;

/// Examples that one press adds.
const MORE: u32 = 3;

/// What the last preview came to. `again` asks for it anew, after the count was raised.
#[component]
pub fn Examples(#[prop(into)] again: Callback<()>) -> impl IntoView {
    let store = ContentStore::expect();
    let most = api::PreviewRequest::MAX_SEEDS as u32;
    let more = move || {
        store
            .preview
            .update(|preview| preview.count = (preview.count + MORE).min(most));
        again.run(());
    };
    // Examples that did not change keep their place and what is opened in them.
    let seeds = Memo::new(move |_| {
        store.preview.with(|preview| {
            let items = preview.reply.iter().flat_map(|reply| &reply.items);
            items.map(|item| item.seed).collect::<Vec<_>>()
        })
    });
    let full = move || store.preview.with(|preview| preview.count >= most);
    view! {
        <div class="examples" aria-busy=move || store.preview.with(|it| it.busy).to_string()>
            <p class="examples-state soft" role="status">
                {move || store.preview.with(said)}
            </p>
            {move || store.preview.with(|it| it.error.clone()).map(|error| view! {
                <ErrorMessage error=error />
            })}
            <ol class="example-list">
                <For each=move || seeds.get() key=|seed| *seed let:seed>
                    <Example seed=seed />
                </For>
            </ol>
            {move || (!seeds.with(Vec::is_empty) && !full()).then(|| view! {
                <Button press=more>"More examples"</Button>
            })}
        </div>
    }
}

fn said(preview: &Preview) -> String {
    match (&preview.reply, preview.busy) {
        (None, true) => "Making examples …".to_owned(),
        (Some(_), true) => "Bringing the examples up to date …".to_owned(),
        (Some(reply), false) => {
            let made = reply
                .items
                .iter()
                .filter(|item| item.item.is_some())
                .count();
            format!(
                "{}. Students meet others: numbers and words are drawn anew each time.",
                counted(made, "example", "examples")
            )
        }
        (None, false) => String::new(),
    }
}

#[component]
fn Example(seed: u32) -> impl IntoView {
    let store = ContentStore::expect();
    let found = Memo::new(move |_| {
        store.preview.with(|preview| {
            let reply: &PreviewReply = preview.reply.as_deref()?;
            reply.items.iter().find(|item| item.seed == seed).cloned()
        })
    });
    // Open hints stay open while the template is typed.
    let hints = RwSignal::new(0usize);
    view! {
        <li class="example card">
            <h3 class="example-title">{format!("Example {}", seed + 1)}</h3>
            {move || found.get().map(|found| shown(found, hints))}
        </li>
    }
}

fn shown(found: PreviewItem, hints: RwSignal<usize>) -> AnyView {
    let Some(item) = found.item else {
        let what = found.error.unwrap_or_default();
        return view! {
            <Message tone=Tone::Warn title="This one cannot be made">
                <p>{wording::finding(&what, "")}</p>
            </Message>
        }
        .into_any();
    };
    view! {
        <div class="example-parts">
            <div class="as-student">
                {item.passage.clone().map(|passage| view! { <PassageText id=passage /> })}
                <div class="as-student-stem" lang="en"><RichText value=item.stem.clone() /></div>
                {item.figure.clone().map(|figure| view! { <FigureView figure=figure /> })}
                <Entered entry=item.entry.clone() unit=item.unit.clone() note=item.form_note.clone() />
            </div>
            <div class="as-teacher">
                <p class="as-teacher-label">"Answer"</p>
                <p class="as-teacher-answer"><RichText value=found.answer /></p>
                <Help item=item hints=hints />
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Help(item: ItemView, hints: RwSignal<usize>) -> impl IntoView {
    let count = item.hints.len();
    let steps: Vec<Rich> = item.solution;
    let more = move |_| hints.update(|shown| *shown = (*shown + 1).min(count));
    view! {
        <ol class="example-hints">
            {item
                .hints
                .into_iter()
                .enumerate()
                .map(|(n, hint)| {
                    let asks = hint.ask.map(|ask| view! {
                        <div class="example-ask">
                            <Entered entry=ask.entry unit=None note=ask.form_note />
                        </div>
                    });
                    view! {
                        <li hidden=move || hints.get() <= n>
                            <p class="as-teacher-label">{format!("Hint {}", n + 1)}</p>
                            <p><RichText value=hint.text /></p>
                            {asks}
                        </li>
                    }
                })
                .collect_view()}
        </ol>
        {move || (hints.get() < count).then(|| view! {
            <button type="button" class="link-button" on:click=more>
                {move || format!("Show hint {} of {count}", hints.get() + 1)}
            </button>
        })}
        {(!steps.is_empty()).then(|| view! {
            <details class="example-solution">
                <summary>"Worked solution"</summary>
                <ol>
                    {steps.into_iter().map(|step| view! { <li><RichText value=step /></li> }).collect_view()}
                </ol>
            </details>
        })}
    }
}

/// The passage that a question is about.
#[component]
fn PassageText(id: PassageId) -> impl IntoView {
    let store = ContentStore::expect();
    store.load_passage(id.clone());
    let name = id.to_string();
    let shown = Memo::new(move |_| store.passage.with(|slot| slot.shown(&id)));
    move || match shown.get() {
        Shown::Ready(detail, _) => {
            let title = detail.passage.title.clone();
            let paragraphs = detail.paragraphs.clone();
            view! {
                <details class="example-passage">
                    <summary>"Passage: "{title}</summary>
                    {paragraphs
                        .into_iter()
                        .map(|text| view! { <p><RichText value=text /></p> })
                        .collect_view()}
                </details>
            }
            .into_any()
        }
        _ => view! { <p class="soft">"With the passage “"{name.clone()}"”"</p> }.into_any(),
    }
}
