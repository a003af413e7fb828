//! Ideas of the bank that the text rests on: found ones to confirm, others to add by hand.

use std::sync::Arc;

use api::{FoundConcept, MAX_TOPICS, SkillGraph, SkillNode};
use item_bank::bridge::UnitId;
use leptos::prelude::*;

use super::Editor;
use crate::components::{Message, Tone, list, live, when};
use crate::pages::staff::content::{ContentStore, words_of_domain};

/// Skills that a search shows.
const SHOWN: usize = 6;

#[component]
pub fn Ideas(editor: Editor) -> impl IntoView {
    let found = editor.watch(|editing| editing.detail.analysis.concepts.clone());
    let why_none = editor.watch(|editing| editing.detail.analysis.no_concept.clone());
    let topics = editor.watch(|editing| editing.work.topics.clone());
    // Confirmed, though the analysis does not name it: added by hand.
    let others = Memo::new(move |_| {
        let found = found.get();
        let by_hand = |topic: &UnitId| found.iter().all(|it| it.topic != *topic);
        topics
            .get()
            .into_iter()
            .filter(by_hand)
            .collect::<Vec<UnitId>>()
    });
    view! {
        <section class="form-section" aria-labelledby="ideas-title">
            <h2 class="form-title" id="ideas-title">"Ideas it rests on"</h2>
            {live(move || {
                let found = found.get();
                if found.is_empty() {
                    return view! {
                        <Message tone=Tone::Info title="No concept of the bank matches">
                            {why_none.get().map(|why| view! { <p>{why}</p> })}
                            <p>
                                "Students still get the words with their cards and the key sentences. You can add \
                                 a skill by hand if the text rests on one."
                            </p>
                        </Message>
                    }
                    .into_any();
                }
                view! {
                    <p class="field-help">"Confirm those that fit: students then see the idea beside the text."</p>
                    <ul class="agent-ideas">
                        {list(found.into_iter().map(|idea| view! { <Found editor=editor idea=idea /> }))}
                    </ul>
                }
                .into_any()
            })}
            {live(move || {
                let others = others.get();
                (!others.is_empty()).then(|| view! {
                    <h3 class="rows-title">"Added by hand"</h3>
                    <ul class="agent-ideas">
                        {list(others.into_iter().map(|topic| view! { <ByHand editor=editor topic=topic /> }))}
                    </ul>
                })
            })}
            {editor.may_edit().then(|| view! { <AddSkill editor=editor topics=topics /> })}
        </section>
    }
}

