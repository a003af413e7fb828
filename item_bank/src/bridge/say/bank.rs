//! The words to choose from.

use super::task::{SayTask, Topic, concept, marks};
use crate::TermId;
use crate::bridge::words::{fold, has_words};
use crate::bridge::{ConceptEn, English, PartOfSpeech, TermEn};

/// Words beside the right one.
const OTHERS: usize = 3;

/// The word as it stands in the sentence among others that could be meant: of the same idea, then of
/// ideas near it, then of the whole bank.
pub(super) fn word_bank(
    english: &English,
    task: &SayTask,
    term: &TermEn,
    shown: &str,
) -> Vec<String> {
    let turn = turn_of(task);
    let mut bank: Vec<String> = Vec::with_capacity(OTHERS + 1);
    let mut offer = |id: &TermId, alike: bool| {
        let Some(other) = english.terms.get(id) else {
            return;
        };
        if bank.len() == OTHERS || alike && !is_alike(other.part_of_speech, term.part_of_speech) {
            return;
        }
        let word = in_the_shape_of(other, term, shown);
        let folded = fold(&word);
        let taken = bank.iter().any(|there| fold(there) == folded);
        if !taken && !could_be_meant(term, shown, &folded) {
            bank.push(word);
        }
    };
    let own = own_idea(english, task);
    own.into_iter()
        .flat_map(|own| own.core.iter().flat_map(marks))
        .for_each(|mark| offer(&mark.id, false));
    if let Some(skill) = &task.skill {
        let mut near: Vec<_> = english.concepts.iter().collect();
        near.sort_by_key(|(code, _)| usize::MAX - nearness(code.as_str(), skill.as_str()));
        near.iter()
            .flat_map(|(_, concept)| concept.core.iter().flat_map(marks))
            .for_each(|mark| offer(&mark.id, true));
    }
    let ids: Vec<&TermId> = english.terms.keys().collect();
    let start = turn as usize % ids.len().max(1);
    let (later, first) = ids.split_at(start);
    let around = || first.iter().chain(later);
    around().for_each(|id| offer(id, true));
    around().for_each(|id| offer(id, false));
    let place = (turn >> 32) as usize % (bank.len() + 1);
    bank.insert(place, shown.to_owned());
    bank
}

/// The words of the idea, the one that is asked for among them.
pub(super) fn own_words(
    english: &English,
    task: &SayTask,
    concept: Option<&ConceptEn>,
) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let of_idea = concept.into_iter().flat_map(|c| c.core.iter());
    let ids = of_idea.flat_map(marks).map(|mark| &mark.id);
    for term in ids
        .chain([&task.term])
        .filter_map(|id| english.terms.get(id))
    {
        if !words.contains(&term.en) {
            words.push(term.en.clone());
        }
    }
    words
}

/// The idea the word stands in; of a word by itself, the first that marks it.
fn own_idea<'e>(english: &'e English, task: &SayTask) -> Option<&'e ConceptEn> {
    match (&task.skill, &task.passage) {
        (Some(skill), _) => concept(english, Topic::Skill(skill)),
        (None, Some(passage)) => concept(english, Topic::Passage(passage)),
        (None, None) => {
            let marked = |concept: &&ConceptEn| {
                let mut all = concept.core.iter().flat_map(marks);
                all.any(|mark| mark.id == task.term)
            };
            english.concepts.values().find(marked)
        }
    }
}

/// "fractions" and "equivalent fractions" may both fill a gap, and so may two forms of a word.
fn could_be_meant(term: &TermEn, shown: &str, other: &str) -> bool {
    let forms = term.forms.iter().map(String::as_str);
    [term.en.as_str(), shown]
        .into_iter()
        .chain(forms)
        .any(|form| {
            let form = fold(form);
            has_words(&form, other) || has_words(other, &form)
        })
}

/// A phrase stands where a noun stands.
fn is_alike(one: PartOfSpeech, other: PartOfSpeech) -> bool {
    let kind = |part| match part {
        PartOfSpeech::Phrase => PartOfSpeech::Noun,
        part => part,
    };
    kind(one) == kind(other)
}

/// A plural among plurals, a capital among capitals: the shape must not give the word away.
fn in_the_shape_of(other: &TermEn, term: &TermEn, shown: &str) -> String {
    let ending = ["ing", "ed", "s"]
        .into_iter()
        .find(|end| fold(shown).ends_with(end) && !fold(&term.en).ends_with(end));
    let form = ending.and_then(|end| {
        let fits = |form: &&String| form.ends_with(end);
        other
            .forms
            .iter()
            .find(fits)
            .filter(|_| !other.en.ends_with(end))
    });
    let form = form.unwrap_or(&other.en);
    let mut letters = form.chars();
    match (shown.chars().next(), letters.next()) {
        (Some(first), Some(letter)) if first.is_uppercase() => {
            letter.to_uppercase().chain(letters).collect()
        }
        _ => form.clone(),
    }
}

/// Letters two codes share from the start; more when they are of one domain (`4.NF…`, `5.NF…`).
fn nearness(one: &str, other: &str) -> usize {
    let domain = |code| str::split(code, '.').nth(1).map(str::to_owned);
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let of_domain = domain(one).is_some() && domain(one) == domain(other);
    shared.count() + if of_domain { 64 } else { 0 }
}

/// A number that differs from task to task and is the same on every machine (FNV-1a).
fn turn_of(task: &SayTask) -> u64 {
    let topic = match (&task.skill, &task.passage) {
        (Some(skill), _) => skill.as_str(),
        (None, Some(passage)) => passage.as_str(),
        (None, None) => "",
    };
    let bytes = topic.bytes().chain([b'/', task.sentence]);
    let bytes = bytes.chain(task.term.as_str().bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    // the last letters of FNV reach the upper half only weakly
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}
