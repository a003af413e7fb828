//! The skill at hand, growing: vine, number and word.

use engine::{MIN_EVIDENCE, MasteryLevel};
use item_bank::Skill;
use leptos::prelude::*;

use crate::components::{MasteryLabel, Vine, live};
use crate::i18n::{self, Msg, t};
use crate::state::{Mastery, Store};

#[component]
pub fn SkillPanel(skill: Skill) -> impl IntoView {
    let store = Store::from_context();
    let code = skill.code.clone();
    let mastery = Memo::new(move |_| store.mastery(&code));
    let code = skill.code;
    let evidence = move || {
        store
            .estimates
            .with(|all| all.get(&code).map_or(0, |state| state.evidence))
    };
    let what = skill.you_can;
    view! {
        <aside class="skill-panel" aria-labelledby="skill-panel-title">
            <div class="skill-panel-vine">
                {live(move || {
                    let level = mastery.get().map_or(MasteryLevel::NotEnoughEvidence, |m| m.level);
                    view! { <Vine level=level /> }
                })}
            </div>
            <div class="skill-panel-words">
                <h2 class="skill-panel-title" id="skill-panel-title">{t(Msg::YourSkill)}</h2>
                <p class="skill-panel-name"><bdi lang="en">{skill.short}</bdi></p>
                {live(move || {
                    let label = |Mastery { level, percent }| {
                        view! { <MasteryLabel level=level percent=percent word=i18n::growth_word /> }.into_any()
                    };
                    mastery.get().map(label)
                })}
                <p class="skill-panel-what">
                    {live(move || {
                        let left = MIN_EVIDENCE.saturating_sub(evidence());
                        let done = mastery.get().is_some_and(|m| m.level.is_mastered());
                        t(if done {
                            Msg::YouCan { what: &what }
                        } else if left > 0 {
                            Msg::NeedsEvidence { left: left as usize }
                        } else {
                            Msg::LearningTo { what: &what }
                        })
                    })}
                </p>
            </div>
        </aside>
    }
}
