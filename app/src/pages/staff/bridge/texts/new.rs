//! Pasting a text.

use api::MAX_WORDS;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::editing::{count_words, wrong_text, wrong_title};
use crate::components::{Button, ButtonKind, ErrorMessage, Icon, Shape, live};
use crate::dom;
use crate::pages::staff::bridge::nav::SectionNav;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::words::counted;

const TITLE: &str = "text-title";
const TEXT: &str = "text-body";

#[component]
pub fn NewTextPage() -> impl IntoView {
    let store = BridgeStore::enter();
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(id) = store.starting.with(|now| now.made) {
            // Our addresses begin with the base already.
            let options = NavigateOptions {
                resolve: false,
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&routes::bridge_text(id), options);
        }
    });
    view! {
        <div class="content-page">
            <SectionNav />
            <p class="crumb"><a href=routes::bridge_texts()><Icon shape=Shape::ArrowBack />"Your texts"</a></p>
            <PageHead title="Prepare a text" />
            <p class="content-lead">
                "Paste what your class will read. Trellis finds its terms, matches it with ideas of the bank and \
                 marks the sentences that carry it. You decide; nothing goes to students before you approve it."
            </p>
            <PasteForm />
        </div>
    }
}

#[component]
fn PasteForm() -> impl IntoView {
    let store = BridgeStore::expect();
    let starting = store.starting;
    // Asked of a teacher at the end, not of one who has just begun.
    let tried = RwSignal::new(false);
    let title_wrong = Memo::new(move |_| {
        starting
            .with(|now| wrong_title(&now.title))
            .filter(|_| tried.get())
    });
    let words = Memo::new(move |_| starting.with(|now| count_words(&now.text)));
    let text_wrong = Memo::new(move |_| {
        let wrong = starting.with(|now| wrong_text(&now.text));
        wrong.filter(|_| tried.get() || words.get() > MAX_WORDS)
    });
    let error = Memo::new(move |_| starting.with(|now| now.error.clone()));
    let busy = Signal::derive(move || starting.with(|now| now.busy));
    let submit = move || {
        tried.set(true);
        let (title, text) =
            starting.with_untracked(|now| (wrong_title(&now.title), wrong_text(&now.text)));
        match (title, text) {
            (Some(_), _) => dom::focus(TITLE),
            (None, Some(_)) => dom::focus(TEXT),
            (None, None) => store.start(),
        }
    };
    view! {
        <form
            class="form-section editor paste-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <div class="field">
                <label class="field-label" for=TITLE>"Title"</label>
                <input
                    class="input"
                    id=TITLE
                    type="text"
                    autocomplete="off"
                    aria-invalid=move || title_wrong.with(Option::is_some).then_some("true")
                    aria-describedby="text-title-error"
                    prop:value=move || starting.with(|now| now.title.clone())
                    on:input:target=move |event| {
                        let title = event.target().value();
                        starting.update(|now| now.title = title);
                    }
                />
                <Wrong id="text-title-error" what=title_wrong />
            </div>
            <div class="field">
                <label class="field-label" for=TEXT>"Text, in English"</label>
                <p class="field-help" id="text-body-help">
                    {format!("Plain text, at most {MAX_WORDS} words. An empty line begins a new paragraph. \
                              Leave out names of students.")}
                </p>
                <textarea
                    class="input"
                    id=TEXT
                    rows="14"
                    aria-invalid=move || text_wrong.with(Option::is_some).then_some("true")
                    aria-describedby="text-body-error text-body-help text-body-count"
                    prop:value=move || starting.with(|now| now.text.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        starting.update(|now| now.text = text);
                    }
                ></textarea>
                <p class="field-help" id="text-body-count">
                    {move || format!("{} of {MAX_WORDS}", counted(words.get(), "word", "words"))}
                </p>
                <Wrong id="text-body-error" what=text_wrong />
            </div>
            <div class="status-region" role="alert">
                {live(move || error.get().map(|error| view! { <ErrorMessage error=error /> }))}
            </div>
            <div class="editor-end">
                <Button kind=ButtonKind::Primary submit=true busy=busy>"Find terms and ideas"</Button>
                <span class="soft">"It is kept as a draft that only you see."</span>
            </div>
        </form>
    }
}

#[component]
fn Wrong(id: &'static str, what: Memo<Option<String>>) -> impl IntoView {
    view! {
        <p class="field-error" id=id hidden=move || what.with(Option::is_none)>
            <Icon shape=Shape::Alert />
            <span>{move || what.get()}</span>
        </p>
    }
}
