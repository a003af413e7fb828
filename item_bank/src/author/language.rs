//! A language's bridge file, and its way to a [`LanguagePack`].

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::{AuthorError, TermEn};
use crate::bridge::{Cognate, Concept, LanguagePack, Review, Term, parse_marked};
use crate::rich::Rich;
use crate::{LanguageTag, SkillCode, TermId};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LanguageFile {
    pub language: LanguageTag,
    name: String,
    right_to_left: bool,
    review: Review,
    labels: BTreeMap<String, String>,
    #[serde(default)]
    concept: Vec<ConceptSource>,
    #[serde(default)]
    term: Vec<TermSource>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptSource {
    skill: SkillCode,
    core: Vec<String>,
    core_en: Vec<String>,
    frame: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermSource {
    id: TermId,
    equivalent: String,
    explanation: String,
    cognate: Cognate,
    #[serde(default)]
    note: String,
}

impl LanguageFile {
    /// Joins the language's side of each card with its English side.
    pub fn build(self, file: &str, english: &[TermEn]) -> Result<LanguagePack, AuthorError> {
        let english: HashMap<&TermId, &TermEn> = english.iter().map(|t| (&t.id, t)).collect();
        let mark = |source: &str| -> Result<Rich, AuthorError> {
            parse_marked(source).map_err(|e| AuthorError::Mark {
                file: file.to_owned(),
                message: format!("{e} in '{source}'"),
            })
        };
        let marks = |sources: &[String]| {
            sources
                .iter()
                .map(|s| mark(s))
                .collect::<Result<Vec<_>, _>>()
        };
        let mut concepts = BTreeMap::new();
        for concept in &self.concept {
            let built = Concept {
                core: marks(&concept.core)?,
                core_en: marks(&concept.core_en)?,
                frame: concept.frame.clone(),
            };
            concepts.insert(concept.skill.clone(), built);
        }
        let mut terms = BTreeMap::new();
        for term in &self.term {
            let en = english.get(&term.id).ok_or_else(|| AuthorError::Mark {
                file: file.to_owned(),
                message: format!("a card for '{}', which terms.toml does not have", term.id),
            })?;
            let built = Term {
                en: en.en.clone(),
                part_of_speech: en.part_of_speech,
                tier: en.tier,
                gloss_en: en.gloss.clone(),
                equivalent: term.equivalent.clone(),
                explanation: mark(&term.explanation)?,
                cognate: term.cognate,
                note: if term.note.is_empty() {
                    None
                } else {
                    Some(mark(&term.note)?)
                },
            };
            terms.insert(term.id.clone(), built);
        }
        Ok(LanguagePack {
            language: self.language,
            name: self.name,
            right_to_left: self.right_to_left,
            review: self.review,
            labels: self.labels,
            concepts,
            terms,
        })
    }
}
