//! A teacher's word on single skills: it stands over the student's own level.

use std::sync::Arc;

use api::{ClassId, SkillGraph, StudentBridge, SupportLevel, UserId};
use item_bank::SkillCode;
use leptos::prelude::*;

use crate::components::{Button, ButtonKind, Dialog, list, live};
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::content::{ContentStore, Skills};

#[component]
pub fn SkillsDialog(class: ClassId, asking: RwSignal<Option<UserId>>) -> impl IntoView {
    let (store, content) = (BridgeStore::expect(), ContentStore::expect());
    let student = Memo::new(move |_| {
        let id = asking.get()?;
        store.class.with(|slot| {
            let report = slot.get(&class)?;
            report.students.iter().find(|it| it.id == id).cloned()
        })
    });
    let graph = Memo::new(move |_| content.graph.with(|slot| slot.get(&()).cloned()));
    let close = move || {
        if let Some(id) = asking.get_untracked() {
            let button = format!("skills-of-{id}");
            request_animation_frame(move || crate::dom::focus(&button));
        }
        asking.set(None);
    };
    let title = move || {
        student.with(|student| {
            student
                .as_ref()
                .map_or_else(String::new, |it| format!("Support by skill: {}", it.name))
        })
    };
    view! {
        <Dialog
            id="skill-support"
            title=Signal::derive(title)
            open=Signal::derive(move || asking.with(Option::is_some))
            on_dismiss=Callback::new(move |()| close())
        >
            <p class="soft">"A level that you set for a skill holds there, whatever the student’s own level is."</p>
            {live(move || match (student.get(), graph.get()) {
                (Some(student), Some(graph)) => {
                    view! { <Words class=class student=student graph=graph /> }.into_any()
                }
                _ => view! { <p role="status">"Loading the skills …"</p> }.into_any(),
            })}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Quiet press=move || close()>"Close"</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Words(class: ClassId, student: StudentBridge, graph: Arc<SkillGraph>) -> impl IntoView {
    let store = BridgeStore::expect();
    let id = student.id;
    let chosen = RwSignal::new(None::<SkillCode>);
    let level = RwSignal::new(SupportLevel::Expanding);
    let titles = Skills::of(&graph);
    let set = student.skills.iter().map(|word| {
        let (title, skill) = (titles.title(&word.skill), word.skill.clone());
        let named = title.clone();
        view! {
            <li class="agent-class">
                <span>{title}": "<b>{wording::level_short(word.level)}</b></span>
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| store.clear_support(class, id, skill.clone())
                >
                    "Take back"<span class="visually-hidden">" on "{named}</span>
                </button>
            </li>
        }
    });
    let set = list(set);
    let own = assigned(store, class, &graph);
    let option = |code: &SkillCode| {
        let value = code.to_string();
        view! { <option value=value>{titles.title(code)}</option> }
    };
    let first = list(own.iter().map(option));
    let others = graph.skills.iter().map(|node| &node.code);
    let others = list(others.filter(|code| !own.contains(code)).map(option));
    let levels = wording::LEVELS.map(|each| {
        view! {
            <option value=wording::level_code(each) selected=each == SupportLevel::Expanding>
                {wording::level(each)}
            </option>
        }
    });
    view! {
        <ul class="agent-classes">{set}</ul>
        <form
            class="form-pair"
            on:submit=move |event| {
                event.prevent_default();
                if let Some(skill) = chosen.get_untracked() {
                    store.set_support(class, id, level.get_untracked(), Some(skill));
                }
            }
        >
            <label class="field">
                <span class="field-label">"Skill"</span>
                <select
                    class="select"
                    required
                    on:change:target=move |event| chosen.set(event.target().value().parse().ok())
                >
                    <option value="">"Choose a skill"</option>
                    <optgroup label="Assigned to this class">{first}</optgroup>
                    <optgroup label="All others">{others}</optgroup>
                </select>
            </label>
            <label class="field">
                <span class="field-label">"Level"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        if let Some(chosen) = wording::level_of(&event.target().value()) {
                            level.set(chosen);
                        }
                    }
                >
                    {list(levels)}
                </select>
            </label>
            <p class="class-set"><Button kind=ButtonKind::Primary submit=true>"Set"</Button></p>
        </form>
    }
}

/// Skills of the pathways that the class is assigned, each once.
fn assigned(store: BridgeStore, class: ClassId, graph: &SkillGraph) -> Vec<SkillCode> {
    let pathways = super::pathways_of(store.staff, class);
    let mut skills: Vec<SkillCode> = Vec::new();
    for pathway in graph
        .pathways
        .iter()
        .filter(|it| pathways.contains(&it.code))
    {
        for skill in &pathway.skills {
            if !skills.contains(skill) {
                skills.push(skill.clone());
            }
        }
    }
    skills
}
