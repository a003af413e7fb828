//! The bank's terms in the text.

use std::collections::{BTreeMap, BTreeSet};

use super::found::TermFound;
use super::lexicon::{Home, Lexicon};
use super::segment::Word;
use crate::TermId;
use crate::bridge::Tier;
use crate::bridge::words::fold;

/// Words that the longest card has, and one more.
const MAX_WORDS: usize = 8;
/// A term at home in more places than this says nothing about the place.
const MAX_HOMES: usize = 4;

pub(super) struct Found<'a> {
    pub terms: Vec<TermFound>,
    pub counts: BTreeMap<&'a TermId, u32>,
    /// Of words that have an everyday meaning too: the term nearby that says the school one is meant.
    pub supported: BTreeMap<&'a TermId, &'a TermId>,
    /// Words of the text that belong to a term, everyday ones too, by index.
    pub covered: Vec<bool>,
}

/// Multi-word terms before shorter ones, from left to right.
pub(super) fn find<'a>(lexicon: &Lexicon<'a>, words: &[Word]) -> Found<'a> {
    let mut places: Vec<(&TermId, usize, usize)> = Vec::new();
    let mut covered = vec![false; words.len()];
    let folded: Vec<String> = words.iter().map(|word| fold(&word.lower)).collect();
    let mut at = 0;
    while at < words.len() {
        let joined = |n: &usize| *n == at || words[*n].joined;
        let run: Vec<&str> = (at..words.len().min(at + MAX_WORDS))
            .take_while(joined)
            .map(|n| folded[n].as_str())
            .collect();
        let Some((term, length)) = lexicon.at_start_of(&run) else {
            at += 1;
            continue;
        };
        covered[at..at + length].fill(true);
        // "Power" amid a sentence is a name before it is a term with an everyday meaning
        let is_name = words[at].capital && !words[at].first && is_everyday(lexicon, term);
        if !is_name {
            places.push((term, at, at + length));
        }
        at += length;
    }
    let present: BTreeSet<&TermId> = places.iter().map(|(term, ..)| *term).collect();
    let mut supported = BTreeMap::new();
    for term in present.iter().filter(|term| is_everyday(lexicon, term)) {
        if let Some(by) = supporter(lexicon, term, &present) {
            supported.insert(*term, by);
        }
    }
    let counts_here = |term: &TermId| !is_everyday(lexicon, term) || supported.contains_key(term);
    let mut counts = BTreeMap::new();
    let mut terms = Vec::new();
    for (term, from, to) in places.into_iter().filter(|(term, ..)| counts_here(term)) {
        *counts.entry(term).or_default() += 1;
        terms.push(TermFound {
            term: term.clone(),
            start: words[from].start,
            end: words[to - 1].end,
            sentence: words[from].sentence,
            tier: lexicon.english.terms[term].tier,
        });
    }
    Found {
        terms,
        counts,
        supported,
        covered,
    }
}

fn is_everyday(lexicon: &Lexicon<'_>, term: &TermId) -> bool {
    lexicon.english.terms[term].everyday.is_some()
}

/// Another term of the same neighbourhood that has no everyday meaning itself and is not at home
/// everywhere: one of the discipline before a general one.
fn supporter<'a>(
    lexicon: &Lexicon<'a>,
    term: &TermId,
    present: &BTreeSet<&'a TermId>,
) -> Option<&'a TermId> {
    let homes = lexicon.homes.get(term)?;
    let near = |other: &&&TermId| {
        let theirs = lexicon.homes.get(**other);
        let shares = theirs.is_some_and(|theirs: &BTreeSet<Home<'_>>| {
            theirs.len() <= MAX_HOMES && !theirs.is_disjoint(homes)
        });
        **other != term && shares && !is_everyday(lexicon, other)
    };
    let of_discipline = |other: &&&TermId| lexicon.english.terms[**other].tier == Tier::Three;
    let all = || present.iter().filter(near);
    all().find(of_discipline).or_else(|| all().next()).copied()
}
