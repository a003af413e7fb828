//! The hint ladder and, at its top, the worked solution. What was seen stays.

use item_bank::Rich;
use leptos::prelude::*;

use crate::components::RichText;
use crate::i18n::{Msg, t};
use crate::state::{Desk, Exercise};

#[component]
pub fn Help() -> impl IntoView {
    let desk = Desk::from_context();
    let seen = Memo::new(move |_| desk.hints_seen());
    let solution = Memo::new(move |_| {
        let steps = |it: &Exercise| it.solution_seen().then(|| it.item.solution.clone());
        desk.exercise.with(|it| it.as_ref().and_then(steps))
    });
    view! {
        // Live, so that a rung is read out as it appears.
        <div class="help" aria-live="polite">
            <ol class="hints">
                <For
                    each=move || seen.get().into_iter().enumerate()
                    key=|(n, _)| *n
                    children=|(n, hint)| view! { <Hint n=n + 1 text=hint /> }
                />
            </ol>
            {move || solution.get().map(|steps| view! { <Solution steps=steps /> })}
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
    view! {
        <section class="solution" aria-labelledby="solution-title">
            <h2 id="solution-title">{t(Msg::Solution)}</h2>
            <ol class="steps" lang="en">
                {steps
                    .into_iter()
                    .map(|step| {
                        view! {
                            <li>
                                <RichText value=step />
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
        </section>
    }
}
