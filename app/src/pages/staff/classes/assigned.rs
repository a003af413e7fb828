use api::{Assignment, ClassId, ClassSummary};
use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Icon, Shape};
use crate::pages::staff::store::StaffStore;

/// What a class is assigned, each with a way to take it back, and the way to assign more.
#[component]
pub fn AssignedList(class: ClassSummary, assigning: RwSignal<Option<ClassId>>) -> impl IntoView {
    let id = class.id;
    let title = class.title.clone();
    view! {
        <div class="assigned">
            <div class="assigned-head">
                <h3 class="assigned-title">"Assigned pathways"</h3>
                <Button kind=ButtonKind::Quiet press=move || assigning.set(Some(id))>
                    "Assign a pathway"
                    <span class="visually-hidden">" to "{title}</span>
                </Button>
            </div>
            {class
                .assignments
                .is_empty()
                .then(|| view! {
                    <p class="soft">"None yet: students of this class have nothing to practice."</p>
                })}
            <ul class="assigned-list">
                {class
                    .assignments
                    .into_iter()
                    .map(|assignment| view! { <AssignedRow assignment=assignment /> })
                    .collect_view()}
            </ul>
        </div>
    }
}

/// Taking back asks once, here and not in a dialog, and can be undone afterwards.
#[component]
fn AssignedRow(assignment: Assignment) -> impl IntoView {
    let store = StaffStore::expect();
    let asking = RwSignal::new(false);
    let title = assignment.title.clone();
    let named = title.clone();
    let keep = NodeRef::<leptos::html::Button>::new();
    let remove = NodeRef::<leptos::html::Button>::new();
    let ask = move |_| {
        asking.set(true);
        request_animation_frame(move || focus(keep));
    };
    let never_mind = move |_| {
        asking.set(false);
        request_animation_frame(move || focus(remove));
    };
    view! {
        <li class="assigned-row">
            <span class="assigned-name"><Icon shape=Shape::Check />{title.clone()}</span>
            <button
                type="button"
                class="link-button"
                node_ref=remove
                hidden=move || asking.get()
                on:click=ask
            >
                "Remove"
                <span class="visually-hidden">" "{named}</span>
            </button>
            <div class="assigned-ask" hidden=move || !asking.get() role="group" aria-label="Remove this pathway?">
                <p>"Students stop seeing it. What they practiced stays."</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| store.take_back(assignment.clone())
                >
                    "Remove"
                    <span class="visually-hidden">" "{title}</span>
                </button>
                <button type="button" class="button" node_ref=keep on:click=never_mind>
                    "Keep it"
                </button>
            </div>
        </li>
    }
}

fn focus(button: NodeRef<leptos::html::Button>) {
    // The page may have moved on by the next frame.
    if let Some(button) = button.try_get_untracked().flatten() {
        let _ = button.focus();
    }
}
