//! One pathway: its trellis, a vine for each skill, and the button to go on.

use std::sync::Arc;

use api::AssignedPathway;
use engine::MasteryLevel;
use item_bank::SkillCode;
use leptos::prelude::*;

use super::super::router::{Link, Page};
use crate::components::{Icon, Shape, Vine, list, live};
use crate::i18n::{self, Msg, t};
use crate::state::{Progress, Store};

#[component]
pub fn Assignment(assigned: AssignedPathway, first: bool) -> impl IntoView {
    let AssignedPathway {
        pathway,
        teacher,
        class_title,
        ..
    } = assigned;
    let store = Store::from_context();
    let skills: Arc<[SkillCode]> = pathway.skills.clone().into();
    let progress = move || {
        Progress::of(
            skills
                .iter()
                .filter_map(|skill| Some(store.mastery(skill)?.level)),
        )
    };
    let grown = progress.clone();
    let title_id = format!("pathway-{}", pathway.code);
    let page = Page::Practice(Some(pathway.code.clone()));
    let class = if first {
        "button button-primary button-big"
    } else {
        "button button-big"
    };
    view! {
        <article class="card assignment" aria-labelledby=title_id.clone()>
            <div class="assignment-head">
                <div>
                    <h3 class="assignment-title" id=title_id.clone()><bdi lang="en">{pathway.title}</bdi></h3>
                    <p class="assignment-from">
                        {t(Msg::FromTeacher { teacher: &teacher, class: &class_title })}
                    </p>
                </div>
                <div class="assignment-go">
                    <Link to=page class=class>
                        <span>{live(move || t(go_on(progress())))}</span>
                        <Icon shape=Shape::ArrowNext />
                    </Link>
                </div>
            </div>
            <ol class="trellis">
                {list(pathway.skills.into_iter().map(|skill| view! { <Plant skill=skill /> }))}
            </ol>
            <p class="assignment-sum">
                {live(move || {
                    let Progress { mastered, of, .. } = grown();
                    t(Msg::PathwayGrown { mastered, of })
                })}
            </p>
        </article>
    }
}

fn go_on(progress: Progress) -> Msg<'static> {
    if progress.is_done() {
        Msg::KeepItFresh
    } else if progress.started == 0 {
        Msg::Start
    } else {
        Msg::Continue
    }
}

/// A skill on the trellis: the vine, its name, number and word.
#[component]
fn Plant(skill: SkillCode) -> impl IntoView {
    let store = Store::from_context();
    let name = store
        .plan
        .with_untracked(|plan| {
            let skills = plan
                .as_ref()
                .map(|plan| plan.skills.as_slice())
                .unwrap_or_default();
            skills
                .iter()
                .find(|known| known.code == skill)
                .map(|known| known.short.clone())
        })
        .unwrap_or_else(|| skill.to_string());
    let mastery = Memo::new(move |_| store.mastery(&skill));
    view! {
        <li class="plant">
            {live(move || {
                let level = mastery.get().map_or(MasteryLevel::NotEnoughEvidence, |m| m.level);
                view! { <Vine level=level /> }
            })}
            <span class="plant-name"><bdi lang="en">{name}</bdi></span>
            <span class="plant-state">
                {live(move || {
                    let percent = mastery.get().and_then(|mastery| mastery.percent);
                    percent.map(|n| view! { <b>{format!("{n}% ")}</b> }.into_any())
                })}
                {live(move || mastery.get().map(|mastery| i18n::growth_word(mastery.level)))}
            </span>
        </li>
    }
}
