//! Words of a text that the bank has no card for and that a student may not know.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::found::UnknownWord;
use super::lexicon::Lexicon;
use super::segment::Word;

/// Candidates shown at most.
const SHOWN: usize = 40;
/// Shorter words are common, or no words.
const MIN_LETTERS: usize = 4;
/// How words of schoolbooks end.
const ACADEMIC: &[&str] = &[
    "tion", "sion", "sis", "ment", "ity", "ism", "logy", "graphy", "ture", "ence", "ance", "ate",
    "phere", "meter", "cracy", "nomy", "ous", "ive", "ize", "ist", "gen", "ical", "ial", "ium",
];
/// Units and the like: known or learned elsewhere.
const UNITS: &[&str] = &[
    "centimeter",
    "millimeter",
    "kilometer",
    "kilogram",
    "milligram",
    "milliliter",
    "fahrenheit",
    "celsius",
    "ounce",
    "gallon",
    "quart",
    "pint",
    "tablespoon",
    "teaspoon",
    "million",
    "billion",
    "trillion",
    "percent",
    "degrees",
    "liter",
    "meter",
    "gram",
    "mile",
    "acre",
];

/// About three thousand of the most common English words, inflections aside; written for Trellis.
static COMMON: &str = include_str!("common.txt");

fn common_stems() -> &'static HashSet<String> {
    static STEMS: OnceLock<HashSet<String>> = OnceLock::new();
    STEMS.get_or_init(|| {
        let stemmer = Stemmer::create(Algorithm::English);
        let words = COMMON.split_whitespace().chain(UNITS.iter().copied());
        words.map(|word| stemmer.stem(word).into_owned()).collect()
    })
}

pub(super) fn find(lexicon: &Lexicon<'_>, words: &[Word], covered: &[bool]) -> Vec<UnknownWord> {
    let common = common_stems();
    let names = names(words);
    let mut found: BTreeMap<String, UnknownWord> = BTreeMap::new();
    for (word, covered) in words.iter().zip(covered) {
        let stem = lexicon.stem(&word.lower);
        let plain = word.lower.chars().all(char::is_alphabetic);
        let short = word.lower.chars().count() < MIN_LETTERS;
        let known = common.contains(&stem) || is_of_common(lexicon, common, &word.lower);
        if *covered || !plain || short || known || names.contains(&word.lower) {
            continue;
        }
        let unknown = found.entry(stem).or_insert_with(|| UnknownWord {
            word: word.lower.clone(),
            count: 0,
            sentence: word.sentence,
            reason: String::new(),
        });
        unknown.count += 1;
    }
    let mut found: Vec<UnknownWord> = found.into_values().collect();
    for unknown in &mut found {
        unknown.reason = reason(unknown);
    }
    // the most frequent first, then as they come in the text
    found.sort_by_key(|unknown| {
        (
            u32::MAX - unknown.count,
            unknown.sentence,
            unknown.word.clone(),
        )
    });
    found.truncate(SHOWN);
    found
}

/// "longer", "heaviest", "divers": a common word with an ending that the stemmer leaves.
fn is_of_common(lexicon: &Lexicon<'_>, common: &HashSet<String>, word: &str) -> bool {
    let ending = ["iest", "est", "iers", "ier", "ers", "er"]
        .into_iter()
        .find_map(|end| Some((word.strip_suffix(end)?, end.starts_with('i'))));
    let Some((root, of_y)) = ending else {
        return false;
    };
    let half = root.len().saturating_sub(1);
    let doubled =
        root.len() > 3 && root.is_char_boundary(half) && root[..half].ends_with(&root[half..]);
    let once = if doubled { &root[..half] } else { root };
    let last = if of_y { "y" } else { "e" };
    [root.to_owned(), once.to_owned(), format!("{root}{last}")]
        .iter()
        .any(|root| root.len() > 2 && common.contains(&lexicon.stem(root)))
}

fn reason(unknown: &UnknownWord) -> String {
    let ending = ACADEMIC.iter().find(|end| unknown.word.ends_with(*end));
    let often = match unknown.count {
        1 => String::new(),
        n => format!(", {n} times here"),
    };
    match ending {
        Some(end) => format!(
            "not a common word, with the academic ending -{end}{often}; no card explains it"
        ),
        None => format!("not a common word{often}; no card explains it"),
    }
}

/// Words that stand with a capital amid a sentence, or only at the start of sentences without ever
/// being seen in lower case and without an academic ending.
fn names(words: &[Word]) -> BTreeSet<String> {
    let mut lower: BTreeSet<&str> = BTreeSet::new();
    let mut amid: BTreeSet<&str> = BTreeSet::new();
    let mut first: BTreeSet<&str> = BTreeSet::new();
    for word in words {
        let set = match (word.capital, word.first) {
            (false, _) => &mut lower,
            (true, false) => &mut amid,
            (true, true) => &mut first,
        };
        set.insert(&word.lower);
    }
    let academic = |word: &str| ACADEMIC.iter().any(|end| word.ends_with(end));
    let is_name = |word: &&str| amid.contains(*word) || !academic(word);
    let capitals = amid.union(&first).filter(|word| !lower.contains(**word));
    capitals
        .copied()
        .filter(is_name)
        .map(str::to_owned)
        .collect()
}
