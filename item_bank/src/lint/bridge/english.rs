//! The English side of the bridge.

use std::collections::BTreeMap;

use super::answers::Answers;
use crate::bridge::validate::wording::{is_form, joined};
use crate::bridge::validate::{MAX_CORE, MAX_SENTENCES, MAX_WORKS};
use crate::bridge::words::{fold, has_words};
use crate::bridge::{ConceptEn, TermEn, UnitId};
use crate::lint::Sink;
use crate::rich::{Inline, plain};
use crate::{Bank, Template, TermId};

/// Characters of a gloss, and of an everyday meaning.
const MAX_GLOSS: usize = 130;
const MAX_EVERYDAY: usize = 160;

pub(in crate::lint) fn check(bank: &Bank, answers: &Answers, sink: &mut Sink) {
    let english = bank.english();
    for skill in bank.skills() {
        if !english.concepts.contains_key(&skill.code) {
            sink.fail(format!("no idea of {}: write it in concepts/", skill.code));
        }
    }
    for passage in bank.passages() {
        if !english.passages.contains_key(&passage.id) {
            sink.fail(format!("no idea of {}: write it in concepts/", passage.id));
        }
    }
    for (code, concept) in &english.concepts {
        if bank.skill(code).is_none() {
            sink.fail(format!(
                "an idea of '{code}', which is not a skill of the bank"
            ));
            continue;
        }
        check_concept(bank, &UnitId::Skill(code.clone()), concept, answers, sink);
        let stems: Vec<String> = bank
            .templates_of(code)
            .into_iter()
            .map(stem_with_gaps)
            .collect();
        check_sentence(
            &code.to_string(),
            concept,
            &stems,
            "stem of its templates",
            sink,
        );
    }
    for (id, concept) in &english.passages {
        let Some(passage) = bank.passage(id) else {
            sink.fail(format!(
                "an idea of '{id}', which is not a passage of the bank"
            ));
            continue;
        };
        check_concept(bank, &UnitId::Passage(id.clone()), concept, answers, sink);
        let texts = passage
            .view()
            .map(|view| view.paragraphs)
            .unwrap_or_default();
        let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        check_sentence(&id.to_string(), concept, &texts, "paragraph", sink);
    }
    let mut written: BTreeMap<String, &TermId> = BTreeMap::new();
    for (id, term) in &english.terms {
        check_term(id, term, sink);
        for form in [&term.en]
            .into_iter()
            .chain(&term.forms)
            .map(|form| fold(form))
        {
            if let Some(other) = written
                .insert(form.clone(), id)
                .filter(|other| *other != id)
            {
                sink.warn(format!("'{form}' is written for '{other}' and for '{id}'"));
            }
        }
    }
    for (id, verb) in &english.verbs {
        if verb.forms.is_empty() || verb.gloss.trim().is_empty() {
            sink.fail(format!("the verb '{id}' lacks its forms or gloss"));
        }
    }
}

fn check_concept(
    bank: &Bank,
    topic: &UnitId,
    concept: &ConceptEn,
    answers: &Answers,
    sink: &mut Sink,
) {
    let length: usize = concept
        .core
        .iter()
        .map(|text| plain(text).chars().count())
        .sum();
    if concept.core.is_empty() || concept.core.len() > MAX_SENTENCES || length > MAX_CORE {
        sink.fail(format!(
            "{topic}: a core has 1 to {MAX_SENTENCES} entries and {MAX_CORE} characters; this one {} and {length}",
            concept.core.len()
        ));
    }
    let works = concept
        .works
        .as_ref()
        .map_or(0, |works| plain(works).chars().count());
    if works > MAX_WORKS {
        sink.fail(format!(
            "{topic}: `works` has {works} characters, over {MAX_WORKS}"
        ));
    }
    let mut marks = 0;
    for inline in concept.core.iter().chain(&concept.works).flatten() {
        let Inline::Term(mark) = inline else { continue };
        marks += 1;
        match bank.english().terms.get(&mark.id) {
            None => sink.fail(format!(
                "{topic}: [[{}]] has no card '{}'",
                mark.text, mark.id
            )),
            Some(term) => {
                if !is_form(term, &fold(&mark.text)) {
                    sink.fail(format!(
                        "{topic}: '{}' is not among the forms of '{}'",
                        mark.text, mark.id
                    ));
                }
            }
        }
    }
    if marks == 0 {
        sink.fail(format!("{topic}: the core marks no term"));
    }
    let texts: Vec<_> = concept.core.iter().chain(&concept.works).cloned().collect();
    if let Some((answer, template)) = answers.given_away(topic, &joined(&texts)) {
        sink.fail(format!(
            "{topic}: gives away '{answer}', the answer of '{template}'"
        ));
    }
}

