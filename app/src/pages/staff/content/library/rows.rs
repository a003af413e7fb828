//! The rows of the library.

use std::sync::Arc;

use api::{SkillGraph, TemplateSummary};
use leptos::prelude::*;

use crate::clock;
use crate::pages::staff::content::chips::StateChip;
use crate::pages::staff::content::find::{Filter, Group, Skills};
use crate::pages::staff::content::store::ContentStore;
use crate::pages::staff::content::wording;
use crate::pages::staff::routes;
use crate::pages::staff::when;

/// Shown at once; the others are a press away.
const FIRST: usize = 5;

/// What waits for a second person.
#[component]
pub fn Queue(waiting: Vec<TemplateSummary>, graph: Arc<SkillGraph>) -> impl IntoView {
    let store = ContentStore::expect();
    let skills = Skills::of(&graph);
    let all = waiting.len();
    let row = |row: TemplateSummary| {
        let skill = skills.title(&row.skill);
        let now = clock::now_ms();
        let by = row.author.map(|author| format!("from {author}"));
        view! {
            <li class="queue-row">
                <a class="queue-name" href=routes::template(&row.id)>{wording::title_of(row.id.as_str())}</a>
                <span class="soft">{skill}</span>
                <span class="soft">{by}</span>
                {row.updated_at_ms.map(|at| view! {
                    <time class="soft" datetime=when::machine(at)>{when::local(at, now)}</time>
                })}
            </li>
        }
    };
    let rows = waiting.into_iter().take(FIRST).map(row).collect_view();
    let show_all = move |_| {
        store.filter.set(Filter {
            state: Some(api::TemplateState::InReview),
            ..Filter::default()
        });
    };
    view! {
        <section class="card queue" aria-labelledby="queue-title">
            <h2 class="queue-title" id="queue-title">
                "Needs review" <span class="badge">{all}</span>
            </h2>
            <ul class="queue-rows">{rows}</ul>
            {(all > FIRST).then(|| view! {
                <button type="button" class="link-button" on:click=show_all>{format!("All {all}")}</button>
            })}
        </section>
    }
}

/// One table; a body for each skill.
#[component]
pub fn Groups(groups: Vec<Group>) -> impl IntoView {
    let now = clock::now_ms();
    view! {
        <table class="library-table">
            <caption class="visually-hidden">"Questions by skill"</caption>
            <thead>
                <tr>
                    <th scope="col">"Question"</th>
                    <th scope="col">"Kind"</th>
                    <th scope="col">"Difficulty"</th>
                    <th scope="col">"State"</th>
                    <th scope="col">"From"</th>
                    <th scope="col">"Changed"</th>
                </tr>
            </thead>
            {groups.into_iter().map(|group| view! { <OneGroup group=group now=now /> }).collect_view()}
        </table>
    }
}

#[component]
fn OneGroup(group: Group, now: i64) -> impl IntoView {
    view! {
        <tbody>
            <tr class="library-skill">
                <th scope="rowgroup" colspan="6">
                    <a href=routes::content_map_at(&group.skill)>{group.title}</a>
                    <span class="soft">{group.place}</span>
                </th>
            </tr>
            {group.rows.into_iter().map(|row| view! { <OneRow row=row now=now /> }).collect_view()}
        </tbody>
    }
}

#[component]
fn OneRow(row: TemplateSummary, now: i64) -> impl IntoView {
    let version = row.version.map(|version| format!("version {version}"));
    let from = row.author.unwrap_or(row.source);
    view! {
        <tr class="library-row">
            <th scope="row">
                <a class="library-name" href=routes::template(&row.id)>{wording::title_of(row.id.as_str())}</a>
            </th>
            <td>{wording::kind(row.kind)}</td>
            <td>{wording::difficulty(row.difficulty)}</td>
            <td><StateChip state=row.state />" "<span class="soft library-version">{version}</span></td>
            <td class="library-from">{from}</td>
            <td class="soft">
                {row.updated_at_ms.map(|at| view! {
                    <time datetime=when::machine(at)>{when::local(at, now)}</time>
                })}
            </td>
        </tr>
    }
}
