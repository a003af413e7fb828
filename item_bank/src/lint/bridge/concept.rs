//! A home language's idea beside the English one.

use std::collections::BTreeSet;

use super::answers::Answers;
use crate::bridge::validate::wording::joined;
use crate::bridge::validate::{Against, MAX_SENTENCES, Reason, examine};
use crate::bridge::{Concept, ConceptEn, LanguagePack, UnitId};
use crate::lint::Sink;
use crate::rich::Inline;
use crate::{Bank, TermId};

pub(super) fn check(
    bank: &Bank,
    language: &LanguagePack,
    (topic, concept): (&UnitId, &Concept),
    answers: &Answers,
    sink: &mut Sink,
) {
    let english = match topic {
        UnitId::Skill(code) => bank.english().concepts.get(code),
        UnitId::Passage(id) => bank.english().passages.get(id),
        _ => None,
    };
    let Some(english) = english else {
        sink.fail(format!("{topic}: there is no English idea of that name"));
        return;
    };
    if concept.core.is_empty() || concept.core.len() > MAX_SENTENCES {
        sink.fail(format!("{topic}: a core has 1 to {MAX_SENTENCES} entries"));
    }
    if concept.works.is_some() != english.works.is_some() {
        let (there, not) = if concept.works.is_some() {
            ("this language", "the English")
        } else {
            ("the English", "this language")
        };
        sink.fail(format!("{topic}: {there} has `works`, {not} has none"));
    }
    examined(bank, language, topic, concept, english, sink);
    let texts: Vec<_> = concept.core.iter().chain(&concept.works).cloned().collect();
    if let Some((answer, template)) = answers.given_away(topic, &joined(&texts)) {
        sink.fail(format!(
            "{topic}: gives away '{answer}', the answer of '{template}'"
        ));
    }
}

fn examined(
    bank: &Bank,
    language: &LanguagePack,
    topic: &UnitId,
    concept: &Concept,
    english: &ConceptEn,
    sink: &mut Sink,
) {
    let terms: BTreeSet<&TermId> = english.core.iter().flatten().filter_map(term).collect();
    let terms: Vec<TermId> = terms.into_iter().cloned().collect();
    let marked: BTreeSet<&TermId> = concept.core.iter().flatten().filter_map(term).collect();
    let cards = marked
        .iter()
        .filter_map(|id| Some((id, language.terms.get(*id)?)));
    let equivalents: Vec<(TermId, String)> = cards
        .map(|(id, card)| ((*id).clone(), card.equivalent.clone()))
        .collect();
    let against = Against {
        english: bank.english(),
        core: &english.core,
        terms: &terms,
        equivalents: &equivalents,
        language: &language.language,
        right_to_left: language.right_to_left,
        source: "",
        construct_terms: &[],
        answers: &[],
    };
    for finding in examine(&concept.core, concept.works.as_ref(), &against) {
        let message = format!("{topic}: {}", finding.message);
        match finding.reason {
            // a language may say with a negation what English says without one
            Reason::NegationChanged => sink.warn(message),
            _ => sink.fail(message),
        }
    }
}

fn term(inline: &Inline) -> Option<&TermId> {
    match inline {
        Inline::Term(mark) => Some(&mark.id),
        _ => None,
    }
}
