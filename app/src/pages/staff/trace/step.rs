use api::TraceStep;
use leptos::prelude::*;

use super::told::{Effect, Mark, circumstances, effect, verdict};
use crate::clock;
use crate::components::{Icon, RichText, Shape};
use crate::pages::staff::when;

/// One response: what was asked, what was given, and how it moved the estimate.
#[component]
pub fn Step(step: TraceStep, name: String) -> impl IntoView {
    let (mark, word) = verdict(&step.result);
    let shape = match mark {
        Mark::Right => Shape::Check,
        Mark::Wrong => Shape::Wrong,
        Mark::Open => Shape::Info,
    };
    let at = step.answered_at_ms;
    let moved = effect(&step, &name);
    let counts = matches!(moved, Effect::Moved(_));
    let had = circumstances(&step);
    let right = mark == Mark::Right;
    view! {
        <li class="step" data-mark=match mark {
            Mark::Right => "right",
            Mark::Wrong => "wrong",
            Mark::Open => "open",
        } data-counts=counts.to_string()>
            <div class="step-asked">
                <p class="step-when">
                    <time datetime=when::machine(at)>{when::local(at, clock::now_ms())}</time>
                    <span class="step-had">{had}</span>
                </p>
                <Question step=step.clone() />
                <dl class="step-answers">
                    <div class="step-answer">
                        <dt>"Answer"</dt>
                        <dd>
                            <span class="step-given">{given(&step)}</span>
                            <span class="step-verdict"><Icon shape=shape />{word}</span>
                        </dd>
                    </div>
                    {(!right && !step.key.is_empty())
                        .then(|| view! {
                            <div class="step-answer">
                                <dt>"Right answer"</dt>
                                <dd><span><RichText value=step.key.clone() /></span></dd>
                            </div>
                        })}
                </dl>
            </div>
            <Consequence effect=moved />
        </li>
    }
}

fn given(step: &TraceStep) -> AnyView {
    if step.answer.is_empty() {
        return view! { <span class="soft">"nothing"</span> }.into_any();
    }
    view! { <RichText value=step.answer.clone() /> }.into_any()
}

#[component]
fn Question(step: TraceStep) -> impl IntoView {
    if step.stem.is_empty() {
        return view! {
            <p class="step-question soft">
                {format!("Version {} of question {} is no longer in the bank.", step.template.version, step.template.id)}
            </p>
        }
        .into_any();
    }
    view! { <p class="step-question"><RichText value=step.stem /></p> }.into_any()
}

#[component]
fn Consequence(effect: Effect) -> impl IntoView {
    match effect {
        Effect::NotCounted(why) => {
            view! { <p class="step-moved step-uncounted">{why}</p> }.into_any()
        }
        Effect::Moved(moved) => view! {
            <div class="step-moved">
                <p class="step-shift">
                    <span class="visually-hidden">"Estimate from "</span>
                    {moved.before.to_string()}
                    <Icon shape=Shape::ArrowNext />
                    <span class="visually-hidden">" to "</span>
                    <strong>{moved.after.to_string()}</strong>
                </p>
                {moved.sentences.into_iter().map(|said| view! { <p>{said}</p> }).collect_view()}
            </div>
        }
        .into_any(),
    }
}
