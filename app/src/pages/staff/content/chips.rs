//! Small labels: where a template stands.

use api::TemplateState;
use leptos::prelude::*;

use super::wording;

/// A word in a shape of its own; the colour only repeats it.
#[component]
pub fn StateChip(state: TemplateState) -> impl IntoView {
    view! {
        <span class="state-chip" data-state=wording::state_code(state)>
            {wording::state(state)}
        </span>
    }
}
