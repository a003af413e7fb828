//! What Trellis finds in a text, as the wire has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use api::{
    AnalysedSentence, Analysis, FoundConcept, FoundTerm, MAX_WORDS, SentenceMark, UnknownWord,
};
use item_bank::bridge::UnitId;
use item_bank::bridge::analyse::{self, AnalyseError};
use item_bank::{Bank, TermId};

use super::blocking;
use crate::content::Content;
use crate::error::{Refusal, Reply};

/// Away from the threads that answer.
pub async fn analyse(bank: &Arc<Content>, text: &str) -> Reply<Analysis> {
    let (bank, text) = (Arc::clone(bank), text.to_owned());
    let found = blocking(move || analyse_here(&bank, &text)).await?;
    found.map_err(|error| {
        Refusal::malformed(
            format!("It cannot be analysed: {error}."),
            format!("Paste a text of 1 to {MAX_WORDS} words."),
        )
        .field("text")
    })
}

pub fn analyse_here(bank: &Bank, text: &str) -> Result<Analysis, AnalyseError> {
    let found = analyse::analyse(bank, text)?;
    Ok(on_the_wire(bank, found))
}

fn on_the_wire(bank: &Bank, found: analyse::Analysis) -> Analysis {
    let text = &found.text;
    let sentences = found.sentences.iter().enumerate();
    let sentences = sentences.map(|(at, sentence)| {
        let marks = found.terms.iter().filter(|term| term.sentence == at);
        AnalysedSentence {
            paragraph: short(sentence.paragraph),
            text: text
                .get(sentence.start..sentence.end)
                .unwrap_or_default()
                .to_owned(),
            key: sentence.key,
            score: sentence.score,
            reasons: sentence.reasons.clone(),
            marks: marks
                .map(|term| SentenceMark {
                    term: term.term.clone(),
                    start: term.start.saturating_sub(sentence.start) as u32,
                    end: term.end.saturating_sub(sentence.start) as u32,
                })
                .collect(),
        }
    });
    Analysis {
        words: found.words,
        sentences: sentences.collect(),
        terms: terms(bank, &found),
        no_concept: found.no_concept,
        concepts: found
            .concepts
            .into_iter()
            .map(|concept| FoundConcept {
                title: title_of(bank, &concept.topic),
                topic: concept.topic,
                score: concept.score,
                margin: concept.margin,
                reasons: concept.reasons,
                matched: concept.matched,
            })
            .collect(),
        unknown: found
            .unknown
            .into_iter()
            .map(|word| UnknownWord {
                word: word.word,
                count: word.count,
                sentence: short(word.sentence),
                reason: word.reason,
            })
            .collect(),
    }
}

/// Each term once, by its first place.
fn terms(bank: &Bank, found: &analyse::Analysis) -> Vec<FoundTerm> {
    let mut counts: BTreeMap<&TermId, u32> = BTreeMap::new();
    let mut order: Vec<&TermId> = Vec::new();
    for term in &found.terms {
        let count = counts.entry(&term.term).or_default();
        *count += 1;
        if *count == 1 {
            order.push(&term.term);
        }
    }
    let english = bank.english();
    let one = |id: &TermId| {
        let card = english.terms.get(id)?;
        Some(FoundTerm {
            term: id.clone(),
            en: card.en.clone(),
            tier: card.tier.into(),
            gloss: card.gloss.clone(),
            count: counts.get(id).copied().unwrap_or(0),
        })
    };
    order.into_iter().filter_map(one).collect()
}

/// Of a skill or a passage, for people.
pub fn title_of(bank: &Bank, topic: &UnitId) -> String {
    let title = match topic {
        UnitId::Skill(code) => bank.skill(code).map(|skill| skill.title.clone()),
        UnitId::Passage(id) => bank.passage(id).map(|passage| passage.title.clone()),
        _ => None,
    };
    title.unwrap_or_else(|| topic.to_string())
}

fn short(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
