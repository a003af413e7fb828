//! The hint ladder and, at its top, the worked solution. What was seen stays.

use item_bank::Rich;
use leptos::prelude::*;

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
    let (hints, solution) = desk
        .exercise
        .with_untracked(|it| {
            it.as_ref()
                .map(|it| (it.item.hints.clone(), it.item.solution.clone()))
        })
        .unwrap_or_default();
    let rung = move |(n, text): (usize, Rich)| {
        when(
            move || seen.get() > n,
            move || view! { <Hint n=n + 1 text=text.clone() /> },
        )
    };
    let explained = move || {
        desk.exercise
            .with(|it| it.as_ref().is_some_and(Exercise::solution_seen))
    };
    view! {
        // Live, so that a rung is read out as it appears.
        <div class="help" aria-live="polite">
            <ol class="hints">{list(hints.into_iter().enumerate().map(rung))}</ol>
            {when(explained, move || view! { <Solution steps=solution.clone() /> })}
        </div>
    }
}

#[component]
fn Hint(n: usize, text: Rich) -> impl IntoView {
    view! {
        <li class="hint">
            <p class="hint-number">{t(Msg::HintNumber { n })}</p>
            <p lang="en">
                <RichText value=text />
            </p>
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
            <ol class="steps" lang="en">
                {list(steps.into_iter().map(step))}
            </ol>
        </section>
    }
}
