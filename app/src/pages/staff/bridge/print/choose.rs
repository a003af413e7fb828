//! What goes on the sheet.

use std::sync::Arc;

use api::{BridgePacks, ClassId, SkillGraph};
use item_bank::{Pathway, PathwayCode};
use leptos::prelude::*;

use super::Choice;
use crate::components::{Button, ButtonKind, list, live};
use crate::pages::staff::bridge::class::pathways_of;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::bridge::wording;
use crate::pages::staff::browser;
use crate::pages::staff::content::Skills;

#[component]
pub fn Choose(
    choice: Choice,
    pathway: Memo<Option<PathwayCode>>,
    packs: Arc<BridgePacks>,
    graph: Arc<SkillGraph>,
) -> impl IntoView {
    let store = BridgeStore::expect();
    let classes = Memo::new(move |_| {
        store.staff.classes.with(|slot| {
            let all = slot.get(&()).into_iter().flatten();
            all.map(|it| (it.id, it.title.clone()))
                .collect::<Vec<(ClassId, String)>>()
        })
    });
    let pathways = {
        let graph = graph.clone();
        Memo::new(move |_| offered(store, choice, &graph))
    };
    let class_option = move |(id, title): (ClassId, String)| {
        let chosen = move || choice.class.get() == Some(id);
        view! { <option value=id.to_string() prop:selected=chosen>{title}</option> }
    };
    let pathway_option = move |each: Pathway| {
        let code = each.code.clone();
        let chosen = move || pathway.with(|now| now.as_ref() == Some(&code));
        view! { <option value=each.code.to_string() prop:selected=chosen>{each.title}</option> }
    };
    let languages = packs.languages.iter().map(|pack| {
        let tag = pack.tag.clone();
        let name = format!("{} ({})", pack.name, wording::language(&pack.tag));
        let chosen = move || choice.language.with(|now| now.as_ref() == Some(&tag));
        view! { <option value=pack.tag.to_string() prop:selected=chosen>{name}</option> }
    });
    let ready = Signal::derive(move || pathway.with(Option::is_none));
    view! {
        <div class="filters print-choose">
            <label class="filter">
                <span>"Class"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        choice.class.set(event.target().value().parse().ok());
                        choice.picked.set(None);
                        choice.without.update(std::collections::BTreeSet::clear);
                    }
                >
                    <option value="" prop:selected=move || choice.class.with(Option::is_none)>"Any class"</option>
                    {live(move || list(classes.get().into_iter().map(class_option)))}
                </select>
            </label>
            <label class="filter">
                <span>"Pathway"</span>
                <select
                    class="select"
                    on:change:target=move |event| {
                        choice.picked.set(event.target().value().parse::<PathwayCode>().ok());
                        choice.without.update(std::collections::BTreeSet::clear);
                    }
                >
                    <option value="" prop:selected=move || pathway.with(Option::is_none)>"Choose a pathway"</option>
                    {live(move || list(pathways.get().into_iter().map(pathway_option)))}
                </select>
            </label>
            <label class="filter">
                <span>"Home language"</span>
                <select
                    class="select"
                    on:change:target=move |event| choice.language.set(event.target().value().parse().ok())
                >
                    <option value="" prop:selected=move || choice.language.with(Option::is_none)>"English only"</option>
                    {list(languages)}
                </select>
            </label>
            <Button kind=ButtonKind::Primary disabled=ready press=move || browser::print()>"Print"</Button>
        </div>
        <SkillChoice choice=choice pathway=pathway graph=graph />
    }
}

/// Pathways to choose from: those of the class where it has any, else all of them. None while the
/// class is not known yet, so that nothing of another class is shown meanwhile.
pub fn offered(store: BridgeStore, choice: Choice, graph: &SkillGraph) -> Vec<Pathway> {
    let staff = store.staff;
    let Some(class) = choice.class.get() else {
        return graph.pathways.clone();
    };
    if staff.classes.with(|slot| slot.get(&()).is_none()) {
        return Vec::new();
    }
    let own = pathways_of(staff, class);
    let mut all = graph.pathways.clone();
    if !own.is_empty() {
        all.retain(|it| own.contains(&it.code));
    }
    all
}

/// A lesson is of a skill or two, a pathway of many.
#[component]
fn SkillChoice(
    choice: Choice,
    pathway: Memo<Option<PathwayCode>>,
    graph: Arc<SkillGraph>,
) -> impl IntoView {
    live(move || {
        let code = pathway.get()?;
        let pathway = graph.pathways.iter().find(|it| it.code == code)?;
        let titles = Skills::of(&graph);
        let boxes = pathway.skills.iter().map(|skill| {
            let title = titles.title(skill);
            let (watched, pressed) = (skill.clone(), skill.clone());
            let on = move || choice.without.with(|without| !without.contains(&watched));
            view! {
                <li>
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=on
                            on:change=move |_| choice.without.update(|without| {
                                if !without.remove(&pressed) {
                                    without.insert(pressed.clone());
                                }
                            })
                        />
                        {title}
                    </label>
                </li>
            }
        });
        Some(view! {
            <details class="agent-why print-skills">
                <summary>"Skills on the sheet"</summary>
                <ul class="print-skill-list">{list(boxes)}</ul>
            </details>
        })
    })
}
