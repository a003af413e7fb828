//! The hint ladder and, at its top, the worked solution. What was seen stays.

use item_bank::{HintView, Rich, TemplateRef};
use leptos::prelude::*;

use super::ask::AskBox;
use crate::components::{RichText, list, when};
use crate::i18n::{Msg, t};
use crate::state::{Desk, Exercise};

#[component]
pub fn Help() -> impl IntoView {
    let desk = Desk::from_context();
    let seen = Memo::new(move |_| {
        desk.exercise
            .with(|it| it.as_ref().map_or(0, |it| usize::from(it.hint_depth())))
    });
    let item = desk
        .exercise
        .with_untracked(|it| it.as_ref().map(|it| it.item.clone()));
    let Some(item) = item else {
        return ().into_any();
    };
    let (solution, of) = (item.solution, (item.template, item.seed));
    let rung = move |(n, hint): (usize, HintView)| {
        let of = of.clone();
        when(
            move || seen.get() > n,
            move || view! { <Hint n=n hint=hint.clone() of=of.clone() /> },
        )
    };
    let explained = move || {
        desk.exercise
            .with(|it| it.as_ref().is_some_and(Exercise::solution_seen))
    };
    view! {
        // Live, so that a rung is read out as it appears.
        <div class="help" aria-live="polite">
            <ol class="hints">{list(item.hints.into_iter().enumerate().map(rung))}</ol>
            {when(explained, move || view! { <Solution steps=solution.clone() /> })}
        </div>
    }
    .into_any()
}

#[component]
fn Hint(n: usize, hint: HintView, of: (TemplateRef, u32)) -> impl IntoView {
    view! {
        <li class="hint">
            <p class="hint-number">{t(Msg::HintNumber { n: n + 1 })}</p>
            <p lang="en" dir="ltr" id=format!("hint-{n}")>
                <RichText value=hint.text />
            </p>
            {hint.ask.map(|ask| view! { <AskBox n=n ask=ask of=of /> }.into_any())}
        </li>
    }
}

#[component]
fn Solution(steps: Vec<Rich>) -> impl IntoView {
    let step = |step| {
        view! {
            <li>
                <RichText value=step />
            </li>
        }
    };
    view! {
        <section class="solution" aria-labelledby="solution-title">
            <h2 id="solution-title">{t(Msg::Solution)}</h2>
            <ol class="steps" lang="en" dir="ltr">
                {list(steps.into_iter().map(step))}
            </ol>
        </section>
    }
}
