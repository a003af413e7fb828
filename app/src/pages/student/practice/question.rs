//! The sheet with the question: stem, answer, actions, feedback, help.

use item_bank::{Item, spoken};
use leptos::prelude::*;

use super::super::bridge::BridgeToggle;
use super::super::router::{Link, Page};
use super::actions::Actions;
use super::answer::NumberAnswer;
use super::because::BecauseLine;
use super::choices::ChoiceAnswer;
use super::feedback::Feedback;
use super::help::Help;
use super::pad::NumberPad;
use super::{ANSWER, TITLE};
use crate::components::{Icon, RichText, Shape, is_only_math};
use crate::dom;
use crate::i18n::{Msg, t};
use crate::state::{Desk, Draft, Exercise, Phase, Question};

#[component]
pub fn QuestionCard(question: Question) -> impl IntoView {
    let desk = Desk::from_context();
    let item = desk
        .exercise
        .with_untracked(|it| it.as_ref().map(|it| it.item.clone()));
    let title = question.skill.title.clone();
    view! {
        <section class="question" aria-labelledby=TITLE>
            <div class="question-head">
                <Link to=Page::Home class="back">
                    <Icon shape=Shape::ArrowBack />
                    {t(Msg::BackHome)}
                </Link>
                <BridgeToggle />
            </div>
            <div class="card question-card">
                <h1 class="question-title" id=TITLE tabindex="-1">{title}</h1>
                <BecauseLine question=question.clone() />
                {item.map(|item| view! { <Sheet item=item question=question /> }.into_any())}
            </div>
        </section>
    }
}

#[component]
fn Sheet(item: Item, question: Question) -> impl IntoView {
    let desk = Desk::from_context();
    let typed = matches!(desk.draft.get_untracked(), Draft::Text(_));
    // A keyboard user starts where the answer goes; choices are read from their question on.
    dom::focus_soon(if typed { ANSWER } else { TITLE });
    let solved = Signal::from(Memo::new(move |_| {
        desk.exercise
            .with(|it| it.as_ref().is_some_and(Exercise::is_solved))
    }));
    let pathway = question.pathway.clone();
    let next = Callback::new(move |()| desk.next(pathway.clone()));
    let said = spoken(&item.stem);
    let stem_class = if is_only_math(&item.stem) {
        "stem stem-math"
    } else {
        "stem"
    };
    let unit_and_note = (item.unit.clone(), item.form_note.clone());
    let stem = item.stem.clone();
    let (template, seed) = (item.template.id.to_string(), item.seed.to_string());
    view! {
        <form
            class="sheet"
            // Which item this is, for reports and tests; the key is not here.
            data-template=template
            data-seed=seed
            class:sheet-typed=typed
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                enter(desk, next);
            }
        >
            {typed
                .then(|| {
                    view! {
                        <div class=stem_class lang="en">
                            <RichText value=stem />
                        </div>
                        // For the answer box to be described by: mathematics read as text is noise.
                        <p id="stem-spoken" hidden>{said}</p>
                    }
                        .into_any()
                })}
            <div class="sheet-main">
                {if typed {
                    view! {
                        <NumberAnswer unit=unit_and_note.0 form_note=unit_and_note.1 solved=solved />
                    }
                        .into_any()
                } else {
                    view! { <ChoiceAnswer item=item.clone() stem_class=stem_class solved=solved /> }
                        .into_any()
                }}
                <Actions next=next />
                <Feedback skill=question.skill.code />
            </div>
            {typed.then(|| view! { <NumberPad item=item.clone() solved=solved /> }.into_any())}
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
        Some(Phase::Wrong { .. } | Phase::Almost(_)) => super::answer::write_again(desk),
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
