//! Reading the TOML files of `content/`.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::LanguageFile;
use crate::bridge::{PartOfSpeech, Tier};
use crate::template::Template;
use crate::{Passage, Pathway, Skill, TermId};

/// A content file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorError {
    #[error("{file}: {message}")]
    Toml { file: String, message: String },
    #[error(
        "{file}: not one of skills/, templates/, passages/, bridge/, pathways.toml, terms.toml"
    )]
    Unplaced { file: String },
    #[error("{file}: {message}")]
    Mark { file: String, message: String },
}

/// The English side of a card, shared by all languages.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEn {
    pub id: TermId,
    pub en: String,
    pub part_of_speech: PartOfSpeech,
    pub tier: Tier,
    pub gloss: String,
}

/// Everything the files say, with the file each template came from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub skills: Vec<Skill>,
    pub pathways: Vec<Pathway>,
    pub templates: Vec<(String, Template)>,
    pub passages: Vec<Passage>,
    pub terms: Vec<TermEn>,
    pub(crate) languages: Vec<(String, LanguageFile)>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Skills {
    skill: Vec<Skill>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Pathways {
    pathway: Vec<Pathway>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Templates {
    template: Vec<Template>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Passages {
    passage: Vec<Passage>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Terms {
    term: Vec<TermEn>,
}

impl Sources {
    /// Reads `(path, text)` pairs; paths are those under the crate, `content/skills/ratios.toml`.
    pub fn read(files: &[(&str, &str)]) -> Result<Self, AuthorError> {
        let mut sources = Self::default();
        for &(file, text) in files {
            let place = file.strip_prefix("content/").unwrap_or(file);
            match place.split('/').next() {
                Some("skills") => sources.skills.extend(toml::<Skills>(file, text)?.skill),
                Some("pathways.toml") => {
                    sources
                        .pathways
                        .extend(toml::<Pathways>(file, text)?.pathway);
                }
                Some("templates") => {
                    let read = toml::<Templates>(file, text)?.template;
                    sources
                        .templates
                        .extend(read.into_iter().map(|t| (file.to_owned(), t)));
                }
                Some("passages") => sources
                    .passages
                    .extend(toml::<Passages>(file, text)?.passage),
                Some("terms.toml") => sources.terms.extend(toml::<Terms>(file, text)?.term),
                Some("bridge") => {
                    sources.languages.push((file.to_owned(), toml(file, text)?));
                }
                _ => {
                    return Err(AuthorError::Unplaced {
                        file: file.to_owned(),
                    });
                }
            }
        }
        Ok(sources)
    }
}

fn toml<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, AuthorError> {
    toml::from_str(text).map_err(|e| AuthorError::Toml {
        file: file.to_owned(),
        message: e.to_string(),
    })
}
