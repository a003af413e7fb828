//! Why an estimate is what it is: the responses behind it, and how each moved it.

mod chart;
mod figure;
mod load;
pub mod pinning;
#[cfg(test)]
mod sample;
mod sentence;
mod step;
mod told;
mod wording;

use api::{ClassId, EstimateTrace, ProblemCode};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use chart::chart;
use figure::EstimateFigure;
use pinning::PinControl;
use sentence::standing;
use step::Step;

use super::missing::NothingHere;
use super::page::PageHead;
use super::routes;
use super::slot::Shown;
use super::state::{Failed, Stale};
use super::store::{StaffStore, TraceKey};
use crate::api::ApiError;
use crate::components::{Icon, MasteryLabel, Message, Shape, Tone};

#[component]
pub fn TracePage() -> impl IntoView {
    let params = use_params_map();
    let key = Memo::new(move |_| {
        params.with(|params| -> Option<TraceKey> {
            let class = params.get("class")?.parse().ok()?;
            let student = params.get("student")?.parse().ok()?;
            Some((class, student, params.get("skill")?.parse().ok()?))
        })
    });
    move || match key.get() {
        Some(key) => view! { <EstimatePage key=key /> }.into_any(),
        None => view! { <NothingHere /> }.into_any(),
    }
}

#[component]
fn EstimatePage(key: TraceKey) -> impl IntoView {
    let store = StaffStore::expect();
    store.load_trace(key.clone());
    store.returning.set_value(true);
    let class = key.0;
    let (again, pinned) = (key.clone(), key.clone());
    let shown = Memo::new(move |_| store.trace.with(|slot| slot.shown(&key)));
    view! {
        <div class="trace-page">
            <p class="crumb">
                <a href=routes::class(class)><Icon shape=Shape::ArrowBack />"Back to the class"</a>
            </p>
            {move || match shown.get() {
                Shown::Loading => view! { <LoadingTrace /> }.into_any(),
                Shown::Failed(error) => {
                    let again = again.clone();
                    view! { <NotThere error=error class=class again=move || store.load_trace(again.clone()) /> }
                        .into_any()
                }
                Shown::Ready(trace, stale) => view! {
                    {stale.map(|error| view! { <Stale error=error /> })}
                    <Trace trace=trace key=pinned.clone() />
                }
                .into_any(),
            }}
        </div>
    }
}

#[component]
fn Trace(trace: EstimateTrace, key: TraceKey) -> impl IntoView {
    let said = standing(&trace);
    let drawn = chart(&trace);
    let title = format!("{}: {}", trace.student_name, trace.skill_title);
    let empty = trace.steps.is_empty();
    let name = trace.given_name;
    let mastered = trace.cell.level.is_mastered();
    view! {
        <PageHead title=title />
        <section class="standing card" aria-label="Where things stand">
            <div class="standing-label">
                <MasteryLabel level=trace.cell.level percent=trace.cell.percent />
            </div>
            <div class="standing-text">
                <p class="standing-now">{said.now}</p>
                <p class="soft">{said.next}</p>
                {said.doubt.map(|doubt| view! { <p class="soft">{doubt}</p> })}
            </div>
            <PinControl key=key name=name.clone() mastered=mastered />
        </section>
        {drawn.map(|chart| view! { <EstimateFigure chart=chart /> })}
        {if empty {
            view! {
                <Message tone=Tone::Info title="No responses yet">
                    <p>"When the student answers a question on this skill, it appears here with how it moved the estimate."</p>
                </Message>
            }
            .into_any()
        } else {
            view! {
                <section aria-labelledby="steps-title">
                    <h2 class="steps-title" id="steps-title">"Responses, newest first"</h2>
                    <ol class="steps" reversed>
                        {trace.steps.into_iter().map(|step| view! { <Step step=step name=name.clone() /> }).collect_view()}
                    </ol>
                </section>
            }
            .into_any()
        }}
    }
}

/// A student or skill that is not (or no longer) in this class, told from a failure.
#[component]
fn NotThere(error: ApiError, class: ClassId, again: impl Fn() + 'static) -> impl IntoView {
    if error.code() != Some(ProblemCode::NotFound) {
        return view! {
            <PageHead title="The responses cannot be shown" />
            <Failed error=error again=again />
        }
        .into_any();
    }
    view! {
        <PageHead title="Not found" />
        <Message tone=Tone::Info title="This student or skill is not in the class">
            <p>
                "The roster may have changed. "
                <a href=routes::class(class)>"Go back to the class"</a>
            </p>
        </Message>
    }
    .into_any()
}

#[component]
fn LoadingTrace() -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">"Loading the responses …"</p>
        <div aria-hidden="true">
            <div class="skeleton skeleton-title"></div>
            <div class="skeleton skeleton-block"></div>
            <div class="skeleton skeleton-table"></div>
        </div>
    }
}
