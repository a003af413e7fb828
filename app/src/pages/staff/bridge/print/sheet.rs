//! The sheet itself: black and white, the head of the table on each page.

use item_bank::bridge::Cognate;
use leptos::prelude::*;

use super::gather::{Lesson, Taught, Word};
use crate::components::{Message, RichText, Tone, list};
use crate::pages::staff::bridge::tongue::{Said, Sentences, Tongue};
use crate::pages::staff::bridge::wording;

/// Lines to write on below a frame.
const LINES: usize = 2;
/// Stands at what nobody reviewed.
const DRAFT: &str = "†";

#[component]
pub fn Sheet(lesson: Lesson) -> impl IntoView {
    if lesson.skills.is_empty() {
        return view! {
            <Message tone=Tone::Info title="Nothing to print">
                <p>"No skill is chosen, or the bank has no ideas for those of this pathway yet."</p>
            </Message>
        }
        .into_any();
    }
    let drafts = lesson.has_drafts();
    let tongue = lesson.language.as_ref().map(|(tongue, ..)| tongue.clone());
    let name = lesson
        .language
        .as_ref()
        .map(|(_, name, english)| (name.clone(), english.clone()));
    let note = name.clone().filter(|_| drafts).map(|(_, english)| view! {
        <p class="sheet-note">
            <b>"Not reviewed by a person."</b>
            {format!(" Texts in {english} with {DRAFT} are machine drafts that no reader of {english} has approved.")}
        </p>
    });
    let skills = lesson.skills.into_iter().map(|skill| {
        let tongue = tongue.clone();
        view! { <Skill skill=skill tongue=tongue /> }
    });
    let skills = list(skills);
    view! {
        <article class="sheet-paper" aria-labelledby="sheet-title">
            <header class="sheet-head">
                <h2 class="sheet-title" id="sheet-title">{lesson.title}</h2>
                {name.clone().map(|(name, english)| {
                    let lang = tongue.clone().map(|it| it.tag);
                    view! { <p>"English and "<bdi lang=lang>{name}</bdi>" ("{english}")"</p> }
                })}
                <p class="sheet-name">"Name: "<span class="sheet-line" aria-hidden="true"></span></p>
            </header>
            {note}
            {skills}
            <Glossary words=lesson.words tongue=tongue english=name.map(|(_, english)| english) />
        </article>
    }
    .into_any()
}

/// Marks a text that nobody reviewed.
fn dagger(draft: bool) -> Option<impl IntoView> {
    draft.then(|| {
        view! {
            <span class="sheet-dagger" aria-hidden="true">{DRAFT}</span>
            <span class="visually-hidden" lang="en">" (not reviewed)"</span>
        }
    })
}

#[component]
fn Skill(skill: Taught, tongue: Option<Tongue>) -> impl IntoView {
    let draft = !skill.reviewed;
    let home = tongue.filter(|_| !skill.home.is_empty()).map(|tongue| {
        let sentences = skill.home;
        view! { <Said tongue=tongue><Sentences sentences=sentences />{dagger(draft)}</Said> }
    });
    let lines = (0..LINES)
        .map(|_| view! { <span class="sheet-line sheet-long" aria-hidden="true"></span> });
    view! {
        <section class="sheet-skill">
            <h3 class="sheet-skill-title">{skill.title}</h3>
            <div class="sheet-both">
                <Said tongue=Tongue::english()><Sentences sentences=skill.english /></Said>
                {home}
            </div>
            {skill.frame.map(|frame| view! {
                <div class="sheet-frame" lang="en" dir="ltr">
                    <p><b>"Say it: "</b>{frame}</p>
                    {list(lines)}
                </div>
            })}
        </section>
    }
}

#[component]
fn Glossary(words: Vec<Word>, tongue: Option<Tongue>, english: Option<String>) -> impl IntoView {
    if words.is_empty() {
        return ().into_any();
    }
    // in a language without cognates the column would say nothing
    let kin_of = |word: &Word| word.home.as_ref().map(|home| home.cognate);
    let any_kin = words
        .iter()
        .filter_map(kin_of)
        .any(|kin| kin != Cognate::No);
    let head = english.map(|english| {
        view! {
            <th scope="col">{english}</th>
            {any_kin.then(|| view! { <th scope="col">"Cognate"</th> })}
        }
    });
    let row = |word: Word| {
        let draft = word.is_draft();
        let has_language = tongue.is_some();
        let home = tongue.clone().filter(|_| word.home.is_some());
        let cells = match (home, word.home) {
            (Some(tongue), Some(home)) => {
                let kin = wording::cognate_short(home.cognate);
                let kin = if home.cognate == Cognate::FalseFriend {
                    format!("careful: {kin}")
                } else {
                    kin.to_owned()
                };
                view! {
                    <td lang=tongue.tag.clone() dir=tongue.dir()>
                        <b>{home.equivalent}</b>{dagger(draft)}
                        <br />
                        <RichText value=home.explanation />
                    </td>
                    {any_kin.then(|| view! { <td>{kin}</td> })}
                }
                .into_any()
            }
            _ if has_language => {
                let kin = any_kin.then(|| view! { <td>"—"</td> });
                view! { <td>"—"</td>{kin} }.into_any()
            }
            _ => ().into_any(),
        };
        view! {
            <tr>
                <th scope="row"><bdi lang="en" dir="ltr">{word.english.en}</bdi></th>
                <td>{wording::part(word.english.part_of_speech)}</td>
                <td lang="en">{word.english.gloss}</td>
                {cells}
            </tr>
        }
    };
    let rows = list(words.into_iter().map(row));
    view! {
        <section class="sheet-glossary">
            <h3 class="sheet-skill-title" id="sheet-words">"Words"</h3>
            <div class="wide" role="region" aria-labelledby="sheet-words" tabindex="0">
                <table class="sheet-table" aria-labelledby="sheet-words">
                    <thead>
                        <tr>
                            <th scope="col">"English"</th>
                            <th scope="col">"Kind"</th>
                            <th scope="col">"Plain English"</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
