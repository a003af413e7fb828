//! A language pack against the bank.

use super::Sink;
use crate::Bank;
use crate::bridge::labels::LABELS;
use crate::bridge::{Concept, LanguagePack};
use crate::rich::{Inline, Rich};

/// A concept core is one to three sentences.
const MAX_SENTENCES: usize = 3;
/// Characters a core may hold, all sentences together.
const MAX_CORE: usize = 420;

pub(super) fn check(bank: &Bank, language: &LanguagePack, sink: &mut Sink) {
    for (key, english) in LABELS {
        if language
            .labels
            .get(*key)
            .is_none_or(|label| label.trim().is_empty())
        {
            sink.fail(format!("the label '{key}' ({english}) is missing"));
        }
    }
    for key in language.labels.keys() {
        if !LABELS.iter().any(|(known, _)| known == key) {
            sink.fail(format!("the label '{key}' is used nowhere"));
        }
    }
    for skill in bank.skills() {
        match language.concepts.get(&skill.code) {
            None => sink.fail(format!("no concept for {}", skill.code)),
            Some(concept) => check_concept(bank, language, &skill.code.to_string(), concept, sink),
        }
    }
    for code in language
        .concepts
        .keys()
        .filter(|code| bank.skill(code).is_none())
    {
        sink.fail(format!(
            "a concept for '{code}', which is not a skill of the bank"
        ));
    }
    for term in bank
        .templates()
        .flat_map(|t| t.terms.iter().chain(&t.construct_terms))
    {
        if !language.terms.contains_key(term) {
            sink.fail(format!("no card for the term '{term}'"));
        }
    }
    for (id, term) in &language.terms {
        if term.equivalent.trim().is_empty() || term.explanation.is_empty() {
            sink.fail(format!(
                "the card '{id}' lacks its equivalent or explanation"
            ));
        }
        let texts = [Some(&term.explanation), term.note.as_ref()];
        texts
            .into_iter()
            .flatten()
            .for_each(|text| check_marks(language, text, sink));
    }
}

fn check_concept(
    bank: &Bank,
    language: &LanguagePack,
    code: &str,
    concept: &Concept,
    sink: &mut Sink,
) {
    if concept.core.is_empty() || concept.core.len() > MAX_SENTENCES {
        sink.fail(format!("{code}: a core has 1 to {MAX_SENTENCES} entries"));
    }
    let length: usize = concept
        .core
        .iter()
        .map(|s| crate::plain(s).chars().count())
        .sum();
    if length > MAX_CORE {
        sink.fail(format!(
            "{code}: the core has {length} characters, over {MAX_CORE}"
        ));
    }
    let marked = |texts: &[Rich]| texts.iter().flatten().any(|i| matches!(i, Inline::Term(_)));
    if !marked(&concept.core) {
        sink.fail(format!("{code}: the core keeps no English term"));
    }
    for text in &concept.core {
        check_marks(language, text, sink);
    }
    for text in &concept.core {
        check_equivalents(bank, language, code, text, sink);
    }
}

fn check_marks(language: &LanguagePack, text: &Rich, sink: &mut Sink) {
    for inline in text {
        if let Inline::Term(mark) = inline
            && !language.terms.contains_key(&mark.id)
        {
            sink.fail(format!(
                "[[{}]] names the card '{}', which is not there",
                mark.text, mark.id
            ));
        }
    }
}

/// The home-language word must not stand where the English one is to be learned.
fn check_equivalents(
    bank: &Bank,
    language: &LanguagePack,
    code: &str,
    text: &Rich,
    sink: &mut Sink,
) {
    let words: String = text
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) => text.to_lowercase(),
            Inline::Term(_) | Inline::Math(_) => " · ".to_owned(),
        })
        .collect();
    for inline in text {
        let Inline::Term(mark) = inline else { continue };
        let Some(term) = language.terms.get(&mark.id) else {
            continue;
        };
        for equivalent in term.equivalent.to_lowercase().split(", ") {
            if stands_alone(&words, equivalent) {
                sink.fail(format!(
                    "{code}: '{equivalent}' stands in the core beside the English '{}' it would replace",
                    bank.english().terms.get(&mark.id).map_or("", |en| en.en.as_str())
                ));
            }
        }
    }
}

fn stands_alone(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphabetic());
    text.match_indices(word).any(|(at, found)| {
        edge(text[..at].chars().next_back()) && edge(text[at + found.len()..].chars().next())
    })
}
