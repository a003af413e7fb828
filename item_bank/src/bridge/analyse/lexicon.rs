//! The bank's terms, ready to be found in running text.

use std::collections::{BTreeSet, HashMap};

use rust_stemmers::{Algorithm, Stemmer};

use crate::bridge::words::fold;
use crate::bridge::{English, PartOfSpeech};
use crate::rich::{Inline, Rich};
use crate::{Bank, PassageId, SkillCode, TermId};

/// Where a term is at home: the domains and passages whose ideas and questions use it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Home<'a> {
    Domain(&'a str),
    Passage(&'a PassageId),
}

/// A way a term may be written.
pub(super) struct Phrase<'a> {
    pub term: &'a TermId,
    /// Folded words.
    pub words: Vec<String>,
}

pub(super) struct Lexicon<'a> {
    pub english: &'a English,
    stemmer: Stemmer,
    /// By the stem of their first word, the longest first.
    phrases: HashMap<String, Vec<Phrase<'a>>>,
    pub homes: HashMap<&'a TermId, BTreeSet<Home<'a>>>,
    /// Terms that a skill's questions name, and how often.
    pub of_questions: HashMap<&'a SkillCode, BTreeSet<&'a TermId>>,
}

impl<'a> Lexicon<'a> {
    pub fn of(bank: &'a Bank) -> Self {
        let english = bank.english();
        let stemmer = Stemmer::create(Algorithm::English);
        let mut phrases: HashMap<String, Vec<Phrase<'_>>> = HashMap::new();
        for (id, term) in &english.terms {
            let all = [&term.en].into_iter().chain(&term.forms);
            for text in all.map(|text| fold(text)).collect::<BTreeSet<_>>() {
                let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
                let first = stemmer.stem(&words[0]).into_owned();
                phrases
                    .entry(first)
                    .or_default()
                    .push(Phrase { term: id, words });
            }
        }
        for list in phrases.values_mut() {
            list.sort_by_key(|phrase| usize::MAX - phrase.words.len());
        }
        let mut lexicon = Self {
            english,
            stemmer,
            phrases,
            homes: HashMap::new(),
            of_questions: HashMap::new(),
        };
        lexicon.settle(bank);
        lexicon
    }

    fn settle(&mut self, bank: &'a Bank) {
        // what a reading question names is its passage's, not its skill's
        for template in bank.templates().filter(|t| t.passage.is_none()) {
            let terms = template.terms.iter().chain(&template.construct_terms);
            self.of_questions
                .entry(&template.skill)
                .or_default()
                .extend(terms);
        }
        for skill in bank.skills() {
            let core = self.english.concepts.get(&skill.code);
            let in_core = core.into_iter().flat_map(|concept| terms_of(&concept.core));
            let asked = self
                .of_questions
                .get(&skill.code)
                .into_iter()
                .flatten()
                .copied();
            for term in in_core.chain(asked) {
                self.homes
                    .entry(term)
                    .or_default()
                    .insert(Home::Domain(&skill.domain));
            }
        }
        for passage in bank.passages() {
            let core = self.english.passages.get(&passage.id);
            let in_core = core.into_iter().flat_map(|concept| terms_of(&concept.core));
            for term in in_core.chain(&passage.terms) {
                self.homes
                    .entry(term)
                    .or_default()
                    .insert(Home::Passage(&passage.id));
            }
        }
    }

    pub fn stem(&self, word: &str) -> String {
        self.stemmer.stem(word).into_owned()
    }

    /// The longest term that starts with the first of these words, and how many of them it takes.
    pub fn at_start_of(&self, words: &[&str]) -> Option<(&'a TermId, usize)> {
        let first = words.first()?;
        let phrases = self.phrases.get(self.stemmer.stem(first).as_ref())?;
        let exact = |phrase: &&Phrase<'_>| {
            phrase
                .words
                .iter()
                .eq(words.iter().take(phrase.words.len()))
        };
        let near = |phrase: &&Phrase<'_>| {
            let part = self.english.terms[phrase.term].part_of_speech;
            phrase.words.len() <= words.len()
                && phrase
                    .words
                    .iter()
                    .zip(words)
                    .all(|(form, word)| is_inflected(form, word, part))
        };
        let longest = phrases.iter().find(exact);
        let longer = phrases.iter().find(near);
        // the longest wins, of equally long ones the one that stands there exactly
        let best = match (longest, longer) {
            (Some(exact), Some(near)) if near.words.len() > exact.words.len() => near,
            (Some(exact), _) => exact,
            (None, near) => near?,
        };
        Some((best.term, best.words.len()))
    }
}

pub(super) fn terms_of(core: &[Rich]) -> impl Iterator<Item = &TermId> {
    core.iter().flatten().filter_map(|inline| match inline {
        Inline::Term(mark) => Some(&mark.id),
        _ => None,
    })
}

/// Whether two words differ by an inflection that the part of speech has. A stemmer alone takes
/// "numerous" for "numerator" and "evening" for "even".
fn is_inflected(form: &str, word: &str, part: PartOfSpeech) -> bool {
    const NOUN: &[&str] = &["", "s", "es", "y", "ies", "'s", "s'"];
    const VERB: &[&str] = &["", "s", "es", "y", "ies", "ied", "d", "ed", "ing", "e"];
    if form == word {
        return true;
    }
    let shared = form
        .bytes()
        .zip(word.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let endings = match part {
        PartOfSpeech::Noun | PartOfSpeech::Phrase => NOUN,
        PartOfSpeech::Verb => VERB,
        PartOfSpeech::Adjective => return false,
    };
    let (Some(one), Some(other)) = (form.get(shared..), word.get(shared..)) else {
        return false;
    };
    shared >= 3 && endings.contains(&one) && endings.contains(&other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_are_not_other_words() {
        use PartOfSpeech::{Adjective, Noun, Verb};
        for (form, word, part, same) in [
            ("ratio", "ratios", Noun, true),
            ("quantity", "quantities", Noun, true),
            ("estimate", "estimating", Verb, true),
            ("multiply", "multiplied", Verb, true),
            ("numerator", "numerous", Noun, false),
            ("even", "evening", Adjective, false),
            ("unit", "united", Noun, false),
            ("mean", "meaning", Noun, false),
            ("ratio", "ration", Noun, false),
        ] {
            assert_eq!(is_inflected(form, word, part), same, "{form} {word}");
        }
    }
}