/// A sentence that is unpacked stands somewhere as it is shown.
fn check_sentence(
    name: &str,
    concept: &ConceptEn,
    texts: &[String],
    where_: &str,
    sink: &mut Sink,
) {
    if concept.sentence.is_some() != concept.works.is_some() {
        sink.fail(format!("{name}: `sentence` and `works` come together"));
    }
    let Some(sentence) = &concept.sentence else {
        return;
    };
    if !texts.iter().any(|text| has_pieces(text, sentence)) {
        sink.fail(format!("{name}: '{sentence}' stands in no {where_}"));
    }
}

/// Whether the pieces between `…` stand in the text in their order.
fn has_pieces(text: &str, sentence: &str) -> bool {
    let mut rest = text;
    sentence
        .split('…')
        .map(str::trim)
        .all(|piece| match rest.find(piece) {
            Some(at) => {
                rest = &rest[at + piece.len()..];
                true
            }
            None => false,
        })
}

/// The stem as an author wrote it, values and mathematics as `…`, without signs of emphasis.
fn stem_with_gaps(template: &Template) -> String {
    let source = &template.stem;
    let mut out = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    let mut closing: Option<char> = None;
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match (closing, c) {
            (Some('}'), '\'') => quoted = !quoted,
            (Some(end), c) if c == end && !quoted => closing = None,
            (Some(_), _) => {}
            (None, '\\') => out.extend(chars.next()),
            (None, '{') => {
                closing = Some('}');
                out.push('…');
            }
            (None, '$') => {
                // `$$` stands around LaTeX
                if chars.next_if_eq(&'$').is_some() {
                    out.push('…');
                    while let Some(c) = chars.next() {
                        if c == '$' && chars.next_if_eq(&'$').is_some() {
                            break;
                        }
                    }
                    continue;
                }
                closing = Some('$');
                out.push('…');
            }
            (None, '*') if chars.peek() == Some(&'*') => {
                chars.next();
            }
            (None, c) => out.push(c),
        }
    }
    out
}

fn check_term(id: &TermId, term: &TermEn, sink: &mut Sink) {
    let gloss = term.gloss.chars().count();
    if term.gloss.trim().is_empty() || gloss > MAX_GLOSS {
        sink.fail(format!(
            "the gloss of '{id}' has {gloss} characters; 1 to {MAX_GLOSS}"
        ));
    }
    let gloss = fold(&term.gloss);
    let mut forms = [&term.en].into_iter().chain(&term.forms);
    if let Some(form) = forms.find(|form| has_words(&gloss, &fold(form))) {
        sink.fail(format!(
            "the gloss of '{id}' uses '{form}' itself, and is asked as a riddle: say it in other words"
        ));
    }
    let everyday = term
        .everyday
        .as_ref()
        .map_or(0, |text| text.chars().count());
    if everyday > MAX_EVERYDAY {
        sink.fail(format!(
            "the everyday meaning of '{id}' has {everyday} characters, over {MAX_EVERYDAY}"
        ));
    }
    for form in &term.forms {
        if *form != form.to_lowercase() || form.trim() != form || form.is_empty() {
            sink.fail(format!(
                "'{form}' of '{id}': forms are in lower case, without spaces around them"
            ));
        }
        if fold(form) == fold(&term.en) {
            sink.fail(format!("'{form}' of '{id}' is the word itself"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_in_order() {
        let stem = "How many times as many … as … are there?";
        assert!(has_pieces(stem, "How many times as many … as … are there?"));
        assert!(has_pieces(stem, "times as many …"));
        assert!(!has_pieces(stem, "are there? … as"));
        assert!(!has_pieces(stem, "how many"));
    }
}
