//! A language pack against the bank.

use super::answers::Answers;
use super::{card, concept, interface, message};
use crate::Bank;
use crate::bridge::labels::LABELS;
use crate::bridge::validate::language::doubt;
use crate::bridge::{LanguagePack, UnitId};
use crate::lint::Sink;

/// Characters of what a task verb asks for.
const MAX_VERB: usize = 90;

pub(in crate::lint) fn check(
    bank: &Bank,
    language: &LanguagePack,
    answers: &Answers,
    sink: &mut Sink,
) {
    check_labels(language, sink);
    check_verbs(bank, language, sink);
    for skill in bank.skills() {
        if !language.concepts.contains_key(&skill.code) {
            sink.fail(format!("no concept for {}", skill.code));
        }
    }
    for id in bank.english().passages.keys() {
        if !language.passages.contains_key(id) {
            sink.fail(format!("no concept for the passage {id}"));
        }
    }
    for id in bank.english().terms.keys() {
        if !language.terms.contains_key(id) {
            sink.fail(format!("no card for the term '{id}'"));
        }
    }
    let skills = language.concepts.iter();
    let skills = skills.map(|(code, concept)| (UnitId::Skill(code.clone()), concept));
    let passages = language.passages.iter();
    let passages = passages.map(|(id, concept)| (UnitId::Passage(id.clone()), concept));
    for (topic, concept) in skills.chain(passages) {
        concept::check(bank, language, (&topic, concept), answers, sink);
    }
    for card in &language.terms {
        card::check(bank, language, card, sink);
    }
    interface::check(bank, language, sink);
}

fn check_labels(language: &LanguagePack, sink: &mut Sink) {
    for (key, english) in LABELS {
        let label = language
            .labels
            .get(*key)
            .filter(|label| !label.trim().is_empty());
        match label {
            None => sink.fail(format!("the label '{key}' ({english}) is missing")),
            Some(label) => {
                if let Some(what) = message::difference(english, label, language.language.as_str())
                {
                    sink.fail(format!("the label '{key}' {what}"));
                }
            }
        }
    }
    for key in language.labels.keys() {
        if !LABELS.iter().any(|(known, _)| known == key) {
            sink.fail(format!("the label '{key}' is used nowhere"));
        }
    }
}

fn check_verbs(bank: &Bank, language: &LanguagePack, sink: &mut Sink) {
    for id in bank.english().verbs.keys() {
        if language
            .verbs
            .get(id)
            .is_none_or(|text| text.trim().is_empty())
        {
            sink.fail(format!("[verbs]: '{id}' is missing"));
        }
    }
    for (id, text) in &language.verbs {
        if !bank.english().verbs.contains_key(id) {
            sink.fail(format!("[verbs]: '{id}' is not in verbs.toml"));
        }
        let length = text.chars().count();
        if length > MAX_VERB {
            sink.fail(format!(
                "[verbs]: '{id}' has {length} characters, over {MAX_VERB}"
            ));
        }
        if let Some(doubt) = doubt(text, &language.language, 0.7) {
            sink.fail(format!("[verbs]: '{id}': {doubt}"));
        }
    }
}
