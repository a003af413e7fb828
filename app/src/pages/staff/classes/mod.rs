//! The teacher's classes: how each stands, its sign-in code, and what it is assigned.

mod assign;
mod assigned;
mod card;
mod code;
mod figures;
mod load;
pub mod notice;
mod status;

use api::{ClassId, ClassSummary};
use leptos::prelude::*;

use assign::AssignDialog;
use card::ClassCard;
use code::CodeDialog;
use status::StatusRegion;

use super::page::PageHead;
use super::slot::Shown;
use super::state::{Failed, Stale};
use super::store::StaffStore;
use crate::components::{Message, Tone};

/// What is open on this page; view state only.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    pub assigning: RwSignal<Option<ClassId>>,
    pub showing_code: RwSignal<Option<ClassId>>,
}

#[component]
pub fn ClassesPage() -> impl IntoView {
    let store = StaffStore::expect();
    store.load_classes();
    store.returning.set_value(false);
    let open = Open {
        assigning: RwSignal::new(None),
        showing_code: RwSignal::new(None),
    };
    let shown = Memo::new(move |_| store.classes.with(|slot| slot.shown(&())));
    view! {
        <div class="classes-page">
            <PageHead title="Your classes" />
            <StatusRegion />
            {move || match shown.get() {
                Shown::Loading => view! { <LoadingCards /> }.into_any(),
                Shown::Failed(error) => {
                    let again = move || store.load_classes();
                    view! { <Failed error=error again=again /> }.into_any()
                }
                Shown::Ready(classes, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Cards classes=classes open=open />
                }
                .into_any(),
            }}
            <AssignDialog chosen=open.assigning />
            <CodeDialog chosen=open.showing_code />
        </div>
    }
}

#[component]
fn Cards(classes: Vec<ClassSummary>, open: Open) -> impl IntoView {
    if classes.is_empty() {
        return view! {
            <Message tone=Tone::Info title="No classes yet">
                <p>
                    "You are not the teacher of a class in Trellis. The person who keeps your \
                    school's rosters can add you to one."
                </p>
            </Message>
        }
        .into_any();
    }
    view! {
        <ul class="class-cards">
            {classes
                .into_iter()
                .map(|class| view! { <li><ClassCard class=class open=open /></li> })
                .collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn LoadingCards() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading your classes …"</p>
        <ul class="class-cards" aria-hidden="true">
            <li class="card class-card"><SkeletonCard /></li>
            <li class="card class-card"><SkeletonCard /></li>
        </ul>
    }
}

#[component]
fn SkeletonCard() -> impl IntoView {
    view! {
        <div class="skeleton skeleton-title"></div>
        <div class="skeleton skeleton-line"></div>
        <div class="skeleton skeleton-block"></div>
        <div class="skeleton skeleton-line"></div>
    }
}
