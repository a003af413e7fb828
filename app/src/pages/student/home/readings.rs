//! Texts that a teacher prepared with the bridge.

use leptos::prelude::*;

use super::super::router::{Link, Page};
use crate::components::{Icon, Shape, list, live};
use crate::i18n::{Msg, t};
use crate::state::Store;

#[component]
pub fn Readings() -> impl IntoView {
    let store = Store::from_context();
    let readings = Memo::new(move |_| {
        store.plan.with(|plan| {
            let of = |plan: &std::sync::Arc<api::Plan>| plan.bridge.readings.clone();
            plan.as_ref().map(of).unwrap_or_default()
        })
    });
    live(move || {
        list(readings.get().into_iter().map(|reading| {
            let (teacher, class) = (&reading.teacher, &reading.class_title);
            let from = t(Msg::FromTeacher { teacher, class });
            view! {
                <article class="card assignment-head">
                    <div>
                        <p class="assignment-from">{t(Msg::Passage)}</p>
                        <h3 class="assignment-title" lang="en">{reading.title.clone()}</h3>
                        <p class="assignment-from">{from}</p>
                    </div>
                    <Link to=Page::Read(reading.id) class="button">
                        <span>{t(Msg::Read)}</span>
                        <span class="visually-hidden" lang="en">{reading.title}</span>
                        <Icon shape=Shape::ArrowNext />
                    </Link>
                </article>
            }
        }))
    })
}
