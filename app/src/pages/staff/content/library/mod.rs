//! The templates by skill: what waits for review first, then all of them, narrowed as wanted.

mod filters;
mod rows;

use std::sync::Arc;

use api::{SkillGraph, TemplateSummary};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use filters::Filters;
use rows::{Groups, Queue};

use super::find::{Filter, find, queue};
use super::nav::SectionNav;
use super::store::ContentStore;
use crate::components::{Button, Message, Tone};
use crate::dom;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};
use crate::pages::staff::words::counted;

const LIST: &str = "library-list";

#[component]
pub fn LibraryPage() -> impl IntoView {
    let store = ContentStore::enter();
    store.load_list();
    store.load_graph();
    // An address that names a skill shows that skill and nothing else.
    let skill = use_query_map().with_untracked(|query| query.get("skill")?.parse().ok());
    if let Some(skill) = skill {
        store.filter.set(Filter {
            skill: Some(skill),
            ..Filter::default()
        });
    }
    let shown = Memo::new(move |_| {
        let list = store.list.with(|slot| slot.shown(&()));
        let graph = store.graph.with(|slot| slot.shown(&()));
        (list, graph)
    });
    let again = move || {
        store.load_list();
        store.load_graph();
    };
    view! {
        <div class="content-page">
            <SectionNav />
            <div class="content-head">
                <PageHead title="Content" />
                <a class="button button-primary" href=routes::content_new()>"Write a question"</a>
            </div>
            {move || match shown.get() {
                (Shown::Failed(error), _) | (_, Shown::Failed(error)) => {
                    view! { <Failed error=error again=again /> }.into_any()
                }
                (Shown::Ready(list, stale), Shown::Ready(graph, _)) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Library list=list graph=graph />
                }
                .into_any(),
                _ => view! { <LoadingLibrary /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Library(list: Arc<Vec<TemplateSummary>>, graph: Arc<SkillGraph>) -> impl IntoView {
    let store = ContentStore::expect();
    if list.is_empty() {
        return view! {
            <Message tone=Tone::Info title="There are no questions yet">
                <p><a href=routes::content_new()>"Write the first one"</a></p>
            </Message>
        }
        .into_any();
    }
    let waiting = queue(&list);
    let total = list.len();
    let found = {
        let graph = graph.clone();
        Memo::new(move |_| store.filter.with(|filter| find(&list, &graph, filter)))
    };
    let queued = graph.clone();
    let count = move || {
        let found = found.with(|found| found.count);
        let all = counted(total, "question", "questions");
        if found == total {
            all
        } else {
            format!("{found} of {all}")
        }
    };
    let narrow = Memo::new(move |_| store.filter.with(Filter::is_narrow));
    view! {
        {(!waiting.is_empty()).then(|| view! { <Queue waiting=waiting graph=queued /> })}
        <Filters graph=graph />
        <div class="content-count" id=LIST tabindex="-1">
            <span role="status">{count}</span>
            {move || narrow.get().then(|| view! {
                <button type="button" class="link-button" on:click=move |_| store.filter.set(Filter::default())>
                    "Show all"
                </button>
            })}
        </div>
        {move || {
            let found = found.get();
            if found.count == 0 {
                view! { <NoneFound /> }.into_any()
            } else {
                let (page, pages) = (found.page, found.pages);
                view! {
                    <Groups groups=found.groups />
                    <Pager page=page pages=pages />
                }
                .into_any()
            }
        }}
    }
    .into_any()
}

#[component]
fn NoneFound() -> impl IntoView {
    let store = ContentStore::expect();
    view! {
        <Message tone=Tone::Info title="No question fits all of that">
            <p>"Take away one of the filters, or try fewer words."</p>
            <Button press=move || store.filter.set(Filter::default())>"Show all"</Button>
        </Message>
    }
}

#[component]
fn Pager(page: usize, pages: usize) -> impl IntoView {
    let store = ContentStore::expect();
    if pages < 2 {
        return ().into_any();
    }
    let go = move |to: usize| {
        store.filter.update(|filter| filter.page = to);
        dom::focus_soon(LIST);
    };
    view! {
        <nav class="pager" aria-label="Pages of the list">
            <Button disabled=page == 0 press=move || go(page - 1)>"Previous"</Button>
            <span>{format!("Page {} of {pages}", page + 1)}</span>
            <Button disabled=page + 1 == pages press=move || go(page + 1)>"Next"</Button>
        </nav>
    }
    .into_any()
}

#[component]
fn LoadingLibrary() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading the questions …"</p>
        <div aria-hidden="true">
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-table"></div>
        </div>
    }
}
