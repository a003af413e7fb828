use api::TemplateState;
use leptos::prelude::*;

use crate::components::{Icon, Shape};
use crate::pages::staff::content::wording;

const WAY: [TemplateState; 4] = [
    TemplateState::Draft,
    TemplateState::InReview,
    TemplateState::Approved,
    TemplateState::Live,
];

/// The way to students, and how far along it this stands.
#[component]
pub fn Stepper(state: TemplateState) -> impl IntoView {
    let here = WAY.iter().position(|each| *each == state);
    let step = |(n, each): (usize, TemplateState)| {
        let now = here == Some(n);
        let past = here.is_some_and(|here| n < here);
        view! {
            <li class="stepper-step" class:stepper-past=past aria-current=now.then_some("step")>
                <span class="stepper-dot" aria-hidden="true">
                    {if past {
                        view! { <Icon shape=Shape::Check /> }.into_any()
                    } else {
                        (n + 1).into_any()
                    }}
                </span>
                {wording::state(each)}
                {past.then(|| view! { <span class="visually-hidden">" (done)"</span> })}
            </li>
        }
    };
    view! {
        <ol class="stepper" aria-label="On its way to students">
            {WAY.into_iter().enumerate().map(step).collect_view()}
        </ol>
        {(state == TemplateState::Retired).then(|| view! {
            <p class="soft">"Retired: no student meets it any more."</p>
        })}
    }
}
