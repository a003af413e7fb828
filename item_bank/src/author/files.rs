//! Reading the TOML files of `content/`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::english::EnglishPart;
use super::language::{LanguageFolder, LanguagePart};
use crate::bridge::English;
use crate::bridge::interface::Sections;
use crate::template::Template;
use crate::{Passage, Pathway, Skill};

/// A content file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorError {
    #[error("{file}: {message}")]
    Toml { file: String, message: String },
    #[error(
        "{file}: not one of skills/, templates/, passages/, concepts/, terms/, interface/en.toml, bridge/<language>/, pathways.toml, verbs.toml"
    )]
    Unplaced { file: String },
    #[error("{file}: {message}")]
    Mark { file: String, message: String },
}

/// Everything the files say, with the file each template came from.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub skills: Vec<Skill>,
    pub pathways: Vec<Pathway>,
    pub templates: Vec<(String, Template)>,
    pub passages: Vec<Passage>,
    pub english: English,
    /// The student app's words in English.
    pub interface: Sections,
    /// By folder.
    pub(crate) languages: BTreeMap<String, LanguageFolder>,
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
                Some("concepts" | "terms" | "verbs.toml") => {
                    toml::<EnglishPart>(file, text)?.add_to(file, &mut sources.english)?;
                }
                Some("interface") if place == "interface/en.toml" => {
                    sources.interface = toml(file, text)?;
                }
                Some("bridge") if place.split('/').count() == 3 => {
                    let (folder, name) = file.rsplit_once('/').unwrap_or((file, ""));
                    let language = sources.languages.entry(folder.to_owned()).or_default();
                    if name == "interface.toml" {
                        language.interface = toml(file, text)?;
                    } else {
                        let part = toml::<LanguagePart>(file, text)?;
                        language.parts.push((file.to_owned(), part));
                    }
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
