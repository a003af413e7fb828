//! The bridge beside a reading, as far as it stands open at a level of support.

use std::sync::Arc;

use api::ReadingPreview;
use item_bank::bridge::labels::LABELS;
use item_bank::bridge::{Concept, ConceptEn, English, Support};
use item_bank::{LanguagePack, Rich, TermId};
use leptos::prelude::*;

use crate::components::{FigureView, Icon, Message, RichText, Shape, Tone, list};
use crate::pages::staff::bridge::tongue::{Said, Sentences, Tongue};
use crate::pages::staff::bridge::wording;

#[component]
pub fn Panel(
    preview: Arc<ReadingPreview>,
    english: Arc<English>,
    home: Option<Arc<LanguagePack>>,
    support: Support,
) -> impl IntoView {
    let tongue = home.as_deref().map_or_else(Tongue::english, |home| {
        Tongue::new(&home.language, home.right_to_left)
    });
    let own = home
        .as_deref()
        .and_then(|home| preview.reading.cores.get(&home.language));
    let hidden = home
        .as_deref()
        .is_some_and(|home| preview.not_shown.contains(&home.language));
    let ideas = ideas(&preview, &english, home.as_deref());
    let draft = home
        .as_deref()
        .is_some_and(|home| has_draft(home, &preview));
    let says = |key: &str| label(home.as_deref(), key);
    let homes: Vec<Rich> = own
        .into_iter()
        .chain(ideas.iter().filter_map(|(home, _)| home.as_ref()))
        .flat_map(|concept| concept.core.clone())
        .collect();
    let englishes: Vec<Rich> = ideas.iter().flat_map(|(_, it)| it.core.clone()).collect();
    let frame = ideas.iter().find_map(|(_, it)| it.frame.clone());
    let idea_home = (!homes.is_empty()).then(|| {
        let (first, rest) = split(&homes, support);
        let more = says("more-help");
        view! {
            <Block title=says("idea") tongue=tongue.clone() folded=support.folds()>
                <Sentences sentences=first />
                {(!rest.is_empty()).then(|| view! {
                    <details><summary>{more}</summary><Sentences sentences=rest /></details>
                })}
            </Block>
        }
        .into_any()
    });
    let idea_english = (!englishes.is_empty()).then(|| view! {
        <Block title=says("idea-in-english") tongue=tongue.clone() folded=support == Support::OnRequest>
            <Said tongue=Tongue::english()><Sentences sentences=englishes /></Said>
        </Block>
    }
    .into_any());
    // From moderate support on the English idea comes first.
    let (one, other) = if support == Support::Full {
        (idea_home, idea_english)
    } else {
        (idea_english, idea_home)
    };
    let cards = preview.reading.terms.iter().filter_map(|id| {
        let card = view! { <Card id=id.clone() english=english.clone() home=home.clone() folded=support.folds() /> };
        english.terms.contains_key(id).then_some(card)
    });
    let cards = list(cards);
    let has_cards = !cards.is_empty();
    view! {
        <div class="preview-bridge" role="group" aria-label="The bridge">
            <p class="preview-bridge-title" dir=tongue.dir()><Icon shape=Shape::Bridge /><bdi lang=tongue.tag.clone()>{says("bridge")}</bdi></p>
            {(!support.opens_by_itself()).then(|| view! {
                <p class="soft">"Closed at first; the student opens it."</p>
            })}
            {hidden.then(|| view! {
                <Message tone=Tone::Warn title="Not shown to students yet">
                    <p>"No reader of this language has approved your text in it. Students see the bank’s own ideas."</p>
                </Message>
            })}
            {draft.then(|| view! {
                <p class="preview-draft" dir=tongue.dir()><Icon shape=Shape::Alert /><bdi lang=tongue.tag.clone()>{says("draft")}</bdi></p>
            })}
            {one}
            {other}
            {has_cards.then(|| view! {
                <section class="preview-block" lang=tongue.tag.clone() dir=tongue.dir()>
                    <h3 class="preview-label">{says("words")}</h3>
                    <ul class="preview-cards">{cards}</ul>
                </section>
            })}
            {frame.map(|frame| view! {
                <Block title=says("say-it") tongue=tongue.clone() folded=support == Support::OnRequest>
                    <p lang="en" dir="ltr">{frame}</p>
                </Block>
            })}
        </div>
    }
}

trait Folds {
    /// Whether cards and the home language are folded at first.
    fn folds(self) -> bool;
}

impl Folds for Support {
    fn folds(self) -> bool {
        matches!(self, Self::Light | Self::OnRequest)
    }
}

