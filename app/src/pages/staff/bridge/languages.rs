//! How far each language has come.

use std::sync::Arc;

use api::{LanguageReview, TextState};
use leptos::prelude::*;

use super::nav::SectionNav;
use super::store::BridgeStore;
use super::tongue::{OwnName, Tongue};
use super::wording;
use crate::components::{Icon, Message, Shape, Tone, list};
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};

#[component]
pub fn LanguagesPage() -> impl IntoView {
    let store = BridgeStore::enter();
    store.load_languages();
    let shown = Memo::new(move |_| store.languages.with(|slot| slot.shown(&())));
    view! {
        <div class="content-page">
            <SectionNav />
            <PageHead title="Bridge" />
            <p class="content-lead">
                "The bridge explains an idea in the student’s home language and keeps the words to learn \
                 in English. Every text here is a machine draft until a reader of the language approves it."
            </p>
            {move || match shown.get() {
                Shown::Loading => view! { <Loading /> }.into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_languages() /> }.into_any()
                }
                Shown::Ready(languages, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Languages languages=languages />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Languages(languages: Arc<Vec<LanguageReview>>) -> impl IntoView {
    if languages.is_empty() {
        return view! {
            <Message tone=Tone::Info title="No language is installed">
                <p>
                    "Students work in English only. A language comes with the content: files under "
                    <code>"content/bridge/"</code> ", then a restart."
                </p>
            </Message>
        }
        .into_any();
    }
    view! {
        <ul class="languages">
            {list(languages.iter().cloned().map(|language| view! { <li><Language language=language /></li> }))}
        </ul>
    }
    .into_any()
}

#[component]
fn Language(language: LanguageReview) -> impl IntoView {
    let tongue = Tongue::new(&language.tag, language.right_to_left);
    let english = wording::language(&language.tag);
    let counts = language.counts;
    let title = format!("language-{}", language.tag);
    let waiting = counts.drafted + counts.changed;
    let href = if counts.drafted > 0 {
        routes::bridge_review_of(&language.tag, TextState::Drafted)
    } else {
        routes::bridge_review(&language.tag)
    };
    let action = match (language.may_review, waiting) {
        (true, 1..) => "Read and approve",
        _ => "Look at the texts",
    };
    let class = if language.may_review && waiting > 0 {
        "button button-primary"
    } else {
        "button"
    };
    let named = english.clone();
    view! {
        <article class="card language" aria-labelledby=title.clone()>
            <h2 class="language-title" id=title.clone()>
                <OwnName tongue=tongue name=language.name.clone() />
                " "
                {(english != language.name).then(|| view! {
                    <span class="soft language-english">{english.clone()}</span>
                })}
            </h2>
            <Progress approved=counts.approved of=counts.texts />
            <p>{wording::progress(&counts)}</p>
            {if language.may_review {
                view! {
                    <p class="language-reader"><Icon shape=Shape::Check />"You read this language: you can approve its texts."</p>
                }
                .into_any()
            } else {
                view! {
                    <p class="soft">
                        {format!("You are not named as a reader of {english}. You can look at its texts; \
                                  a named reader approves them.")}
                    </p>
                }
                .into_any()
            }}
            <p class="language-actions">
                <a class=class href=href>
                    {action}
                    <span class="visually-hidden">" in "{named}</span>
                </a>
                {(counts.changed > 0).then(|| {
                    let href = routes::bridge_review_of(&language.tag, TextState::Changed);
                    view! { <a href=href>{format!("{} changed since approval", counts.changed)}</a> }
                })}
            </p>
        </article>
    }
}

/// How much is approved. The sentence below it says the same.
#[component]
fn Progress(approved: u32, of: u32) -> impl IntoView {
    view! {
        <progress
            class="language-bar"
            aria-hidden="true"
            max=of.max(1).to_string()
            value=approved.to_string()
        ></progress>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading the languages …"</p>
        <div aria-hidden="true">
            <div class="skeleton skeleton-block"></div>
            <div class="skeleton skeleton-block"></div>
        </div>
    }
}
