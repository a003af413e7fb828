//! The English side of the bridge as its authors write it.

use serde::Deserialize;

use super::AuthorError;
use crate::bridge::{
    ConceptEn, English, PartOfSpeech, Picture, TermEn, Tier, VerbEn, parse_marked,
};
use crate::figure::FigureRule;
use crate::rich::Rich;
use crate::{PassageId, SkillCode, TermId};

/// A file of `concepts/`, of `terms/`, or `verbs.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EnglishPart {
    concept: Vec<ConceptSource>,
    term: Vec<TermSource>,
    verb: Vec<VerbSource>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptSource {
    skill: Option<SkillCode>,
    passage: Option<PassageId>,
    core: Vec<String>,
    frame: Option<String>,
    sentence: Option<String>,
    works: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermSource {
    id: TermId,
    en: String,
    part_of_speech: PartOfSpeech,
    tier: Tier,
    gloss: String,
    everyday: Option<String>,
    #[serde(default)]
    forms: Vec<String>,
    picture: Option<FigureRule>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VerbSource {
    id: String,
    forms: Vec<String>,
    gloss: String,
}

impl EnglishPart {
    pub fn add_to(self, file: &str, english: &mut English) -> Result<(), AuthorError> {
        let twice = |what: &str, name: &dyn std::fmt::Display| AuthorError::Mark {
            file: file.to_owned(),
            message: format!("{what} '{name}' is there twice"),
        };
        for source in self.concept {
            let core = source.core.iter().map(|text| marks(file, text));
            let concept = ConceptEn {
                core: core.collect::<Result<_, _>>()?,
                frame: source.frame,
                sentence: source.sentence,
                works: source.works.map(|text| marks(file, &text)).transpose()?,
            };
            match (source.skill, source.passage) {
                (Some(skill), None) => {
                    if english.concepts.insert(skill.clone(), concept).is_some() {
                        return Err(twice("the concept of", &skill));
                    }
                }
                (None, Some(passage)) => {
                    if english.passages.insert(passage.clone(), concept).is_some() {
                        return Err(twice("the concept of", &passage));
                    }
                }
                _ => {
                    return Err(AuthorError::Mark {
                        file: file.to_owned(),
                        message: "a concept is of a skill or of a passage".to_owned(),
                    });
                }
            }
        }
        for source in self.term {
            let picture = source.picture.map(|rule| picture(file, &source.id, &rule));
            let picture = picture.transpose()?;
            let term = TermEn {
                en: source.en,
                part_of_speech: source.part_of_speech,
                tier: source.tier,
                gloss: source.gloss,
                everyday: source.everyday,
                forms: source.forms,
                picture,
            };
            if english.terms.insert(source.id.clone(), term).is_some() {
                return Err(twice("the term", &source.id));
            }
        }
        for verb in self.verb {
            let (forms, gloss) = (verb.forms, verb.gloss);
            if english
                .verbs
                .insert(verb.id.clone(), VerbEn { forms, gloss })
                .is_some()
            {
                return Err(twice("the verb", &verb.id));
            }
        }
        Ok(())
    }
}

pub(super) fn marks(file: &str, source: &str) -> Result<Rich, AuthorError> {
    parse_marked(source).map_err(|error| AuthorError::Mark {
        file: file.to_owned(),
        message: format!("{error} in '{source}'"),
    })
}

/// The rule as the pack carries it, if it can be drawn.
fn picture(file: &str, id: &TermId, rule: &FigureRule) -> Result<Picture, AuthorError> {
    let wrong = |error: String| AuthorError::Mark {
        file: file.to_owned(),
        message: format!("the picture of '{id}': {error}"),
    };
    rule.on_card().map_err(|error| wrong(error.to_string()))?;
    Picture::of(rule).map_err(|error| wrong(error.to_string()))
}
