//! What narrows the texts. Every control begins again at the first screen.

use api::{SkillGraph, TextState};
use leptos::prelude::*;

use super::query::{Asked, Query};
use crate::components::list;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::content::{domains, words_of_domain};

/// A pause in typing after which the server is asked.
const PAUSE_MS: u32 = 350;

/// The only way to change what is asked for.
#[derive(Clone, Copy)]
pub struct Asking {
    pub store: BridgeStore,
    pub asked: RwSignal<Asked>,
}

impl Asking {
    pub fn ask(self, pause_ms: u32, change: impl FnOnce(&mut Query)) {
        self.asked.update(|asked| change(&mut asked.query));
        self.store.load_texts(self.asked.get_untracked(), pause_ms);
    }

    fn narrow(self, pause_ms: u32, change: impl FnOnce(&mut Query)) {
        self.ask(pause_ms, |query| {
            query.screens.clear();
            change(query);
        });
    }

    fn query<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.asked.with(|asked| read(&asked.query))
    }
}

/// States with their numbers: what waits is a press away.
#[component]
pub fn States(asking: Asking) -> impl IntoView {
    let store = BridgeStore::expect();
    let language = asking.asked.with_untracked(|asked| asked.language.clone());
    let counts = Memo::new(move |_| store.language_now(&language).map(|it| it.counts));
    let segment = move |state: Option<TextState>, name: &'static str| {
        let count = move || {
            counts.get().map(|counts| match state {
                None => counts.texts,
                Some(state) => wording::count_of(&counts, state),
            })
        };
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || asking.query(|query| query.state == state).to_string()
                on:click=move |_| asking.narrow(0, |query| query.state = state)
            >
                {name}
                {move || count().map(|n| format!(" ({n})"))}
            </button>
        }
    };
    view! {
        <div class="segments review-states" role="group" aria-label="State">
            {segment(None, "All")}
            {list(wording::STATES.map(|state| segment(Some(state), wording::state(state))))}
        </div>
    }
}

#[component]
pub fn Filters(
    asking: Asking,
    #[prop(into)] graph: Signal<Option<std::sync::Arc<SkillGraph>>>,
) -> impl IntoView {
    let kinds = wording::KINDS.map(|kind| {
        let (code, name) = (wording::kind_code(kind), wording::kind(kind));
        let chosen = move || asking.query(|query| query.kind == Some(kind));
        view! { <option value=code prop:selected=chosen>{name}</option> }
    });
    let domain = move |domain: String| {
        let (code, name) = (domain.clone(), words_of_domain(&domain));
        let chosen = move || asking.query(|query| query.domain.as_ref() == Some(&domain));
        view! { <option value=code prop:selected=chosen>{name}</option> }
    };
    view! {
        <div class="filters" role="search" aria-label="Texts">
            <label class="filter filter-text">
                <span>"Find"</span>
                <input
                    class="input"
                    type="search"
                    placeholder="in English or in the home language"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || asking.query(|query| query.search.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        asking.narrow(PAUSE_MS, |query| query.search = text);
                    }
                />
            </label>
            <label class="filter">
                <span>"Kind"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        let kind = wording::kind_of(&event.target().value());
                        asking.narrow(0, |query| query.kind = kind);
                    }
                >
                    <option value="" prop:selected=move || asking.query(|query| query.kind.is_none())>"All"</option>
                    {list(kinds)}
                </select>
            </label>
            <label class="filter">
                <span>"Domain"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        let domain = Some(event.target().value()).filter(|code| !code.is_empty());
                        asking.narrow(0, |query| query.domain = domain);
                    }
                >
                    <option value="" prop:selected=move || asking.query(|query| query.domain.is_none())>"All"</option>
                    {move || graph.get().map(|graph| list(domains(&graph).into_iter().map(domain)))}
                </select>
            </label>
        </div>
    }
}
