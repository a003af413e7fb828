//! What narrows the list. Every control changes the filter and goes back to its first page.

use std::sync::Arc;

use api::SkillGraph;
use item_bank::Kind;
use leptos::prelude::*;

use crate::pages::staff::content::find::{Filter, Skills, domains, grades};
use crate::pages::staff::content::store::ContentStore;
use crate::pages::staff::content::wording;

/// A value of a choice, and its name.
type Choice = (String, String);

#[component]
pub fn Filters(graph: Arc<SkillGraph>) -> impl IntoView {
    let store = ContentStore::expect();
    let change = move |change: &dyn Fn(&mut Filter)| {
        store.filter.update(|filter| {
            change(filter);
            filter.page = 0;
        });
    };
    let grades: Vec<Choice> = grades(&graph)
        .into_iter()
        .map(|grade| (grade.to_string(), wording::grade(grade)))
        .collect();
    let domains: Vec<Choice> = domains(&graph)
        .into_iter()
        .map(|domain| (domain.clone(), wording::domain(&domain)))
        .collect();
    let kinds = Kind::ALL.map(|kind| {
        (
            wording::kind_code(kind).to_owned(),
            wording::kind(kind).to_owned(),
        )
    });
    let states = wording::STATES.map(|state| {
        (
            wording::state_code(state).to_owned(),
            wording::state(state).to_owned(),
        )
    });
    let skill = Memo::new(move |_| store.filter.with(|filter| filter.skill.clone()));
    view! {
        <div class="filters" role="search" aria-label="Questions">
            <label class="filter filter-text">
                <span>"Find"</span>
                <input
                    class="input"
                    type="search"
                    placeholder="name, skill, standard, author"
                    autocomplete="off"
                    prop:value=move || store.filter.with(|filter| filter.text.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        change(&|filter| filter.text.clone_from(&text));
                    }
                />
            </label>
            <Pick
                name="Grade"
                choices=grades
                now=move |filter| filter.grade.map(|grade| grade.to_string())
                set=move |code| change(&|filter| filter.grade = code.parse().ok())
            />
            <Pick
                name="Domain"
                choices=domains
                now=|filter| filter.domain.clone()
                set=move |code| change(&|filter| {
                    filter.domain = Some(code.clone()).filter(|code| !code.is_empty());
                })
            />
            <Pick
                name="Kind"
                choices=kinds.to_vec()
                now=|filter| filter.kind.map(|kind| wording::kind_code(kind).to_owned())
                set=move |code| change(&|filter| filter.kind = wording::kind_of(&code))
            />
            <Pick
                name="State"
                choices=states.to_vec()
                now=|filter| filter.state.map(|state| wording::state_code(state).to_owned())
                set=move |code| change(&|filter| {
                    let mut states = wording::STATES.into_iter();
                    filter.state = states.find(|state| wording::state_code(*state) == code);
                })
            />
            {move || skill.get().map(|code| {
                let title = Skills::of(&graph).title(&code);
                view! {
                    <p class="filter-skill">
                        "Only “"{title}"”"
                        <button type="button" class="link-button" on:click=move |_| change(&|filter| filter.skill = None)>
                            "all skills"
                        </button>
                    </p>
                }
            })}
        </div>
    }
}

#[component]
fn Pick(
    name: &'static str,
    choices: Vec<Choice>,
    now: impl Fn(&Filter) -> Option<String> + Send + Sync + Copy + 'static,
    set: impl Fn(String) + 'static,
) -> impl IntoView {
    let store = ContentStore::expect();
    let now = Memo::new(move |_| store.filter.with(now).unwrap_or_default());
    view! {
        <label class="filter">
            <span>{name}</span>
            <select class="select" on:change:target=move |event| set(event.target().value())>
                <option value="" prop:selected=move || now.with(String::is_empty)>"All"</option>
                {choices
                    .into_iter()
                    .map(|(code, label)| {
                        let value = code.clone();
                        view! {
                            <option value=value prop:selected=move || now.with(|now| *now == code)>{label}</option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
