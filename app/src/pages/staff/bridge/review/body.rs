//! One text beside its English, part by part.

use api::{BridgeText, ConceptText, TermText, TextBody, TextRow};
use item_bank::Rich;
use leptos::prelude::*;

use crate::components::{FigureView, RichText, list};
use crate::pages::staff::bridge::tongue::{Said, Sentences, Tongue};
use crate::pages::staff::bridge::wording;

#[component]
pub fn Body(text: BridgeText, tongue: Tongue) -> impl IntoView {
    match text.body {
        TextBody::Concept(concept) => {
            view! { <Concept concept=concept tongue=tongue /> }.into_any()
        }
        TextBody::Term(term) => view! { <Card term=*term tongue=tongue /> }.into_any(),
        TextBody::Rows(rows) => {
            view! { <Rows rows=rows tongue=tongue caption=text.title /> }.into_any()
        }
    }
}

/// A part in both languages, side by side.
#[component]
fn Part(
    title: &'static str,
    tongue: Tongue,
    english: AnyView,
    home: Option<AnyView>,
) -> impl IntoView {
    view! {
        <section class="pair-part">
            <h3 class="pair-label">{title}</h3>
            <Said tongue=Tongue::english()>{english}</Said>
            {match home {
                Some(home) => view! { <Said tongue=tongue>{home}</Said> }.into_any(),
                None => view! { <p class="tongue pair-none soft">"Stays in English"</p> }.into_any(),
            }}
        </section>
    }
}

/// A paragraph, or a word that says there is none.
fn paragraph(rich: Option<Rich>) -> AnyView {
    match rich {
        Some(rich) => view! { <p><RichText value=rich /></p> }.into_any(),
        None => view! { <p class="soft"><bdi lang="en" dir="ltr">"None"</bdi></p> }.into_any(),
    }
}

#[component]
fn Concept(concept: ConceptText, tongue: Tongue) -> impl IntoView {
    let ConceptText {
        core,
        sentence,
        works,
        frame,
    } = concept;
    let english = view! { <Sentences sentences=core.english /> }.into_any();
    let home = view! { <Sentences sentences=core.home /> }.into_any();
    let has_works = sentence.is_some() || works.english.is_some() || works.home.is_some();
    let sentence = sentence.map(|text| view! { <p><q class="pair-quote">{text}</q></p> });
    let work_english = view! { {sentence} {paragraph(works.english)} }.into_any();
    let work_home = paragraph(works.home);
    view! {
        <Part title="The idea" tongue=tongue.clone() english=english home=Some(home) />
        {has_works.then(|| view! {
            <Part
                title="How this sentence works"
                tongue=tongue.clone()
                english=work_english
                home=Some(work_home)
            />
        })}
        {frame.map(|frame| {
            let english = view! { <p>{frame}</p> }.into_any();
            view! { <Part title="Say it in English" tongue=tongue english=english home=None /> }
        })}
    }
}

#[component]
fn Card(term: TermText, tongue: Tongue) -> impl IntoView {
    let about = format!(
        "{} · {}",
        wording::part(term.part_of_speech),
        wording::tier(term.tier)
    );
    let english = view! {
        <p><bdi class="term pair-word" lang="en" dir="ltr">{term.en}</bdi></p>
        <p class="soft">{about}</p>
    }
    .into_any();
    let home = view! {
        <p class="pair-word">{term.equivalent}</p>
        <p class="soft"><bdi lang="en" dir="ltr">{wording::cognate(term.cognate)}</bdi></p>
    }
    .into_any();
    let gloss = view! { <p>{term.gloss}</p> }.into_any();
    let explanation = paragraph(Some(term.explanation));
    let has_sense = term.everyday.is_some() || term.note.is_some();
    let everyday = paragraph(
        term.everyday
            .map(|text| vec![item_bank::Inline::Text(text)]),
    );
    let note = paragraph(term.note);
    view! {
        <Part title="Word" tongue=tongue.clone() english=english home=Some(home) />
        <Part title="Meaning" tongue=tongue.clone() english=gloss home=Some(explanation) />
        {has_sense.then(|| view! {
            <Part
                title="Everyday and school"
                tongue=tongue.clone()
                english=everyday
                home=Some(note)
            />
        })}
        {term.picture.map(|picture| {
            let english = view! { <FigureView figure=picture /> }.into_any();
            view! { <Part title="Picture" tongue=tongue english=english home=None /> }
        })}
    }
}

#[component]
fn Rows(rows: Vec<TextRow>, tongue: Tongue, caption: String) -> impl IntoView {
    let row = |row: TextRow| {
        let missing = row.home.trim().is_empty();
        view! {
            <tr>
                <th scope="row" class="pair-key">{row.key}</th>
                <td lang="en" dir="ltr">{row.english}</td>
                {if missing {
                    view! { <td class="soft">"Nobody wrote it yet"</td> }.into_any()
                } else {
                    view! { <td lang=tongue.tag.clone() dir=tongue.dir()>{row.home}</td> }.into_any()
                }}
            </tr>
        }
    };
    let rows = list(rows.into_iter().map(row));
    view! {
        <table class="pair-table">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"Where"</th>
                    <th scope="col">"English"</th>
                    <th scope="col">"Home language"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
