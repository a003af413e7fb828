//! One skill of the map, laid open.

use std::sync::Arc;

use leptos::prelude::*;

use super::plan::Plan;
use super::{CloseButton, Look};
use crate::pages::staff::content::wording;
use crate::pages::staff::routes;
use crate::pages::staff::words::counted;

#[component]
pub fn SkillPanel(plan: Arc<Plan>, at: usize, look: Look) -> impl IntoView {
    let node = plan.nodes[at].clone();
    let place = format!(
        "{} · {}",
        wording::grade(node.grade),
        wording::domain(&node.domain)
    );
    let live = format!(
        "{}, {} live",
        counted(node.templates as usize, "question", "questions"),
        node.live
    );
    let names = |all: &[usize]| -> Vec<(usize, String)> {
        all.iter()
            .map(|n| (*n, plan.nodes[*n].title.clone()))
            .collect()
    };
    let (before, after) = (names(&plan.before[at]), names(&plan.after[at]));
    view! {
        <aside class="card skill-panel" aria-labelledby="skill-panel-title">
            <div class="skill-panel-head">
                <h2 class="skill-panel-title" id="skill-panel-title">{node.title}</h2>
                <CloseButton look=look />
            </div>
            <p class="soft">{place}</p>
            <p class="skill-standards">
                {node.standards.join(", ")}
            </p>
            <Neighbors title="Builds on" none="Nothing that is taught here." all=before look=look />
            <Neighbors title="Leads to" none="Nothing that is taught here yet." all=after look=look />
            <p class="skill-panel-end">
                {live}
                <a class="button" href=routes::content_of(&node.code)>"See its questions"</a>
            </p>
        </aside>
    }
}

#[component]
fn Neighbors(
    title: &'static str,
    none: &'static str,
    all: Vec<(usize, String)>,
    look: Look,
) -> impl IntoView {
    let empty = all.is_empty();
    view! {
        <h3 class="skill-panel-part">{title}</h3>
        {empty.then(|| view! { <p class="soft">{none}</p> })}
        <ul>
            {all
                .into_iter()
                .map(|(n, name)| view! {
                    <li>
                        <button type="button" class="link-button" on:click=move |_| look.chosen.set(Some(n))>
                            {name}
                        </button>
                    </li>
                })
                .collect_view()}
        </ul>
    }
}
