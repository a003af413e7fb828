//! Which classes have the text.

use api::{ClassSummary, ReadingAssignment};
use leptos::prelude::*;

use super::Editor;
use crate::clock;
use crate::components::{Icon, Shape, list, live};
use crate::dom;
use crate::pages::staff::slot::Shown;
use crate::pages::staff::state::Failed;
use crate::pages::staff::when;

#[component]
pub fn Classes(editor: Editor) -> impl IntoView {
    let staff = editor.store.staff;
    if staff.classes.with_untracked(|slot| slot.get(&()).is_none()) {
        staff.load_classes();
    }
    let classes = Memo::new(move |_| staff.classes.with(|slot| slot.shown(&())));
    let assigned = editor.watch(|editing| editing.detail.assignments.clone());
    view! {
        <section class="form-section" aria-labelledby="classes-title">
            <h2 class="form-title" id="classes-title" tabindex="-1">"Your classes"</h2>
            {live(move || match classes.get() {
                Shown::Loading => view! { <p class="soft" role="status">"Loading your classes …"</p> }.into_any(),
                Shown::Failed(error) => {
                    view! { <Failed error=error again=move || staff.load_classes() /> }.into_any()
                }
                Shown::Ready(classes, _) if classes.is_empty() => {
                    view! { <p class="soft">"You have no class yet."</p> }.into_any()
                }
                Shown::Ready(classes, _) => {
                    let assigned = assigned.get();
                    let rows = classes.into_iter().map(|class| {
                        let given = assigned.iter().find(|it| it.class == class.id).cloned();
                        view! { <Row editor=editor class=class given=given /> }
                    });
                    view! { <ul class="agent-classes">{list(rows)}</ul> }.into_any()
                }
            })}
        </section>
    }
}

#[component]
fn Row(editor: Editor, class: ClassSummary, given: Option<ReadingAssignment>) -> impl IntoView {
    let (id, title, named) = (class.id, class.title.clone(), class.title.clone());
    let give = given.is_none();
    let busy = editor.busy(None);
    let press = move |_| {
        dom::focus("classes-title");
        editor.store.assign_text(editor.id, id, title.clone(), give);
    };
    let since = given.map(|given| {
        let now = clock::now_ms();
        view! {
            <span class="soft agent-given">
                <Icon shape=Shape::Check />
                "since "{when::local(given.assigned_at_ms, now)}
            </span>
        }
    });
    view! {
        <li class="agent-class">
            <span class="agent-class-name">{class.title}{since}</span>
            <button
                type="button"
                class=if give { "button" } else { "link-button" }
                aria-busy=move || busy.get().then_some("true")
                on:click=press
            >
                {if give { "Assign" } else { "Take back" }}
                <span class="visually-hidden">{if give { " to " } else { " from " }}{named}</span>
            </button>
        </li>
    }
}
