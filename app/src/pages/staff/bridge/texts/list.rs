//! A teacher's texts, and words that need a card.

use std::sync::Arc;

use api::{NeededCard, ReadingList, ReadingState, ReadingSummary};
use leptos::prelude::*;

use super::load::Said;
use crate::clock;
use crate::components::{ErrorMessage, Message, Tone, list, live};
use crate::pages::staff::bridge::nav::SectionNav;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};
use crate::pages::staff::when;
use crate::pages::staff::words::{counted, listed};

/// The word and the code of a state.
pub fn state(state: ReadingState) -> (&'static str, &'static str) {
    match state {
        ReadingState::Draft => ("Draft", "draft"),
        ReadingState::Approved => ("Approved", "approved"),
        ReadingState::Retired => ("Retired", "retired"),
    }
}

#[component]
pub fn TextsPage() -> impl IntoView {
    let store = BridgeStore::enter();
    store.load_readings();
    store.load_cards();
    store.doing.update(|doing| doing.said = Said::Nothing);
    let shown = Memo::new(move |_| store.readings.with(|slot| slot.shown(&())));
    view! {
        <div class="content-page">
            <SectionNav />
            <div class="content-head">
                <PageHead title="Your texts" />
                <a class="button button-primary" href=routes::bridge_text_new()>"Prepare a text"</a>
            </div>
            <p class="content-lead">
                "Texts of your own with a bridge beside them: the terms, the idea, the sentences that carry it."
            </p>
            {live(move || match shown.get() {
                Shown::Loading => view! {
                    <p class="visually-hidden" role="status">"Loading your texts …"</p>
                    <div class="skeleton skeleton-block" aria-hidden="true"></div>
                }
                .into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_readings() /> }.into_any()
                }
                Shown::Ready(readings, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Readings readings=readings />
                }
                .into_any(),
            })}
            <Cards />
        </div>
    }
}

#[component]
fn Readings(readings: Arc<ReadingList>) -> impl IntoView {
    if readings.readings.is_empty() {
        return view! {
            <Message tone=Tone::Info title="You have not prepared a text yet">
                <p>
                    "Paste an article, a chapter or a word problem. "
                    <a href=routes::bridge_text_new()>"Prepare your first text"</a>
                </p>
            </Message>
        }
        .into_any();
    }
    let now = clock::now_ms();
    let rows = readings.readings.iter().cloned();
    view! {
        <table class="library-table texts-table">
            <caption class="visually-hidden">"Texts, last changed first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Text"</th>
                    <th scope="col">"State"</th>
                    <th scope="col">"Home languages"</th>
                    <th scope="col">"Classes"</th>
                    <th scope="col">"Changed"</th>
                </tr>
            </thead>
            <tbody>{list(rows.map(|row| view! { <Row row=row now=now /> }))}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(row: ReadingSummary, now: i64) -> impl IntoView {
    let (word, code) = state(row.state);
    let by = (!row.mine).then(|| format!("by {} · ", row.author));
    let languages: Vec<String> = row
        .languages
        .iter()
        .map(|tag| {
            let name = wording::language(tag);
            if row.unread.contains(tag) {
                format!("{name} (waits for a reader)")
            } else {
                name
            }
        })
        .collect();
    let languages = if languages.is_empty() {
        "none".to_owned()
    } else {
        listed(&languages)
    };
    let classes = if row.classes.is_empty() {
        "none".to_owned()
    } else {
        listed(&row.classes)
    };
    view! {
        <tr class="library-row">
            <th scope="row">
                <a class="library-name" href=routes::bridge_text(row.id)>{row.title}</a>
                <p class="soft">{by}{counted(row.words as usize, "word", "words")}</p>
            </th>
            <td><span class="state-chip" data-state=code>{word}</span></td>
            <td class="library-from">{languages}</td>
            <td class="library-from">{classes}</td>
            <td class="soft">
                <time datetime=when::machine(row.updated_at_ms)>{when::local(row.updated_at_ms, now)}</time>
            </td>
        </tr>
    }
}

/// What the bank does not know is said, and waits for somebody who writes cards.
#[component]
fn Cards() -> impl IntoView {
    let store = BridgeStore::expect();
    let shown = Memo::new(move |_| store.cards.with(|slot| slot.shown(&())));
    let said = Memo::new(move |_| store.doing.with(|doing| doing.said.clone()));
    view! {
        <section class="needed" aria-labelledby="needed-title">
            <h2 class="needed-title" id="needed-title" tabindex="-1">"Words that need a card"</h2>
            <div class="status-region" role="status">
                {live(move || match said.get() {
                    Said::Failed(error) => Some(view! { <ErrorMessage error=error /> }),
                    _ => None,
                })}
            </div>
            {live(move || match shown.get() {
                Shown::Loading => view! { <p class="soft">"Loading …"</p> }.into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_cards() /> }.into_any()
                }
                Shown::Ready(cards, _) if cards.is_empty() => view! {
                    <p class="soft">"None. Words that the bank does not know can be put here from a text."</p>
                }
                .into_any(),
                Shown::Ready(cards, _) => view! { <CardTable cards=cards /> }.into_any(),
            })}
        </section>
    }
}

#[component]
fn CardTable(cards: Arc<Vec<NeededCard>>) -> impl IntoView {
    let store = BridgeStore::expect();
    let row = move |card: NeededCard| {
        let (word, named) = (card.word.clone(), card.word.clone());
        let sources = if card.sources.is_empty() {
            "a text you cannot see".to_owned()
        } else {
            listed(&card.sources)
        };
        view! {
            <tr>
                <th scope="row"><bdi lang="en" dir="ltr">{card.word}</bdi></th>
                <td>{counted(card.asked as usize, "time", "times")}</td>
                <td class="library-from">{listed(&card.by)}</td>
                <td class="library-from">{sources}</td>
                <td>
                    <button
                        type="button"
                        class="link-button"
                        on:click=move |_| {
                            crate::dom::focus("needed-title");
                            store.settle_card(word.clone());
                        }
                    >
                        "Take off"
                        <span class="visually-hidden">" “"{named}"”"</span>
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <div class="wide" role="region" aria-label="Table of these words" tabindex="0">
        <table class="plain-table cards-table">
            <caption class="visually-hidden">"Words that need a card, most asked first"</caption>
            <thead>
                <tr>
                    <th scope="col">"Word"</th>
                    <th scope="col">"Asked"</th>
                    <th scope="col">"By"</th>
                    <th scope="col">"From"</th>
                    <th scope="col"><span class="visually-hidden">"What to do"</span></th>
                </tr>
            </thead>
            <tbody>{list(cards.iter().cloned().map(row))}</tbody>
        </table>
        </div>
    }
}
