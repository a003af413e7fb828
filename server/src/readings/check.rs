//! What keeps a text in a home language from going out.

use std::collections::HashSet;

use api::{Analysis, CoreFinding, FoundTerm};
use item_bank::bridge::validate::{Against, DraftText, validate};
use item_bank::bridge::{ConceptEn, Tier, UnitId};
use item_bank::{Bank, Inline, LanguagePack, TermId};
use store::ReadingChoices;

/// Terms of the discipline that a text must keep in English: as many as its sentences can carry.
const MOST_KEPT: usize = 3;

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
) -> impl Iterator<Item = &'a FoundTerm> {
    let terms = analysis.terms.iter();
    terms.filter(|found| !choices.removed_terms.contains(&found.term))
}

/// Terms of the discipline that the text shares with its ideas, most frequent first; where it shares
/// none, its own most frequent one, of the discipline if it has any. Other terms may stand in English too.
fn retained(bank: &Bank, analysis: &Analysis, choices: &ReadingChoices) -> Vec<TermId> {
    let of_ideas: HashSet<&TermId> = ideas(bank, &choices.topics)
        .flat_map(|idea| idea.core.iter().flatten())
        .filter_map(|inline| match inline {
            Inline::Term(mark) => Some(&mark.id),
            _ => None,
        })
        .collect();
    let of_discipline = |found: &&FoundTerm| found.tier == u8::from(Tier::Three);
    let all: Vec<&FoundTerm> = kept(analysis, choices).collect();
    let own: Vec<&FoundTerm> = all.iter().copied().filter(of_discipline).collect();
    let shared = own.iter().copied();
    let shared: Vec<&FoundTerm> = shared
        .filter(|found| of_ideas.contains(&found.term))
        .collect();
    let (mut terms, most) = match (shared.is_empty(), own.is_empty()) {
        (false, _) => (shared, MOST_KEPT),
        (true, false) => (own, 1),
        (true, true) => (all, 1),
    };
    // stable: among equals the first in the text
    terms.sort_by_key(|found| std::cmp::Reverse(found.count));
    terms.truncate(most);
    terms.into_iter().map(|found| found.term.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readings::analyse_here;

    fn kept_of(text: &str, removed: &[&str], topics: &[&str]) -> Vec<String> {
        let bank = Bank::embedded();
        let analysis = analyse_here(bank, text).unwrap();
        let choices = ReadingChoices {
            removed_terms: removed.iter().map(|it| it.parse().unwrap()).collect(),
            topics: topics.iter().map(|it| it.parse().unwrap()).collect(),
            ..ReadingChoices::default()
        };
        let checks = Checks::of(bank, text, &analysis, &choices);
        checks.retain().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_text_keeps_the_terms_that_it_shares_with_its_ideas() {
        let text =
            "The perimeter is in the unit rate. A unit rate is per one; compare two of them.";
        let idea = "skill/6.RP.A.3b-unit-rate";
        assert_eq!(kept_of(text, &[], &[idea]), ["unit-rate"]);
        assert_eq!(kept_of(text, &[], &[]), ["unit-rate"]);
        assert_eq!(kept_of(text, &["unit-rate"], &[idea]), ["perimeter"]);
        assert_eq!(
            kept_of("You can compare them. Compare all.", &[], &[]),
            ["compare"]
        );
        assert!(kept_of("It is green.", &[], &[]).is_empty());
    }
}
