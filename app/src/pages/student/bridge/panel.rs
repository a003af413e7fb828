//! The panel: the idea in the home language, the idea in English, the words, a frame to say it.

use std::sync::Arc;

use api::BridgePolicy;
use item_bank::bridge::{Concept, ConceptEn, labels::LABELS};
use item_bank::{LanguagePack, Rich, SkillCode, TermId};
use leptos::prelude::*;

use super::card::WordCard;
use super::language::LanguageChooser;
use crate::components::{Icon, RichText, Shape, list, live};
use crate::i18n::{Msg, t};
use crate::state::{BridgePacks, Desk, Store};

#[component]
pub fn Bridge(skill: SkillCode) -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    // The same text is the same `Arc`: drawn anew when it lies elsewhere.
    let pack = Memo::new(move |_| {
        let place = |pack: &Arc<BridgePacks>| Arc::as_ptr(pack) as usize;
        store
            .content
            .with(|content| content.language.as_ref().map_or(0, place))
    });
    let wanted = Memo::new(move |_| {
        store.plan.with(|plan| {
            plan.as_ref()
                .is_some_and(|plan| plan.student.home_language.is_some())
        })
    });
    view! {
        <aside
            class="bridge"
            id="bridge"
            aria-labelledby="bridge-title"
            hidden=Signal::derive(move || !desk.bridge_open.get())
        >
            {live(move || {
                if !desk.bridge_open.get() {
                    return ().into_any();
                }
                pack.with(|_| ());
                let pack = store.content.with_untracked(|content| content.language.clone());
                match pack {
                    Some(pack) => view! { <Panel pack=pack skill=skill.clone() /> }.into_any(),
                    None => view! { <NoPack wanted=wanted.get() /> }.into_any(),
                }
            })}
        </aside>
    }
}

#[component]
fn NoPack(wanted: bool) -> impl IntoView {
    view! {
        <div class="bridge-head">
            <h2 class="bridge-title" id="bridge-title">
                <Icon shape=Shape::Bridge />
                {t(Msg::ChooseLanguage)}
            </h2>
        </div>
        <p>{t(if wanted { Msg::BridgeLoading } else { Msg::ChooseLanguageWhat })}</p>
        <LanguageChooser />
    }
}

/// A label of the panel in the pack's language; English where the pack lacks it.
pub fn label(pack: &LanguagePack, key: &str) -> String {
    let english = || {
        LABELS
            .iter()
            .find(|(k, _)| *k == key)
            .map(|(_, text)| (*text).to_owned())
    };
    pack.labels
        .get(key)
        .cloned()
        .or_else(english)
        .unwrap_or_default()
}

#[component]
fn Panel(pack: Arc<BridgePacks>, skill: SkillCode) -> impl IntoView {
    let (store, desk) = (Store::from_context(), Desk::from_context());
    let BridgePacks { english, home } = &*pack;
    let language = home.language.as_str().to_owned();
    let dir = if home.right_to_left { "rtl" } else { "ltr" };
    let draft = !home.review.is_approved();
    let may_draft = store.plan.with_untracked(|plan| {
        plan.as_ref()
            .is_some_and(|plan| plan.policy.bridge == BridgePolicy::DemoDrafts)
    });
    let head: AnyView = view! {
        <div class="bridge-head">
            <h2 class="bridge-title" id="bridge-title">
                <Icon shape=Shape::Bridge />
                <bdi lang=language.clone()>{label(home, "bridge")}</bdi>
            </h2>
            <LanguageChooser />
        </div>
    }
    .into_any();
    if draft && !may_draft {
        return (head, view! { <p>{t(Msg::NoIdeaYet)}</p> }).into_any();
    }
    let (terms, assessed) = desk
        .exercise
        .with_untracked(|it| {
            it.as_ref()
                .map(|it| (it.item.terms.clone(), it.item.construct_terms.clone()))
        })
        .unwrap_or_default();
    let concept = home.concepts.get(&skill).cloned();
    let concept = concept.zip(english.concepts.get(&skill).cloned());
    view! {
        {head}
        {draft
            .then(|| {
                view! {
                    <p class="bridge-draft">
                        <Icon shape=Shape::Alert />
                        <span>
                            <bdi lang=language.clone()>{label(home, "draft")}</bdi>
                        </span>
                    </p>
                }
                    .into_any()
            })}
        {match concept {
            Some((home, english)) => {
                view! { <Idea pack=Arc::clone(&pack) home=home english=english dir=dir /> }.into_any()
            }
            None => view! { <p>{t(Msg::NoIdeaYet)}</p> }.into_any(),
        }}
        <Words pack=pack terms=terms assessed=assessed dir=dir />
    }
    .into_any()
}

#[component]
fn Idea(
    pack: Arc<BridgePacks>,
    home: Concept,
    english: ConceptEn,
    dir: &'static str,
) -> impl IntoView {
    let pack = &pack.home;
    let language = pack.language.as_str().to_owned();
    view! {
        <section class="idea" lang=language.clone() dir=dir>
            <h3>{label(pack, "idea")}</h3>
            <Sentences sentences=home.core />
        </section>
        <section class="idea idea-english">
            <h3 lang=language.clone() dir=dir>{label(pack, "idea-in-english")}</h3>
            <div lang="en" dir="ltr">
                <Sentences sentences=english.core />
            </div>
        </section>
        {english
            .frame
            .map(|frame| {
                view! {
                    <section class="idea frame">
                        <h3 lang=language dir=dir>{label(pack, "say-it")}</h3>
                        <p class="frame-text" lang="en" dir="ltr">{frame}</p>
                    </section>
                }
                    .into_any()
            })}
    }
}

#[component]
fn Sentences(sentences: Vec<Rich>) -> impl IntoView {
    list(sentences.into_iter().map(|sentence| {
        view! {
            <p>
                <RichText value=sentence />
            </p>
        }
    }))
}

#[component]
fn Words(
    pack: Arc<BridgePacks>,
    terms: Vec<TermId>,
    assessed: Vec<TermId>,
    dir: &'static str,
) -> impl IntoView {
    let mut all = terms;
    all.extend(
        assessed
            .iter()
            .filter(|term| !all.contains(term))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let cards: Vec<AnyView> = all
        .into_iter()
        .filter_map(|id| {
            let term = pack.home.terms.get(&id).cloned()?;
            let english = pack.english.terms.get(&id).cloned()?;
            let tested = assessed.contains(&id);
            let pack = Arc::clone(&pack);
            let card =
                view! { <WordCard pack=pack term=term english=english assessed=tested dir=dir /> };
            Some(card.into_any())
        })
        .collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="words">
                <h3 lang=pack.home.language.as_str().to_owned() dir=dir>{label(&pack.home, "words")}</h3>
                <ul class="word-cards">{cards}</ul>
            </section>
        }
        .into_any()
    })
}
