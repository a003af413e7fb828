//! Skills and what they build on: a drawing, and the same as a table.

mod drawing;
mod panel;
pub mod plan;
mod table;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use drawing::Drawing;
use panel::SkillPanel;
use plan::{Plan, mark};
use table::SkillTable;

use super::nav::SectionNav;
use super::store::ContentStore;
use super::wording;
use crate::components::{Icon, Shape};
use crate::pages::staff::browser;
use crate::pages::staff::page::PageHead;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::{Failed, Stale};

/// What of the map is looked at; view state only.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The skill whose panel is open.
    pub chosen: RwSignal<Option<usize>>,
    /// The skill under the pointer or the focus.
    pub near: RwSignal<Option<usize>>,
    /// Steps of zooming, each a quarter more or less.
    pub zoom: RwSignal<i32>,
    pub table: RwSignal<bool>,
}

impl Look {
    pub const ZOOM: std::ops::RangeInclusive<i32> = -6..=4;

    pub fn zoom_by(self, steps: i32) {
        self.zoom.update(|zoom| {
            *zoom = (*zoom + steps).clamp(*Self::ZOOM.start(), *Self::ZOOM.end());
        });
    }

    pub fn scale(self) -> f64 {
        1.25f64.powi(self.zoom.get())
    }
}

#[component]
pub fn MapPage() -> impl IntoView {
    let store = ContentStore::enter();
    store.load_graph();
    let look = Look {
        chosen: RwSignal::new(None),
        near: RwSignal::new(None),
        zoom: RwSignal::new(0),
        table: RwSignal::new(false),
    };
    let shown = Memo::new(move |_| store.graph.with(|slot| slot.shown(&())));
    view! {
        <div class="content-page map-page">
            <SectionNav />
            <PageHead title="Skill map" />
            {move || match shown.get() {
                Shown::Loading => view! {
                    <p class="visually-hidden" role="status">"Loading the map …"</p>
                    <div class="skeleton skeleton-table" aria-hidden="true"></div>
                }
                .into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || store.load_graph() /> }.into_any()
                }
                Shown::Ready(graph, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Ready plan=Arc::new(Plan::of(&graph)) look=look />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Ready(plan: Arc<Plan>, look: Look) -> impl IntoView {
    let asked = use_query_map().with_untracked(|query| query.get("skill")?.parse().ok());
    if let Some(at) = asked.and_then(|code| plan.position(&code)) {
        look.chosen.set(Some(at));
    }
    let (drawn, listed, opened) = (plan.clone(), plan.clone(), plan.clone());
    view! {
        <MapControls look=look />
        <Legend plan=plan />
        <div class="map-parts" class:map-open=move || look.chosen.get().is_some()>
            {move || if look.table.get() {
                view! { <SkillTable plan=listed.clone() look=look /> }.into_any()
            } else {
                // A sheet of paper holds the whole drawing, but not so that all can be read.
                view! {
                    <Drawing plan=drawn.clone() look=look />
                    <div class="print-only"><SkillTable plan=listed.clone() look=look /></div>
                }
                .into_any()
            }}
            {move || {
                let plan = opened.clone();
                look.chosen.get().map(|at| view! { <SkillPanel plan=plan at=at look=look /> })
            }}
        </div>
    }
}

#[component]
fn MapControls(look: Look) -> impl IntoView {
    let pressed = move |table: bool| (look.table.get() == table).to_string();
    view! {
        <div class="controls map-controls">
            <div class="segments" role="group" aria-label="Show as">
                <button type="button" class="segment" aria-pressed=move || pressed(false) on:click=move |_| look.table.set(false)>"Map"</button>
                <button type="button" class="segment" aria-pressed=move || pressed(true) on:click=move |_| look.table.set(true)>"Table"</button>
            </div>
            <div class="segments" role="group" aria-label="Size" hidden=move || look.table.get()>
                <button type="button" class="segment" on:click=move |_| look.zoom_by(-1)>
                    "\u{2212}"<span class="visually-hidden">"Smaller"</span>
                </button>
                <button type="button" class="segment" on:click=move |_| look.zoom.set(0)>
                    {move || format!("{:.0}%", look.scale() * 100.0)}
                </button>
                <button type="button" class="segment" on:click=move |_| look.zoom_by(1)>
                    "+"<span class="visually-hidden">"Larger"</span>
                </button>
            </div>
            <span class="soft map-how" hidden=move || look.table.get()>
                "Arrow keys follow the lines; + and \u{2212} zoom; Enter opens a skill."
            </span>
            <button type="button" class="button controls-print" on:click=move |_| browser::print()>"Print"</button>
        </div>
    }
}

/// Colours and letters of the domains.
#[component]
fn Legend(plan: Arc<Plan>) -> impl IntoView {
    let one = |(n, domain): (usize, &String)| {
        view! {
            <li class="map-domain" data-hue=n % 10>
                <span class="map-mark" aria-hidden="true">{mark(domain, &plan.domains)}</span>
                {wording::domain(domain)}
            </li>
        }
    };
    view! { <ul class="map-legend" aria-label="Domains">{plan.domains.iter().enumerate().map(one).collect_view()}</ul> }
}

/// Closes what it stands in.
#[component]
pub fn CloseButton(look: Look) -> impl IntoView {
    view! {
        <button type="button" class="tool" on:click=move |_| look.chosen.set(None)>
            <Icon shape=Shape::Close />
            <span class="visually-hidden">"Close"</span>
        </button>
    }
}
