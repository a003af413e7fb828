//! As a student sees it: the text, and the bridge beside it, at each level of support and in each
//! language.

use std::sync::Arc;

use api::ReadingPreview;
use item_bank::LanguageTag;
use item_bank::bridge::{Reading, Support};
use leptos::prelude::*;

use super::Editor;
use super::panel::Panel;
use crate::components::{Button, Icon, Message, Shape, Tone, list, live};
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::texts::editing::Editing;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;

/// What the teacher looks at.
#[derive(Clone, Copy)]
pub struct Looking {
    pub support: RwSignal<Support>,
    /// None is English only.
    pub language: RwSignal<Option<LanguageTag>>,
}

#[component]
pub fn Preview(editor: Editor) -> impl IntoView {
    let store = editor.store;
    let open = RwSignal::new(false);
    let looking = Looking {
        support: RwSignal::new(Support::Full),
        language: RwSignal::new(None),
    };
    let unsaved = editor.watch(Editing::is_unsaved);
    // Saving clears what was read: it is of another text.
    Effect::new(move || {
        let gone = store.preview.with(|slot| !slot.is(&editor.id));
        if open.get() && gone {
            store.load_preview(editor.id);
        }
    });
    let shown = Memo::new(move |_| store.preview.with(|slot| slot.shown(&editor.id)));
    view! {
        <section class="form-section preview" aria-labelledby="preview-title">
            <h2 class="form-title" id="preview-title">"As students see it"</h2>
            {live(move || {
                if !open.get() {
                    return view! {
                        <p class="core-actions">
                            <Button press=move || open.set(true)><Icon shape=Shape::Eye />"Show the preview"</Button>
                        </p>
                    }
                    .into_any();
                }
                match shown.get() {
                    Shown::Loading => view! { <p role="status">"Preparing the preview …"</p> }.into_any(),
                    Shown::Failed(error) => {
                        view! { <Failed error=error again=move || store.load_preview(editor.id) /> }.into_any()
                    }
                    Shown::Ready(preview, _) => view! {
                        <Controls looking=looking preview=preview.clone() />
                        {live(move || unsaved.get().then(|| view! {
                            <Message tone=Tone::Info><p>"The preview shows what you saved last."</p></Message>
                        }))}
                        <Beside looking=looking preview=preview />
                    }
                    .into_any(),
                }
            })}
        </section>
    }
}

#[component]
fn Controls(looking: Looking, preview: Arc<ReadingPreview>) -> impl IntoView {
    let segment = move |support: Support| {
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (looking.support.get() == support).to_string()
                on:click=move |_| looking.support.set(support)
            >
                {wording::support(support).0}
            </button>
        }
    };
    let languages = preview.languages.iter().map(|pack| {
        let (tag, chosen) = (pack.tag.clone(), pack.tag.clone());
        let name = format!("{} ({})", pack.name, wording::language(&pack.tag));
        let now = move || looking.language.with(|now| now.as_ref() == Some(&chosen));
        view! { <option value=tag.to_string() prop:selected=now>{name}</option> }
    });
    view! {
        <div class="controls preview-controls">
            <div class="segments" role="group" aria-label="Support">
                {list(wording::SUPPORTS.map(segment))}
            </div>
            <label class="filter">
                <span>"Home language"</span>
                <select
                    class="select"
                    on:change:target=move |event| looking.language.set(event.target().value().parse().ok())
                >
                    <option value="" prop:selected=move || looking.language.with(Option::is_none)>"English only"</option>
                    {list(languages)}
                </select>
            </label>
        </div>
        <p class="field-help" role="status">{move || wording::support(looking.support.get()).1}</p>
    }
}

#[component]
fn Beside(looking: Looking, preview: Arc<ReadingPreview>) -> impl IntoView {
    let store = BridgeStore::expect();
    let (english_ref, of_text) = (preview.english.clone(), preview.clone());
    let english = Memo::new(move |_| store.english.with(|slot| slot.shown(&english_ref)));
    // The pack of the language that is looked at; read when it is first wanted.
    let wanted = {
        let preview = preview.clone();
        Memo::new(move |_| {
            let tag = looking.language.get()?;
            let mut packs = preview.languages.iter();
            packs.find(|it| it.tag == tag).map(|it| it.pack.clone())
        })
    };
    Effect::new(move || {
        if let Some(pack) = wanted.get() {
            store.load_home(pack);
        }
    });
    let home = Memo::new(move |_| {
        let pack = wanted.get()?;
        Some(store.home.with(|slot| slot.shown(&pack)))
    });
    view! {
        <div class="preview-beside">
            <TextOf reading=of_text.reading.clone() />
            {live(move || match (english.get(), home.get()) {
                (Shown::Failed(error), _) | (_, Some(Shown::Failed(error))) => {
                    let again = {
                        let preview = preview.clone();
                        move || {
                            store.load_english(preview.english.clone());
                            if let Some(pack) = wanted.get_untracked() {
                                store.load_home(pack);
                            }
                        }
                    };
                    view! { <Failed error=error again=again /> }.into_any()
                }
                (Shown::Ready(english, _), home) => {
                    let home = match home {
                        None => None,
                        Some(Shown::Ready(home, _)) => Some(home),
                        Some(_) => return view! { <p role="status">"Loading the language …"</p> }.into_any(),
                    };
                    view! {
                        <Panel
                            preview=preview.clone()
                            english=english
                            home=home
                            support=looking.support.get()
                        />
                    }
                    .into_any()
                }
                _ => view! { <p role="status">"Loading the words …"</p> }.into_any(),
            })}
        </div>
    }
}

/// The reading as it is packed: key sentences marked by a bar and by weight.
#[component]
fn TextOf(reading: Reading) -> impl IntoView {
    let paragraph = |sentences: Vec<item_bank::bridge::ReadingSentence>| {
        let one = |sentence: item_bank::bridge::ReadingSentence| {
            if sentence.key {
                view! { <strong class="preview-key">{sentence.text}</strong>" " }.into_any()
            } else {
                view! { <span>{sentence.text}</span>" " }.into_any()
            }
        };
        view! { <p>{list(sentences.into_iter().map(one))}</p> }
    };
    view! {
        <div class="preview-text" lang="en" dir="ltr">
            <h3 class="preview-title">{reading.title}</h3>
            {list(reading.paragraphs.into_iter().map(paragraph))}
        </div>
    }
}
