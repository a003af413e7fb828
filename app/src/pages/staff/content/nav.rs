//! The way between the parts of the staff app, and between those of this section.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::time::Duration;

use super::find::queue;
use super::store::ContentStore;
use crate::pages::staff::routes;

/// The list behind the badge is read once the page that was asked for has had its turn.
const AFTER: Duration = Duration::from_millis(1500);

/// The parts of a teacher's work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Classes,
    Bridge,
    Content,
}

impl Part {
    fn of(path: &str) -> Self {
        if path.starts_with(&routes::content()) {
            Self::Content
        } else if path.starts_with(&routes::bridge()) {
            Self::Bridge
        } else {
            Self::Classes
        }
    }
}

/// In the top bar: the parts of a teacher's work, and what waits for review.
#[component]
pub fn MainNav() -> impl IntoView {
    let store = ContentStore::enter();
    set_timeout(
        move || {
            // the library reads it by itself
            if store.list.with_untracked(|slot| !slot.is(&())) {
                store.load_list();
            }
        },
        AFTER,
    );
    let path = use_location().pathname;
    let part = Memo::new(move |_| path.with(|path| Part::of(path)));
    let waiting = Memo::new(move |_| {
        let count = |slot: &_| queue_len(slot);
        store.list.with(count)
    });
    let current = move |here: Part| (part.get() == here).then_some("true");
    view! {
        <nav class="main-nav" aria-label="Main">
            <a class="main-nav-link" href=routes::classes() aria-current=move || current(Part::Classes)>"Classes"</a>
            <a class="main-nav-link" href=routes::bridge() aria-current=move || current(Part::Bridge)>"Bridge"</a>
            <a class="main-nav-link" href=routes::content() aria-current=move || current(Part::Content)>
                "Content"
                {move || {
                    let waiting = waiting.get();
                    (waiting > 0).then(|| view! {
                        <span class="badge">
                            {waiting}
                            <span class="visually-hidden">" waiting for review"</span>
                        </span>
                    })
                }}
            </a>
        </nav>
    }
}

fn queue_len(
    slot: &crate::pages::staff::slot::Slot<(), std::sync::Arc<Vec<api::TemplateSummary>>>,
) -> usize {
    slot.get(&()).map_or(0, |all| queue(all).len())
}

/// Under the section's headings.
#[component]
pub fn SectionNav() -> impl IntoView {
    let path = use_location().pathname;
    let link = move |href: String, name: &'static str| {
        let here = href.clone();
        let current = move || {
            path.with(|path| path.trim_end_matches('/') == here)
                .then_some("page")
        };
        view! { <a class="section-link" href=href aria-current=current>{name}</a> }
    };
    view! {
        <nav class="section-nav" aria-label="Content">
            {link(routes::content(), "Library")}
            {link(routes::content_map(), "Skill map")}
            {link(routes::content_attribution(), "Attribution")}
        </nav>
    }
}
