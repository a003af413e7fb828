//! Every skill with its state, those that were practised first.

use leptos::prelude::*;

use crate::components::{MasteryLabel, list, live};
use crate::i18n::{self, Msg, t};
use crate::state::{Mastery, Store};
use item_bank::Skill;

/// Skills that are assigned or that were practised, in teaching order.
fn listed(store: Store) -> Vec<Skill> {
    let Some(plan) = store.plan.get() else {
        return Vec::new();
    };
    let estimates = store.estimates.get();
    let met = |skill: &&Skill| {
        let practised = estimates
            .get(&skill.code)
            .is_some_and(|state| state.opportunities > 0);
        practised
            || plan
                .assignments
                .iter()
                .any(|it| it.pathway.skills.contains(&skill.code))
    };
    plan.skills.iter().filter(met).cloned().collect()
}

#[component]
pub fn AllSkills() -> impl IntoView {
    let store = Store::from_context();
    let codes = Memo::new(move |_| {
        listed(store)
            .into_iter()
            .map(|skill| String::from(skill.code))
            .collect::<Vec<_>>()
    });
    view! {
        <section
            class="home-section"
            aria-labelledby="skills-title"
            hidden=Signal::derive(move || codes.with(Vec::is_empty))
        >
            <h2 id="skills-title">{t(Msg::AllSkills)}</h2>
            <ul class="skills">
                {live(move || {
                    codes.with(|_| ());
                    let skills = untrack(|| listed(store));
                    list(skills.into_iter().map(|skill| view! { <Row skill=skill /> }))
                })}
            </ul>
        </section>
    }
}

#[component]
fn Row(skill: Skill) -> impl IntoView {
    let store = Store::from_context();
    let Skill {
        code,
        title,
        you_can,
        ..
    } = skill;
    let mastery = Memo::new(move |_| store.mastery(&code));
    view! {
        <li class="skill">
            <div>
                <p class="skill-title"><bdi lang="en">{title}</bdi></p>
                <p class="skill-what">
                    {live(move || {
                        let done = mastery.get().is_some_and(|it| it.level.is_mastered());
                        let what = you_can.as_str();
                        t(if done { Msg::YouCan { what } } else { Msg::LearningTo { what } })
                    })}
                </p>
            </div>
            {live(move || {
                let label = |Mastery { level, percent }| {
                    view! { <MasteryLabel level=level percent=percent word=i18n::growth_word /> }.into_any()
                };
                mastery.get().map(label)
            })}
        </li>
    }
}
