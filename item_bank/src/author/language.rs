//! A language's folder of bridge files, and its way to a [`LanguagePack`].

use std::collections::BTreeMap;

use serde::Deserialize;

use super::AuthorError;
use super::english::marks;
use crate::bridge::interface::Sections;
use crate::bridge::{Cognate, Concept, English, LanguagePack, Review, Term};
use crate::{LanguageTag, PassageId, SkillCode, TermId};

/// One file of the folder: `language.toml` with the language itself, or one domain's texts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LanguagePart {
    language: Option<LanguageTag>,
    name: String,
    right_to_left: bool,
    review: Option<Review>,
    labels: BTreeMap<String, String>,
    verbs: BTreeMap<String, String>,
    concept: Vec<ConceptSource>,
    term: Vec<TermSource>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptSource {
    skill: Option<SkillCode>,
    passage: Option<PassageId>,
    core: Vec<String>,
    works: Option<String>,
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

/// A folder's files, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct LanguageFolder {
    pub parts: Vec<(String, LanguagePart)>,
    pub interface: Sections,
}

impl LanguageFolder {
    pub fn build(self, folder: &str, english: &English) -> Result<LanguagePack, AuthorError> {
        let missing = || AuthorError::Mark {
            file: format!("{folder}/language.toml"),
            message: "a language needs this file with its tag, name and review".to_owned(),
        };
        let head = self.parts.iter().find(|(_, part)| part.language.is_some());
        let (_, head) = head.ok_or_else(missing)?;
        let mut pack = LanguagePack {
            language: head.language.clone().ok_or_else(missing)?,
            name: head.name.clone(),
            right_to_left: head.right_to_left,
            review: head.review.clone().ok_or_else(missing)?,
            labels: BTreeMap::new(),
            concepts: BTreeMap::new(),
            passages: BTreeMap::new(),
            terms: BTreeMap::new(),
            verbs: BTreeMap::new(),
        };
        for (file, part) in self.parts {
            pack.labels.extend(part.labels);
            pack.verbs.extend(part.verbs);
            for source in part.concept {
                add_concept(&mut pack, &file, source)?;
            }
            for source in part.term {
                add_term(&mut pack, &file, source, english)?;
            }
        }
        Ok(pack)
    }
}

fn add_concept(
    pack: &mut LanguagePack,
    file: &str,
    source: ConceptSource,
) -> Result<(), AuthorError> {
    let core = source.core.iter().map(|text| marks(file, text));
    let concept = Concept {
        core: core.collect::<Result<_, _>>()?,
        works: source.works.map(|text| marks(file, &text)).transpose()?,
        approved: None,
    };
    let (name, twice) = match (source.skill, source.passage) {
        (Some(skill), None) => (skill.to_string(), pack.concepts.insert(skill, concept)),
        (None, Some(passage)) => (passage.to_string(), pack.passages.insert(passage, concept)),
        _ => {
            return Err(wrong(
                file,
                "a concept is of a skill or of a passage".to_owned(),
            ));
        }
    };
    match twice {
        Some(_) => Err(wrong(
            file,
            format!("the concept of '{name}' is there twice"),
        )),
        None => Ok(()),
    }
}

fn add_term(
    pack: &mut LanguagePack,
    file: &str,
    source: TermSource,
    english: &English,
) -> Result<(), AuthorError> {
    if !english.terms.contains_key(&source.id) {
        let message = format!("a card for '{}', which terms/ does not have", source.id);
        return Err(wrong(file, message));
    }
    let note = Some(source.note).filter(|note| !note.is_empty());
    let term = Term {
        equivalent: source.equivalent,
        explanation: marks(file, &source.explanation)?,
        cognate: source.cognate,
        note: note.map(|note| marks(file, &note)).transpose()?,
        approved: None,
    };
    match pack.terms.insert(source.id.clone(), term) {
        Some(_) => Err(wrong(
            file,
            format!("the card '{}' is there twice", source.id),
        )),
        None => Ok(()),
    }
}

fn wrong(file: &str, message: String) -> AuthorError {
    AuthorError::Mark {
        file: file.to_owned(),
        message,
    }
}