/// The sentences that stand there, and those behind "show me more".
fn split(sentences: &[Rich], support: Support) -> (Vec<Rich>, Vec<Rich>) {
    let shown = if support == Support::Moderate {
        1
    } else {
        sentences.len()
    };
    let (first, rest) = sentences.split_at(shown.min(sentences.len()));
    (first.to_vec(), rest.to_vec())
}

/// The confirmed ideas: in the home language where it has them, and in English.
fn ideas(
    preview: &ReadingPreview,
    english: &English,
    home: Option<&LanguagePack>,
) -> Vec<(Option<Concept>, ConceptEn)> {
    let reading = &preview.reading;
    let skills = reading.skills.iter().filter_map(|code| {
        let there = home.and_then(|home| home.concepts.get(code));
        Some((there.cloned(), english.concepts.get(code)?.clone()))
    });
    let passages = reading.passages.iter().filter_map(|id| {
        let there = home.and_then(|home| home.passages.get(id));
        Some((there.cloned(), english.passages.get(id)?.clone()))
    });
    skills.chain(passages).collect()
}

/// Whether anything of the bank that stands here was approved by nobody.
fn has_draft(home: &LanguagePack, preview: &ReadingPreview) -> bool {
    let reading = &preview.reading;
    let skills = reading.skills.iter().filter_map(|it| home.concepts.get(it));
    let passages = reading
        .passages
        .iter()
        .filter_map(|it| home.passages.get(it));
    let terms = reading.terms.iter().filter_map(|it| home.terms.get(it));
    skills.chain(passages).any(|it| it.approved.is_none())
        || terms.into_iter().any(|it| it.approved.is_none())
}

/// A label of the panel in the pack's language; English where there is none.
fn label(home: Option<&LanguagePack>, key: &str) -> String {
    let english = || {
        let mut all = LABELS.iter();
        all.find(|(known, _)| *known == key)
            .map_or_else(|| key.to_owned(), |(_, text)| (*text).to_owned())
    };
    home.and_then(|home| home.labels.get(key).cloned())
        .unwrap_or_else(english)
}

#[component]
fn Block(title: String, tongue: Tongue, folded: bool, children: Children) -> impl IntoView {
    let (lang, dir) = (tongue.tag.clone(), tongue.dir());
    if folded {
        return view! {
            <details class="preview-block" lang=lang dir=dir>
                <summary class="preview-label">{title}</summary>
                {children()}
            </details>
        }
        .into_any();
    }
    view! {
        <section class="preview-block" lang=lang dir=dir>
            <h3 class="preview-label">{title}</h3>
            {children()}
        </section>
    }
    .into_any()
}

#[component]
fn Card(
    id: TermId,
    english: Arc<English>,
    home: Option<Arc<LanguagePack>>,
    folded: bool,
) -> impl IntoView {
    let Some(word) = english.terms.get(&id).cloned() else {
        return ().into_any();
    };
    let there = home.as_deref().and_then(|home| {
        let term = home.terms.get(&id)?.clone();
        let equivalents = home.equivalents(&term);
        Some((
            Tongue::new(&home.language, home.right_to_left),
            term,
            equivalents,
        ))
    });
    let kin = |cognate| match cognate {
        item_bank::bridge::Cognate::Yes => Some(label(home.as_deref(), "cognate")),
        item_bank::bridge::Cognate::No => None,
        item_bank::bridge::Cognate::FalseFriend => Some(label(home.as_deref(), "false-friend")),
    };
    let head = view! {
        <bdi class="term preview-word" lang="en" dir="ltr">{word.en.clone()}</bdi>
        " "
        <span class="soft" lang="en" dir="ltr">{wording::part(word.part_of_speech)}</span>
    };
    let picture = word.drawn();
    let body = view! {
        <p lang="en" dir="ltr">{word.gloss}</p>
        {word.everyday.map(|sense| view! { <p class="soft" lang="en" dir="ltr">{sense}</p> })}
        {picture.map(|picture| view! { <FigureView figure=picture /> })}
        {there.map(|(tongue, term, equivalents)| {
            let kin = kin(term.cognate).map(|kin| view! { " · "<span class="soft">{kin}</span> });
            view! {
                <Said tongue=tongue>
                    <p><RichText value=term.explanation /></p>
                    <p class="preview-equivalent">{equivalents}{kin}</p>
                    {term.note.map(|note| view! { <p><RichText value=note /></p> })}
                </Said>
            }
        })}
    };
    if folded {
        return view! {
            <li class="preview-card"><details><summary>{head}</summary>{body}</details></li>
        }
        .into_any();
    }
    view! { <li class="preview-card"><p>{head}</p>{body}</li> }.into_any()
}
