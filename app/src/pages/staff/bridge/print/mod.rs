//! A glossary and sentence frames for a lesson, on paper.

mod choose;
mod gather;
mod sheet;

use std::collections::BTreeSet;

use api::ClassId;
use item_bank::{LanguageTag, PathwayCode, SkillCode};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use choose::{Choose, offered};
use gather::gather;
use sheet::Sheet;

use super::nav::SectionNav;
use super::store::BridgeStore;
use crate::components::{Message, Tone, live};
use crate::pages::staff::content::ContentStore;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;

/// What goes on the sheet; view state only.
#[derive(Clone, Copy)]
pub struct Choice {
    pub class: RwSignal<Option<ClassId>>,
    /// Of a class it is its first one, unless another is picked.
    pub picked: RwSignal<Option<PathwayCode>>,
    /// None is English only.
    pub language: RwSignal<Option<LanguageTag>>,
    /// Skills of the pathway that are left out.
    pub without: RwSignal<BTreeSet<SkillCode>>,
}

/// `/bridge/print?class=..&pathway=..&language=..`
#[component]
pub fn PrintPage() -> impl IntoView {
    let store = BridgeStore::enter();
    let content = ContentStore::enter();
    store.load_packs();
    store.staff.load_classes();
    if content.graph.with_untracked(|slot| slot.get(&()).is_none()) {
        content.load_graph();
    }
    let query = use_query_map();
    let choice = query.with_untracked(|query| Choice {
        class: RwSignal::new(query.get("class").and_then(|it| it.parse().ok())),
        picked: RwSignal::new(query.get("pathway").and_then(|it| it.parse().ok())),
        language: RwSignal::new(query.get("language").and_then(|it| it.parse().ok())),
        without: RwSignal::new(BTreeSet::new()),
    });
    let packs = Memo::new(move |_| store.packs.with(|slot| slot.shown(&())));
    let graph = Memo::new(move |_| content.graph.with(|slot| slot.shown(&())));
    view! {
        <div class="content-page print-page">
            <SectionNav />
            <PageHead title="Print a glossary" />
            {live(move || match (packs.get(), graph.get()) {
                (Shown::Failed(error), _) | (_, Shown::Failed(error)) => {
                    let again = move || {
                        store.load_packs();
                        content.load_graph();
                    };
                    view! { <Failed error=error again=again /> }.into_any()
                }
                (Shown::Ready(packs, _), Shown::Ready(graph, _)) => {
                    store.load_english(packs.english.clone());
                    let of_class = graph.clone();
                    let pathway = Memo::new(move |_| {
                        let first = || {
                            choice.class.get()?;
                            offered(store, choice, &of_class).into_iter().next()
                        };
                        choice.picked.get().or_else(|| first().map(|it| it.code))
                    });
                    view! {
                        <Choose choice=choice pathway=pathway packs=packs.clone() graph=graph.clone() />
                        <Paper choice=choice pathway=pathway packs=packs graph=graph />
                    }
                    .into_any()
                }
                _ => view! { <p role="status">"Loading …"</p> }.into_any(),
            })}
        </div>
    }
}

#[component]
fn Paper(
    choice: Choice,
    pathway: Memo<Option<PathwayCode>>,
    packs: std::sync::Arc<api::BridgePacks>,
    graph: std::sync::Arc<api::SkillGraph>,
) -> impl IntoView {
    let store = BridgeStore::expect();
    let english_ref = packs.english.clone();
    let english = Memo::new(move |_| store.english.with(|slot| slot.shown(&english_ref)));
    let wanted = Memo::new(move |_| {
        let tag = choice.language.get()?;
        let mut all = packs.languages.iter();
        all.find(|it| it.tag == tag).map(|it| it.pack.clone())
    });
    Effect::new(move || {
        if let Some(pack) = wanted.get() {
            store.load_home(pack);
        }
    });
    let home = Memo::new(move |_| {
        let pack = wanted.get()?;
        Some(store.home.with(|slot| slot.shown(&pack)))
    });
    live(move || {
        let Some(pathway) = pathway.get() else {
            return view! {
                <Message tone=Tone::Info title="Choose a pathway">
                    <p>"The sheet holds its skills with their ideas, frames to write in, and the words."</p>
                </Message>
            }
            .into_any();
        };
        let failed =
            |error| view! { <Failed error=error again=move || store.load_packs() /> }.into_any();
        let english = match english.get() {
            Shown::Ready(english, _) => english,
            Shown::Failed(error) => return failed(error),
            Shown::Loading => {
                return view! { <p role="status">"Loading the words …"</p> }.into_any();
            }
        };
        let home = match home.get() {
            None => None,
            Some(Shown::Ready(home, _)) => Some(home),
            Some(Shown::Failed(error)) => return failed(error),
            Some(Shown::Loading) => {
                return view! { <p role="status">"Loading the language …"</p> }.into_any();
            }
        };
        let without = choice.without.get();
        let lesson = gather(&graph, &pathway, &without, &english, home.as_deref());
        view! { <Sheet lesson=lesson /> }.into_any()
    })
}
