//! A class at a glance: students by skills, live.

mod attention;
pub mod board;
mod cell;
mod controls;
pub mod grid;
mod head;
mod keys;
mod legend;
pub mod level;
pub mod live;
mod load;
pub mod news;
pub mod order;
mod row;
#[cfg(test)]
pub mod sample;
pub mod settings;
mod summary;
mod table;

use api::ClassId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use board::Board;
use controls::Controls;
use legend::Legend;
use live::{Line, follow};
use order::ordered;
use settings::SettingsDialog;
use summary::summary;
use table::MasteryTable;

use super::missing::NothingHere;
use super::page::{PageHead, name_tab};
use super::routes;
use super::slot::Shown;
use super::state::{Failed, Stale};
use super::store::StaffStore;
use crate::components::{Icon, Message, Shape, Tone};
use crate::dom;

#[component]
pub fn MasteryPage() -> impl IntoView {
    let params = use_params_map();
    let class =
        Memo::new(move |_| params.with(|params| params.get("class")?.parse::<ClassId>().ok()));
    let query = use_query_map();
    move || match class.get() {
        Some(class) => {
            let show = query.with_untracked(|query| query.get("show"));
            let attention = show.as_deref() == Some(routes::ATTENTION);
            view! { <ClassMasteryPage class=class attention=attention /> }.into_any()
        }
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn ClassMasteryPage(class: ClassId, attention: bool) -> impl IntoView {
    let store = StaffStore::expect();
    store.enter(class, attention);
    follow(store, class);
    let shown = Memo::new(move |_| store.board.with(|slot| slot.shown(&class)));
    view! {
        <div class="mastery-page">
            <p class="crumb"><a href=routes::classes()><Icon shape=Shape::ArrowBack />"Classes"</a></p>
            {move || match shown.get() {
                Shown::Loading => view! { <LoadingTable /> }.into_any(),
                Shown::Failed(error) => {
                    let again = move || store.load_board(class);
                    view! {
                        <PageHead title="This class cannot be shown" />
                        <Failed error=error again=again />
                    }
                    .into_any()
                }
                Shown::Ready(board, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Ready board=board class=class />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Ready(board: Board, class: ClassId) -> impl IntoView {
    let store = StaffStore::expect();
    let (title, place, empty) = board.grid.with_untracked(|grid| {
        let class = grid.class();
        let empty = grid.students().is_empty() || grid.skills().is_empty();
        (
            class.title.clone(),
            format!("{} · {}", class.school, class.code),
            empty,
        )
    });
    name_tab(&title);
    let (named, asking) = (title.clone(), RwSignal::new(false));
    let returning = store.takes_up();
    if store.has_moved() && !returning {
        dom::focus_soon("page-title");
    }
    let grid = board.grid.clone();
    // Not the grid's changes: rows keep their place until the teacher asks.
    let order = Memo::new(move |_| {
        store
            .view
            .with(|view| grid.with_untracked(|grid| ordered(grid, view)))
    });
    view! {
        <header class="mastery-head">
            <h1 id="page-title" class="page-title" tabindex="-1">{title}</h1>
            <p class="soft">{place}</p>
            <button
                type="button"
                class="link-button settings-open"
                on:click=move |_| {
                    store.load_practice(class);
                    asking.set(true);
                }
            >
                "Practice settings"
            </button>
            <a class="head-link" href=routes::class_bridge(class)>"Words and the bridge"</a>
            <LineState />
        </header>
        <SummaryLine board=board.clone() />
        {if empty {
            view! { <Nothing /> }.into_any()
        } else {
            view! {
                <Controls board=board.clone() order=order />
                <MasteryTable board=board class=class order=order returning=returning />
                <Legend class=class />
            }
            .into_any()
        }}
        <SettingsDialog class=class title=named open=asking />
        <p class="visually-hidden" role="status">{move || store.announcement.get()}</p>
    }
}

#[component]
fn SummaryLine(board: Board) -> impl IntoView {
    let said = Memo::new(move |_| board.grid.with(summary));
    move || {
        let said = said.get();
        view! {
            <p class="summary">
                {said.lead}
                {said.stuck.map(|stuck| view! { "; " <strong class="summary-stuck">{stuck}</strong> })}
                "." {said.active.map(|active| format!(" {active}"))}
            </p>
        }
    }
}

/// "Live" or not, as a word and a shape.
#[component]
fn LineState() -> impl IntoView {
    let store = StaffStore::expect();
    view! {
        <p class="line-state" role="status" data-line=move || match store.line.get() {
            Line::Connecting => "connecting",
            Line::Live => "live",
            Line::Reconnecting => "reconnecting",
        }>
            {move || match store.line.get() {
                Line::Connecting => "Connecting …",
                Line::Live => "Live",
                Line::Reconnecting => "Reconnecting …",
            }}
        </p>
    }
}

/// A class without a table, and the way to one.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Message tone=Tone::Info title="There is nothing to show yet">
            <p>
                "This table has a row for each student and a column for each skill that is assigned \
                 or practiced. "
                <a href=routes::classes()>"Assign a pathway"</a>
                " and it fills as students answer."
            </p>
        </Message>
    }
}

#[component]
fn LoadingTable() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading the class …"</p>
        <div class="loading-table" aria-hidden="true">
            <div class="skeleton skeleton-title"></div>
            <div class="skeleton skeleton-line"></div>
            <div class="skeleton skeleton-table"></div>
        </div>
    }
}
