//! The map's content as a table: for a screen reader, for print, for those who would rather read.

use std::sync::Arc;

use leptos::prelude::*;

use super::Look;
use super::plan::Plan;
use crate::pages::staff::content::wording;
use crate::pages::staff::words::listed;

#[component]
pub fn SkillTable(plan: Arc<Plan>, look: Look) -> impl IntoView {
    let mut order: Vec<usize> = (0..plan.nodes.len()).collect();
    order.sort_by_key(|n| (plan.nodes[*n].grade, plan.domain(*n)));
    let row = |n: usize| {
        let node = &plan.nodes[n];
        let titles = |all: &[usize]| {
            let titles: Vec<String> = all.iter().map(|n| plan.nodes[*n].title.clone()).collect();
            listed(&titles)
        };
        view! {
            <tr>
                <th scope="row">
                    <button type="button" class="link-button" on:click=move |_| look.chosen.set(Some(n))>
                        {node.title.clone()}
                    </button>
                </th>
                <td>{wording::grade(node.grade)}</td>
                <td>{wording::domain(&node.domain)}</td>
                <td>{node.standards.join(", ")}</td>
                <td>{titles(&plan.before[n])}</td>
                <td>{titles(&plan.after[n])}</td>
                <td class="number">{node.live}</td>
            </tr>
        }
    };
    view! {
        <div class="skill-table-room">
            <table class="library-table skill-table">
                <caption class="visually-hidden">"Skills, what they build on and what they lead to"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Skill"</th>
                        <th scope="col">"Grade"</th>
                        <th scope="col">"Domain"</th>
                        <th scope="col">"Standards"</th>
                        <th scope="col">"Builds on"</th>
                        <th scope="col">"Leads to"</th>
                        <th scope="col">"Live questions"</th>
                    </tr>
                </thead>
                <tbody>{order.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
