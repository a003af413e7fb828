//! Which ideas of the bank a text rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::found::ConceptFound;
use super::lexicon::{Lexicon, terms_of};
use super::terms::Found;
use crate::bridge::{Tier, UnitId};
use crate::{Bank, TermId};

/// Ideas shown to the teacher.
const SHOWN: usize = 3;
/// A term that the idea itself marks, and one that only its questions name.
const IN_CORE: f32 = 1.0;
const IN_QUESTIONS: f32 = 0.5;
/// A score that one frequent term reaches by itself says nothing.
const MIN_SCORE: f32 = 3.0;

pub(super) const NO_CONCEPT: &str =
    "No concept of the bank matches: too few of its terms stand in this text together.";

/// What an idea is known by.
struct Topic<'a> {
    id: UnitId,
    weights: BTreeMap<&'a TermId, f32>,
}

/// The likeliest ideas with their reasons; none when all of them are below the margin.
pub(super) fn find(bank: &Bank, lexicon: &Lexicon<'_>, found: &Found<'_>) -> Vec<ConceptFound> {
    let topics = topics(bank, lexicon);
    let mut frequency: BTreeMap<&TermId, f32> = BTreeMap::new();
    for term in topics.iter().flat_map(|topic| topic.weights.keys()) {
        *frequency.entry(term).or_default() += 1.0;
    }
    let all = topics.len() as f32;
    let rarity = |term: &TermId| libm::logf(all / frequency.get(term).copied().unwrap_or(1.0));
    let mut scored: Vec<ConceptFound> = topics
        .iter()
        .filter_map(|topic| score(lexicon, found, topic, &rarity))
        .collect();
    // equal scores stay in teaching order
    scored.sort_by(|a, b| b.score.total_cmp(&a.score));
    let next: Vec<f32> = scored.iter().skip(1).map(|next| next.score).collect();
    for (n, concept) in scored.iter_mut().enumerate().take(SHOWN) {
        concept.margin = 1.0 - next.get(n).copied().unwrap_or(0.0) / concept.score;
    }
    scored.truncate(SHOWN);
    scored
}

fn topics<'a>(bank: &'a Bank, lexicon: &Lexicon<'a>) -> Vec<Topic<'a>> {
    let english = lexicon.english;
    let skills = bank.skills().iter().map(|skill| {
        let core = english.concepts.get(&skill.code);
        let asked = lexicon.of_questions.get(&skill.code);
        Topic {
            id: UnitId::Skill(skill.code.clone()),
            weights: weights(
                core.into_iter().flat_map(|c| terms_of(&c.core)),
                asked.into_iter().flatten().copied(),
            ),
        }
    });
    let passages = bank.passages().iter().map(|passage| {
        let core = english.passages.get(&passage.id);
        Topic {
            id: UnitId::Passage(passage.id.clone()),
            weights: weights(
                core.into_iter().flat_map(|c| terms_of(&c.core)),
                passage.terms.iter(),
            ),
        }
    });
    skills.chain(passages).collect()
}

fn weights<'a>(
    core: impl Iterator<Item = &'a TermId>,
    asked: impl Iterator<Item = &'a TermId>,
) -> BTreeMap<&'a TermId, f32> {
    let asked = asked.map(|term| (term, IN_QUESTIONS));
    asked.chain(core.map(|term| (term, IN_CORE))).collect()
}

fn score(
    lexicon: &Lexicon<'_>,
    found: &Found<'_>,
    topic: &Topic<'_>,
    rarity: &dyn Fn(&TermId) -> f32,
) -> Option<ConceptFound> {
    let mut parts: Vec<(&TermId, f32)> = Vec::new();
    for (term, weight) in &topic.weights {
        if let Some(count) = found.counts.get(term) {
            let often = 1.0 + libm::logf(*count as f32).min(1.5) / 2.0;
            parts.push((term, rarity(term) * weight * often));
        }
    }
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let matched: BTreeSet<&TermId> = parts.iter().map(|(term, _)| *term).collect();
    let of_core = |least: f32| topic.weights.iter().filter(move |(_, w)| **w >= least);
    let in_core = of_core(IN_CORE)
        .filter(|(term, _)| matched.contains(*term))
        .count();
    let whole = of_core(IN_CORE).count().max(1);
    // an idea of which much is there before one of which little is there
    let covered = 0.5 + 0.5 * in_core as f32 / whole as f32;
    let score = covered * parts.iter().map(|(_, part)| part).sum::<f32>();
    // one word is an idea only when the idea itself is built on it
    let alone = parts.len() == 1 && {
        let term = &lexicon.english.terms[parts[0].0];
        term.tier != Tier::Three || in_core == 0
    };
    (score >= MIN_SCORE && !alone).then(|| ConceptFound {
        topic: topic.id.clone(),
        score,
        margin: 0.0,
        reasons: parts
            .iter()
            .map(|(term, _)| reason(lexicon, found, topic, term))
            .collect(),
        matched: parts.iter().map(|(term, _)| (*term).clone()).collect(),
    })
}

fn reason(lexicon: &Lexicon<'_>, found: &Found<'_>, topic: &Topic<'_>, term: &TermId) -> String {
    let word = |term: &TermId| lexicon.english.terms[term].en.clone();
    let times = match found.counts.get(term).copied().unwrap_or(1) {
        1 => String::new(),
        2 => " twice".to_owned(),
        n => format!(" {n} times"),
    };
    let is_core = topic
        .weights
        .get(term)
        .is_some_and(|weight| *weight >= IN_CORE);
    let place = match (&topic.id, is_core) {
        (_, true) => "the idea itself uses it",
        (UnitId::Passage(_), false) => "the passage uses it",
        _ => "its questions use it",
    };
    let support = found.supported.get(term).map_or(String::new(), |by| {
        format!(
            "; it has an everyday meaning too, but '{}' is in this text",
            word(by)
        )
    });
    format!("'{}' is in the text{times}: {place}{support}", word(term))
}
