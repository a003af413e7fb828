//! The words of a class: which it has met and uses in English, and how much stands open to whom.

pub mod load;
mod order;
mod skills;
mod students;
mod terms;

use std::sync::Arc;

use api::{ClassBridge, ClassId, UserId};
use item_bank::PathwayCode;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use load::Setting;
use skills::SkillsDialog;
use students::{SetRegion, Students};
use terms::Terms;

use super::store::BridgeStore;
use crate::components::{Icon, Shape, live};
use crate::pages::staff::content::ContentStore;
use crate::pages::staff::missing::NothingHere;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::routes;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};
use crate::pages::staff::store::StaffStore;

#[component]
pub fn ClassBridgePage() -> impl IntoView {
    let params = use_params_map();
    let class = Memo::new(move |_| params.with(|params| params.get("class")?.parse().ok()));
    move || match class.get() {
        Some(class) => view! { <Page class=class /> }.into_any(),
        None => view! { <NothingHere /> }.into_any(),
    }
}

/// Codes of the pathways that a class is assigned, as far as the classes are read.
pub fn pathways_of(staff: StaffStore, class: ClassId) -> Vec<PathwayCode> {
    staff.classes.with(|slot| {
        let all = slot.get(&()).into_iter().flatten();
        let mut found = all.filter(|it| it.id == class);
        let assigned = found.next().map(|it| it.assignments.iter());
        let codes = assigned.into_iter().flatten();
        codes.map(|it| it.pathway.clone()).collect()
    })
}

#[component]
fn Page(class: ClassId) -> impl IntoView {
    let store = BridgeStore::enter();
    let content = ContentStore::enter();
    store.load_class(class);
    store.setting.set(Setting::default());
    if store
        .staff
        .classes
        .with_untracked(|slot| slot.get(&()).is_none())
    {
        store.staff.load_classes();
    }
    if content.graph.with_untracked(|slot| slot.get(&()).is_none()) {
        content.load_graph();
    }
    let asking = RwSignal::new(None::<UserId>);
    let title = Memo::new(move |_| {
        store.staff.classes.with(|slot| {
            let mut all = slot.get(&()).into_iter().flatten();
            all.find(|it| it.id == class).map(|it| it.title.clone())
        })
    });
    let shown = Memo::new(move |_| store.class.with(|slot| slot.shown(&class)));
    view! {
        <div class="content-page class-bridge">
            <p class="crumb">
                <a href=routes::class(class)>
                    <Icon shape=Shape::ArrowBack />
                    {move || title.get().unwrap_or_else(|| "Class mastery".to_owned())}
                </a>
            </p>
            <div class="content-head">
                <PageHead title="Words and the bridge" />
                <a class="button" href=routes::bridge_print_of(class)>"Print a glossary"</a>
            </div>
            <div class="status-region review-told" role="status"><SetRegion /></div>
            {live(move || match shown.get() {
                Shown::Loading => view! {
                    <p class="visually-hidden" role="status">"Loading the words …"</p>
                    <div class="skeleton skeleton-table" aria-hidden="true"></div>
                }
                .into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_class(class) /> }.into_any()
                }
                Shown::Ready(report, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Report class=class report=report asking=asking />
                }
                .into_any(),
            })}
            <SkillsDialog class=class asking=asking />
        </div>
    }
}

#[component]
fn Report(
    class: ClassId,
    report: Arc<ClassBridge>,
    asking: RwSignal<Option<UserId>>,
) -> impl IntoView {
    view! {
        <Terms report=report.clone() />
        <Students class=class report=report asking=asking />
    }
}