#[component]
fn Check(
    editor: Editor,
    topic: UnitId,
    title: String,
    #[prop(optional)] described: String,
) -> impl IntoView {
    let watched = topic.clone();
    let chosen = editor.watch(move |editing| editing.has_topic(&watched));
    let fixed = !editor.may_edit();
    view! {
        <label class="check">
            <input
                type="checkbox"
                disabled=fixed
                aria-describedby=(!described.is_empty()).then_some(described)
                prop:checked=move || chosen.get()
                on:change:target=move |event| {
                    editor.change(|editing| editing.toggle_topic(&topic));
                    // Where no more fit, the box must not say otherwise.
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            <span class="agent-idea-name">{title}</span>
        </label>
    }
}

#[component]
fn Found(editor: Editor, idea: FoundConcept) -> impl IntoView {
    let kind = match idea.topic {
        UnitId::Passage(_) => "Passage",
        _ => "Skill",
    };
    let score = format!("{kind} · score {:.1}", idea.score);
    let why = format!("why-{}", idea.topic).replace('/', "-");
    view! {
        <li class="agent-idea">
            <Check editor=editor topic=idea.topic title=idea.title described=why.clone() />
            <div id=why>
                <p class="soft">{score}</p>
                <ul class="to-mend">{list(idea.reasons.into_iter().map(|why| view! { <li>{why}</li> }))}</ul>
            </div>
        </li>
    }
}

/// A skill's title, or the name of what is none.
fn title_of(topic: &UnitId, graph: Option<&SkillGraph>) -> String {
    let node = graph.and_then(|graph| {
        graph
            .skills
            .iter()
            .find(|node| UnitId::Skill(node.code.clone()) == *topic)
    });
    node.map_or_else(|| topic.to_string(), |node| node.title.clone())
}

#[component]
fn ByHand(editor: Editor, topic: UnitId) -> impl IntoView {
    let content = ContentStore::expect();
    let named = topic.clone();
    let title = Memo::new(move |_| {
        content
            .graph
            .with(|slot| title_of(&named, slot.get(&()).map(Arc::as_ref)))
    });
    live(move || {
        let topic = topic.clone();
        view! { <li class="agent-idea"><Check editor=editor topic=topic title=title.get() /></li> }
    })
}

#[component]
fn AddSkill(editor: Editor, topics: Memo<Vec<UnitId>>) -> impl IntoView {
    let content = ContentStore::expect();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let typed = typed.get();
        let topics = topics.get();
        content.graph.with(|slot| {
            let graph = slot.get(&());
            graph.map_or_else(Vec::new, |graph| search(graph, &typed, &topics))
        })
    });
    let full = Memo::new(move |_| topics.with(Vec::len) >= MAX_TOPICS);
    let searched = Memo::new(move |_| typed.with(|typed| typed.trim().chars().count() > 1));
    view! {
        <div class="field agent-field">
            <label class="field-label" for="add-skill">"Add a skill"</label>
            <input
                class="input"
                id="add-skill"
                type="search"
                placeholder="title, domain or standard"
                autocomplete="off"
                aria-describedby="add-skill-count"
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
            />
            <p class="field-help" id="add-skill-count" role="status">
                {live(move || match (full.get(), searched.get(), found.with(Vec::len)) {
                    (true, ..) => format!("A text rests on at most {MAX_TOPICS} ideas: take one away first."),
                    (_, true, 0) => "No skill of the bank fits.".to_owned(),
                    _ => String::new(),
                })}
            </p>
            {when(move || !full.get(), move || view! {
                <ul class="agent-found">
                    {live(move || list(found.get().into_iter().map(|(topic, title, place)| {
                        let name = title.clone();
                        view! {
                            <li>
                                <button
                                    type="button"
                                    class="link-button"
                                    on:click=move |_| {
                                        editor.change(|editing| editing.toggle_topic(&topic));
                                        typed.set(String::new());
                                        crate::dom::focus("add-skill");
                                    }
                                >
                                    "Add"<span class="visually-hidden">" "{name}</span>
                                </button>
                                <span>{title}" "<span class="soft">{place}</span></span>
                            </li>
                        }
                    })))}
                </ul>
            })}
        </div>
    }
}

/// Name of the unit, title, and where it is taught; all words must be found.
fn search(graph: &SkillGraph, typed: &str, topics: &[UnitId]) -> Vec<(UnitId, String, String)> {
    let wanted: Vec<String> = typed
        .to_lowercase()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    if typed.trim().chars().count() < 2 {
        return Vec::new();
    }
    let fits = |node: &&SkillNode| {
        let standards = node.standards.join(" ");
        let text =
            format!("{} {} {} {standards}", node.title, node.code, node.domain).to_lowercase();
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    let nodes = graph.skills.iter().filter(fits);
    nodes
        .map(|node| {
            let place = format!("grade {} · {}", node.grade, words_of_domain(&node.domain));
            (UnitId::Skill(node.code.clone()), node.title.clone(), place)
        })
        .filter(|(topic, ..)| !topics.contains(topic))
        .take(SHOWN)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(code: &str, title: &str) -> SkillNode {
        SkillNode {
            code: code.parse().unwrap(),
            title: title.to_owned(),
            short: String::new(),
            grade: 6,
            domain: "ratios".into(),
            standards: vec!["6.RP.A.2".into()],
            prerequisites: Vec::new(),
            templates: 0,
            live: 0,
            x: 0.0,
            y: 0.0,
        }
    }

    #[test]
    fn skills_are_found_by_all_words_and_not_offered_twice() {
        let graph = SkillGraph {
            skills: vec![
                node("unit-rate", "Unit rate"),
                node("percent", "Percent of a number"),
            ],
            pathways: Vec::new(),
            width: 0.0,
            height: 0.0,
        };
        let titles = |typed: &str, topics: &[UnitId]| {
            let found = search(&graph, typed, topics);
            found
                .into_iter()
                .map(|(_, title, _)| title)
                .collect::<Vec<_>>()
        };
        assert_eq!(titles("RATE 6.rp", &[]), ["Unit rate"]);
        assert_eq!(titles("r", &[]), [""; 0]);
        assert_eq!(
            titles("ratios", &["skill/unit-rate".parse().unwrap()]),
            ["Percent of a number"]
        );
    }
}
