//! What keeps a text in a home language from going out.

use std::collections::HashSet;

use api::{Analysis, CoreFinding};
use item_bank::bridge::validate::{Against, DraftText, validate};
use item_bank::bridge::{ConceptEn, UnitId};
use item_bank::{Bank, Inline, LanguagePack, TermId};
use store::ReadingChoices;

/// English terms that a text must keep: as many as three sentences can carry.
const MOST_KEPT: usize = 4;
/// Likewise, where no confirmed idea says which terms it rests on.
const KEPT_WITHOUT_TOPIC: usize = 2;

/// One reading, as texts in home languages are held against it.
#[derive(Debug)]
pub struct Checks<'a> {
    bank: &'a Bank,
    text: &'a str,
    /// In the order of their first place in the text.
    retain: Vec<TermId>,
}

impl<'a> Checks<'a> {
    pub fn of(
        bank: &'a Bank,
        text: &'a str,
        analysis: &Analysis,
        choices: &ReadingChoices,
    ) -> Self {
        Self {
            bank,
            text,
            retain: retained(bank, analysis, choices),
        }
    }

    /// Terms that each text must hold in English.
    pub fn retain(&self) -> &[TermId] {
        &self.retain
    }

    pub fn findings(
        &self,
        language: &LanguagePack,
        core: &[String],
        works: Option<&str>,
    ) -> Vec<CoreFinding> {
        let draft = DraftText { core, works };
        let equivalents = language.terms.iter();
        let equivalents: Vec<(TermId, String)> = equivalents
            .map(|(id, term)| (id.clone(), term.equivalent.clone()))
            .collect();
        let against = Against {
            english: self.bank.english(),
            // it is written about the text itself, and nobody wrote it in English
            core: &[],
            terms: &self.retain,
            equivalents: &equivalents,
            language: &language.language,
            right_to_left: language.right_to_left,
            source: self.text,
            construct_terms: &[],
            answers: &[],
        };
        let found = validate(&draft, &against).into_iter();
        found
            .map(|finding| CoreFinding {
                reason: code_of(finding.reason),
                message: finding.message,
            })
            .collect()
    }
}

/// As the wire and the audit trail have it.
fn code_of(reason: item_bank::bridge::validate::Reason) -> String {
    match serde_json::to_value(reason) {
        Ok(serde_json::Value::String(code)) => code,
        _ => "unknown".to_owned(),
    }
}

/// The ideas that the teacher confirmed, in English.
pub fn ideas<'a>(bank: &'a Bank, topics: &'a [UnitId]) -> impl Iterator<Item = &'a ConceptEn> {
    let english = bank.english();
    topics.iter().filter_map(move |topic| match topic {
        UnitId::Skill(code) => english.concepts.get(code),
        UnitId::Passage(id) => english.passages.get(id),
        _ => None,
    })
}

/// Terms of the text that were not taken out.
pub fn kept<'a>(
    analysis: &'a Analysis,
    choices: &'a ReadingChoices,
) -> impl Iterator<Item = &'a api::FoundTerm> {
    let terms = analysis.terms.iter();
    terms.filter(|found| !choices.removed_terms.contains(&found.term))
}

/// What the text and its ideas share, most frequent first; the text's own words where no idea is
/// confirmed.
fn retained(bank: &Bank, analysis: &Analysis, choices: &ReadingChoices) -> Vec<TermId> {
    let of_ideas: HashSet<&TermId> = ideas(bank, &choices.topics)
        .flat_map(|idea| idea.core.iter().flatten())
        .filter_map(|inline| match inline {
            Inline::Term(mark) => Some(&mark.id),
            _ => None,
        })
        .collect();
    let mut shared: Vec<_> = kept(analysis, choices)
        .filter(|found| of_ideas.contains(&found.term))
        .collect();
    let most = if shared.is_empty() {
        shared = kept(analysis, choices).collect();
        KEPT_WITHOUT_TOPIC
    } else {
        MOST_KEPT
    };
    // stable: among equals the first in the text
    shared.sort_by_key(|found| std::cmp::Reverse(found.count));
    shared.truncate(most);
    shared.into_iter().map(|found| found.term.clone()).collect()
}
