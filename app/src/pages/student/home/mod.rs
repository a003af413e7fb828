//! What is assigned, and how everything grows.

mod assignment;
mod readings;
mod skills;

use leptos::prelude::*;

use super::router::{Link, Page};
use crate::components::{Button, Icon, Message, Shape, Tone, list, live};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::Store;
use crate::sync::driver::Wake;
use assignment::Assignment;
use readings::Readings;
use skills::AllSkills;

#[component]
pub fn Home() -> impl IntoView {
    dom::set_title("Your trellis · Trellis");
    let store = Store::from_context();
    let name = move || {
        let named = |plan: &api::Plan| plan.student.given_name.clone();
        store
            .plan
            .with(|plan| plan.as_deref().map(named))
            .filter(|name| !name.is_empty())
    };
    let ready = Memo::new(move |_| store.plan.with(Option::is_some));
    view! {
        <div class="page home">
            <div class="home-head">
                <h1 id="page-title" tabindex="-1">
                    {live(move || match name() {
                        Some(name) => t(Msg::Hello { name: &name }),
                        None => t(Msg::HelloAgain),
                    })}
                </h1>
                <p class="lead">{t(Msg::HomeLead)}</p>
            </div>
            {live(move || {
                if ready.get() {
                    view! {
                        <Assignments />
                        <Readings />
                        <AllSkills />
                    }
                        .into_any()
                } else {
                    view! { <Waiting /> }.into_any()
                }
            })}
        </div>
    }
}

#[component]
fn Assignments() -> impl IntoView {
    let store = Store::from_context();
    // Only a change of what is assigned draws the cards anew; growth moves inside them.
    let ids = Memo::new(move |_| store.assigned_ids());
    view! {
        <section class="home-section" aria-labelledby="assigned-title" aria-live="polite">
            <h2 id="assigned-title" class="visually-hidden">{t(Msg::Assigned)}</h2>
            {live(move || {
                ids.with(|_| ());
                let Some(plan) = store.plan.get_untracked() else {
                    return Vec::new();
                };
                if plan.assignments.is_empty() {
                    return list([view! { <NothingAssigned picked=!plan.pins.is_empty() /> }]);
                }
                let draw = |(n, assigned)| view! { <Assignment assigned=assigned first=n == 0 /> };
                list(plan.assignments.iter().cloned().enumerate().map(draw))
            })}
        </section>
    }
}

/// Without a pathway there may still be a skill that a teacher picked.
#[component]
fn NothingAssigned(picked: bool) -> impl IntoView {
    let title = t(if picked {
        Msg::BecauseTeachersPick
    } else {
        Msg::NothingAssignedTitle
    });
    let what = if picked {
        let to = Page::Practice(None);
        view! { <Link to=to class="button button-primary">{t(Msg::Start)}</Link> }.into_any()
    } else {
        t(Msg::NothingAssignedWhat).into_any()
    };
    view! {
        <div class="card empty">
            <svg class="empty-picture" viewBox="0 0 144 72" aria-hidden="true" focusable="false">
                <path
                    class="trellis-slat"
                    d="M12 4v62M36 4v62M60 4v62M84 4v62M108 4v62M132 4v62M2 20h140M2 44h140"
                />
                <path class="plant-stem" d="M2 68h140M72 68v-8" />
                <path
                    class="plant-leaf"
                    d="M72 61c-6 1-9-2-9-6 5-1 9 1 9 6zM72 60c0-5 3-7 8-7 1 5-2 7-8 7z"
                />
            </svg>
            <p class="empty-title">{title}</p>
            <p>{what}</p>
        </div>
    }
}

/// No plan yet: it is loading, or it cannot be loaded.
#[component]
fn Waiting() -> impl IntoView {
    let store = Store::from_context();
    live(move || match store.plan_error.get() {
        Some(error) => {
            let (what, remedy) = error.explain();
            view! {
                <Message tone=Tone::Warn title=t(Msg::NoPlanOffline)>
                    <p>{what} " " {remedy}</p>
                    <p>{t(Msg::NoPlanOfflineWhat)}</p>
                    <Button press=move || store.wake(Wake::Now)>
                        <Icon shape=Shape::Retry />
                        {t(Msg::TryAgainLoading)}
                    </Button>
                </Message>
            }
            .into_any()
        }
        None => view! {
            <div aria-busy="true">
                <p class="visually-hidden" role="status">{t(Msg::Loading)}</p>
                <div class="skeleton skeleton-card"></div>
                <div class="skeleton skeleton-line"></div>
                <div class="skeleton skeleton-line"></div>
            </div>
        }
        .into_any(),
    })
}
