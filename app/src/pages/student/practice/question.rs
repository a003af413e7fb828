//! The sheet with the question: passage, stem, answer, actions, feedback, help.

use item_bank::{ItemView, spoken};
use leptos::prelude::*;

use super::super::bridge::BridgeToggle;
use super::super::router::{Link, Page};
use super::actions::Actions;
use super::because::BecauseLine;
use super::feedback::Feedback;
use super::help::Help;
use super::passage::Passage;
use super::{ANSWER, TITLE};
use crate::components::entry::{EntryPad, EntryView, Pen, focus_again, keys};
use crate::components::{FigureView, Icon, RichText, Shape, is_only_math};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Draft, Exercise, Phase, Question};
use crate::{dom, questions};

#[component]
pub fn QuestionCard(question: Question) -> impl IntoView {
    let desk = Desk::from_context();
    let item = desk
        .exercise
        .with_untracked(|it| it.as_ref().map(|it| it.item.clone()));
    let title = question.skill.title.clone();
    let passage = item.as_ref().and_then(|item| item.passage.clone());
    view! {
        <section class="question" aria-labelledby=TITLE>
            <div class="question-head">
                <Link to=Page::Home class="back">
                    <Icon shape=Shape::ArrowBack />
                    {t(Msg::BackHome)}
                </Link>
                <BridgeToggle />
            </div>
            <div class="reading">
                {passage.map(|id| view! { <Passage id=id /> }.into_any())}
                <div class="card question-card">
                    <h1 class="question-title" id=TITLE tabindex="-1"><bdi lang="en">{title}</bdi></h1>
                    <BecauseLine question=question.clone() />
                    {item.map(|item| view! { <Sheet item=item question=question /> }.into_any())}
                </div>
            </div>
        </section>
    }
}

#[component]
fn Sheet(item: ItemView, question: Question) -> impl IntoView {
    let desk = Desk::from_context();
    let (typed, pad) = desk.draft.with_untracked(|draft| {
        let typed = matches!(draft, Draft::Text(_) | Draft::Cells(_));
        (typed, keys(&item.entry).is_some())
    });
    // A keyboard user starts where the answer goes; what is chosen is read from its question on.
    dom::focus_soon(if typed { ANSWER } else { TITLE });
    let solved = Signal::from(Memo::new(move |_| {
        desk.exercise
            .with(|it| it.as_ref().is_some_and(Exercise::is_solved))
    }));
    let pen = Pen::new(
        ANSWER,
        "stem-spoken",
        desk.draft,
        Callback::new(move |()| desk.rewritten()),
        solved,
        questions::read_as,
    );
    let pathway = question.pathway.clone();
    let next = Callback::new(move |()| desk.next(pathway.clone()));
    let said = spoken(&item.stem);
    let stem_class = if is_only_math(&item.stem) {
        "stem stem-math"
    } else {
        "stem"
    };
    let (template, seed) = (item.template.id.to_string(), item.seed.to_string());
    let pad = pad.then(|| view! { <EntryPad entry=item.entry.clone() pen=pen /> }.into_any());
    let with_pad = pad.is_some();
    view! {
        <form
            class="sheet"
            // Which item this is, for reports and tests; the key is not here.
            data-template=template
            data-seed=seed
            class:sheet-typed=with_pad
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                enter(desk, next);
            }
        >
            <div class=stem_class lang="en" dir="ltr">
                <RichText value=item.stem />
            </div>
            // For the answer to be described by: mathematics read as text is noise.
            <p id="stem-spoken" hidden>{said}</p>
            {item.figure.map(|figure| view! { <FigureView figure=figure /> }.into_any())}
            <div class="sheet-main">
                <div class="sheet-entry" dir="ltr">
                    <EntryView entry=item.entry pen=pen note=item.form_note unit=item.unit />
                </div>
                <Actions next=next />
                <Feedback skill=question.skill.code />
            </div>
            {pad}
        </form>
        <Help />
    }
}

/// Enter, or the main button: check, try again or go on, whichever is due.
fn enter(desk: Desk, next: Callback<()>) {
    let phase = desk
        .exercise
        .with_untracked(|it| it.as_ref().map(|it| it.phase().clone()));
    match phase {
        Some(Phase::Right) => next.run(()),
        // The same answer again would be the same word again.
        Some(Phase::Wrong { .. } | Phase::Almost(_)) => {
            desk.rewritten();
            focus_again(ANSWER);
        }
        Some(Phase::Asking | Phase::Unreadable(_)) => {
            desk.check();
            let solved = desk
                .exercise
                .with_untracked(|it| it.as_ref().is_some_and(Exercise::is_solved));
            if solved {
                dom::focus_soon(super::MAIN_BUTTON);
            }
        }
        None => {}
    }
}
