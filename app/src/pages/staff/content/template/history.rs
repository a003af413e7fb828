//! Who did what when, and what changed between any two of the texts.

use std::sync::Arc;

use api::{ReviewEvent, ReviewEventKind, TemplateDetail};
use leptos::prelude::*;

use super::compare::Compare;
use crate::clock;
use crate::components::{Icon, Shape};
use crate::pages::staff::content::wording;
use crate::pages::staff::when;

#[component]
pub fn History(detail: Arc<TemplateDetail>) -> impl IntoView {
    let now = clock::now_ms();
    let events = detail.history.clone().into_iter().rev();
    view! {
        <section class="history" aria-label="History">
            {detail.history.is_empty().then(|| view! {
                <p class="soft">"It came with Trellis, and nobody has changed it since."</p>
            })}
            <ol class="events" reversed>
                {events.map(|event| view! { <Event event=event now=now /> }).collect_view()}
            </ol>
            <Compare detail=detail />
        </section>
    }
}

#[component]
fn Event(event: ReviewEvent, now: i64) -> impl IntoView {
    let shape = match event.kind {
        ReviewEventKind::Created | ReviewEventKind::Edited => Shape::Info,
        ReviewEventKind::Submitted | ReviewEventKind::Imported => Shape::ArrowNext,
        ReviewEventKind::Returned => Shape::ArrowBack,
        ReviewEventKind::Approved | ReviewEventKind::Published => Shape::Check,
        ReviewEventKind::Retired => Shape::Close,
    };
    let of = match (event.version, event.revision) {
        (Some(version), _) => format!(" as version {version}"),
        (None, Some(revision)) => format!(" (revision {revision})"),
        (None, None) => String::new(),
    };
    view! {
        <li class="event">
            <Icon shape=shape />
            <div>
                <p>
                    <strong>{event.by}</strong>
                    " "{wording::event(event.kind)}{of}
                </p>
                <p class="soft">
                    <time datetime=when::machine(event.at_ms)>{when::local(event.at_ms, now)}</time>
                </p>
                {event.note.map(|note| view! { <blockquote class="event-note">{note}</blockquote> })}
            </div>
        </li>
    }
}
