//! Practice: one question at a time, chosen by the engine in this browser.

mod actions;
mod ask;
mod because;
mod feedback;
mod help;
mod nothing;
mod passage;
mod question;
mod skill_panel;

use item_bank::PathwayCode;
use leptos::prelude::*;

use super::bridge::Bridge;
use crate::components::live;
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::{Desk, Question, Store, Table};
use nothing::NothingToAsk;
use question::QuestionCard;
use skill_panel::SkillPanel;

/// Ids that focus moves to.
const ANSWER: &str = "answer";
const MAIN_BUTTON: &str = "main-button";
const TITLE: &str = "page-title";

#[component]
pub fn Practice(pathway: Option<PathwayCode>) -> impl IntoView {
    dom::set_title("Practice · Trellis");
    let (store, desk) = (Store::from_context(), Desk::from_context());
    // What a question can be made from. Content arriving is an event, not a value to derive: the
    // desk is laid once, and stays as it is while the student works.
    let makings = Memo::new(move |_| {
        let content = store
            .content
            .with(|it| it.complete.then(|| it.hashes.clone()));
        let mut makings = store.assigned_ids();
        makings.extend(content.unwrap_or_default());
        makings
    });
    Effect::new(move || {
        // Read, not only tracked: a memo that nobody reads never listens.
        makings.with(|_| ());
        desk.sit_down(pathway.as_ref());
        desk.open_bridge_if_called_for();
    });
    let shown = Memo::new(move |_| desk.table.with(place));
    live(move || match shown.get() {
        WAITING => view! { <GettingReady /> }.into_any(),
        NOTHING => view! { <NothingToAsk /> }.into_any(),
        _ => {
            let question = desk.table.with_untracked(|table| match table {
                Table::Question(question) => Some((**question).clone()),
                _ => None,
            });
            question
                .map(|question| view! { <Sheet question=question /> }.into_any())
                .into_any()
        }
    })
}

/// What the page depends on: a new question draws it anew, nothing else does. Questions count
/// from 1.
const WAITING: usize = usize::MAX;
const NOTHING: usize = 0;

fn place(table: &Table) -> usize {
    match table {
        Table::Waiting => WAITING,
        Table::Nothing(_) => NOTHING,
        Table::Question(question) => question.number,
    }
}

/// The question, the skill it grows, and the bridge.
#[component]
fn Sheet(question: Question) -> impl IntoView {
    let desk = Desk::from_context();
    let skill = question.skill.clone();
    view! {
        <div class="practice" class:practice-bridged=Signal::from(desk.bridge_open)>
            <QuestionCard question=question />
            <SkillPanel skill=skill />
            <Bridge />
        </div>
    }
}

#[component]
fn GettingReady() -> impl IntoView {
    let store = Store::from_context();
    view! {
        <div class="page" aria-busy="true">
            <h1 class="visually-hidden" id=TITLE tabindex="-1">{t(Msg::PracticeTitle)}</h1>
            <p role="status" class="lead">
                {live(move || {
                    let stopped = store.content.with(|content| content.error.is_some());
                    t(if stopped { Msg::NoContentWhat } else { Msg::GetReady })
                })}
            </p>
            <div class="skeleton skeleton-card"></div>
        </div>
    }
}
