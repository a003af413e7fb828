//! A word: the English term first and largest, everything else in its service.

use std::sync::Arc;

use item_bank::bridge::{Cognate, PartOfSpeech, Term, TermEn};
use leptos::prelude::*;

use super::panel::label;
use crate::components::RichText;
use crate::state::BridgePacks;

#[component]
pub fn WordCard(
    pack: Arc<BridgePacks>,
    term: Term,
    english: TermEn,
    /// Part of what the question tests: never explained while it is open.
    assessed: bool,
    dir: &'static str,
) -> impl IntoView {
    let pack = &pack.home;
    let language = pack.language.as_str().to_owned();
    let part = match english.part_of_speech {
        PartOfSpeech::Noun => "noun",
        PartOfSpeech::Verb => "verb",
        PartOfSpeech::Adjective => "adjective",
        PartOfSpeech::Phrase => "phrase",
    };
    let head = view! {
        <p class="word-head" lang="en" dir="ltr">
            <bdi class="word-term" lang="en" dir="ltr">{english.en}</bdi>
            " "
            <span class="word-part">{part}</span>
        </p>
    };
    if assessed {
        return view! {
            <li class="word word-assessed">
                {head}
                <p lang=language dir=dir>{label(pack, "assessed")}</p>
            </li>
        }
        .into_any();
    }
    let kinship = match term.cognate {
        Cognate::Yes => "cognate",
        Cognate::No => "no-cognate",
        Cognate::FalseFriend => "false-friend",
    };
    view! {
        <li class="word">
            {head}
            <p class="word-gloss" lang="en" dir="ltr">{english.gloss}</p>
            <div lang=language.clone() dir=dir>
                <p>
                    <RichText value=term.explanation />
                </p>
                <p class="word-equivalent">{term.equivalent}</p>
                <p class="word-kin" data-kin=kinship>{label(pack, kinship)}</p>
                {term
                    .note
                    .map(|note| {
                        view! {
                            <p class="word-note">
                                <b>{label(pack, "everyday")} ": "</b>
                                <RichText value=note />
                            </p>
                        }
                            .into_any()
                    })}
            </div>
        </li>
    }
    .into_any()
}
