//! The whole bank, as the server holds it.

use std::collections::HashMap;

use crate::template::Template;
use crate::{LanguagePack, Pathway, PathwayCode, Skill, SkillCode, TemplateId, TemplateRef};

/// Skills in teaching order, pathways, templates and languages, with the packs devices fetch.
#[derive(Debug)]
pub struct Bank {
    skills: Vec<Skill>,
    pathways: Vec<Pathway>,
    templates: HashMap<TemplateId, Template>,
    order: Vec<TemplateId>,
    languages: Vec<LanguagePack>,
    packs: Vec<BuiltPack>,
    #[cfg(feature = "author")]
    pub(crate) origins: HashMap<TemplateId, String>,
    #[cfg(feature = "author")]
    pub(crate) terms: Vec<crate::author::TermEn>,
}

/// Bytes to serve under their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltPack {
    /// The domain or the language tag.
    pub name: String,
    pub kind: PackKind,
    /// In hex, of `json`.
    pub sha256: String,
    pub json: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackKind {
    Domain,
    Language,
}

/// Why a template reference names no template here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingTemplate {
    #[error("no template '{0}' in this bank")]
    Unknown(TemplateId),
    #[error("template '{id}' is at version {current} here; version {asked} is gone")]
    VersionGone {
        id: TemplateId,
        asked: u32,
        current: u32,
    },
}

impl Bank {
    /// Prerequisites before what needs them.
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    pub fn skill(&self, code: &SkillCode) -> Option<&Skill> {
        self.skills.iter().find(|s| &s.code == code)
    }

    pub fn pathways(&self) -> &[Pathway] {
        &self.pathways
    }

    pub fn pathway(&self, code: &PathwayCode) -> Option<&Pathway> {
        self.pathways.iter().find(|p| &p.code == code)
    }

    /// In the order of their files.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.order.iter().filter_map(|id| self.templates.get(id))
    }

    pub fn template(&self, wanted: &TemplateRef) -> Result<&Template, MissingTemplate> {
        let found = self.templates.get(&wanted.id);
        let found = found.ok_or_else(|| MissingTemplate::Unknown(wanted.id.clone()))?;
        if found.version == wanted.version {
            return Ok(found);
        }
        let id = wanted.id.clone();
        Err(MissingTemplate::VersionGone {
            id,
            asked: wanted.version,
            current: found.version,
        })
    }

    /// The template of this id at whatever version is in force.
    pub fn current(&self, id: &TemplateId) -> Option<&Template> {
        self.templates.get(id)
    }

    pub fn templates_of(&self, skill: &SkillCode) -> Vec<&Template> {
        self.templates().filter(|t| &t.skill == skill).collect()
    }

    pub fn languages(&self) -> &[LanguagePack] {
        &self.languages
    }

    pub fn language(&self, tag: &crate::LanguageTag) -> Option<&LanguagePack> {
        self.languages.iter().find(|l| &l.language == tag)
    }

    pub fn packs(&self) -> &[BuiltPack] {
        &self.packs
    }
}

#[cfg(feature = "author")]
mod build {
    use std::collections::HashMap;

    use sha2::{Digest, Sha256};

    use super::{Bank, BuiltPack, PackKind};
    use crate::author::{AuthorError, Sources};
    use crate::graph::GraphError;
    use crate::pack::ContentPack;
    use crate::{SkillCode, TemplateId};

    /// Why files do not make a bank.
    #[derive(Debug, thiserror::Error)]
    pub enum BuildError {
        #[error(transparent)]
        File(#[from] AuthorError),
        #[error("prerequisites: {0}")]
        Graph(#[from] GraphError),
        #[error("{file}: template '{id}' is there twice")]
        TemplateTwice { file: String, id: TemplateId },
        #[error("{what} names the skill '{skill}', which is not in the bank")]
        UnknownSkill { what: String, skill: SkillCode },
        #[error("a pack cannot be written: {0}")]
        Json(String),
    }

    impl Bank {
        /// Reads and joins authors' files; see [`Sources::read`].
        pub fn build(files: &[(&str, &str)]) -> Result<Self, BuildError> {
            let sources = Sources::read(files)?;
            let skills = crate::in_teaching_order(sources.skills)?;
            let known = |what: String, skill: &SkillCode| {
                if skills.iter().any(|s| &s.code == skill) {
                    return Ok(());
                }
                Err(BuildError::UnknownSkill {
                    what,
                    skill: skill.clone(),
                })
            };
            for pathway in &sources.pathways {
                for skill in &pathway.skills {
                    known(format!("pathway '{}'", pathway.code), skill)?;
                }
            }
            let (mut templates, mut order, mut origins) =
                (HashMap::new(), Vec::new(), HashMap::new());
            for (file, template) in sources.templates {
                known(
                    format!("{file}: template '{}'", template.id),
                    &template.skill,
                )?;
                let id = template.id.clone();
                if templates.insert(id.clone(), template).is_some() {
                    return Err(BuildError::TemplateTwice { file, id });
                }
                origins.insert(id.clone(), file);
                order.push(id);
            }
            let languages = sources
                .languages
                .into_iter()
                .map(|(file, language)| language.build(&file, &sources.terms))
                .collect::<Result<Vec<_>, _>>()?;
            let mut bank = Self {
                skills,
                pathways: sources.pathways,
                templates,
                order,
                languages,
                packs: Vec::new(),
                origins,
                terms: sources.terms,
            };
            bank.packs = bank.build_packs()?;
            Ok(bank)
        }

        /// The bank that this binary carries.
        #[cfg(feature = "embedded")]
        pub fn embedded() -> &'static Self {
            static BANK: std::sync::OnceLock<Bank> = std::sync::OnceLock::new();
            BANK.get_or_init(|| match Self::build(super::FILES) {
                Ok(bank) => bank,
                // the files are part of the program: `cargo xtask test` has built this very bank
                Err(error) => panic!("the embedded content is broken: {error}"),
            })
        }

        fn build_packs(&self) -> Result<Vec<BuiltPack>, BuildError> {
            let mut domains: Vec<&str> = self.skills.iter().map(|s| s.domain.as_str()).collect();
            domains.sort_unstable();
            domains.dedup();
            let mut packs = Vec::new();
            for domain in domains {
                let of_domain =
                    |skill: &SkillCode| self.skill(skill).is_some_and(|s| s.domain == domain);
                let templates = self
                    .templates()
                    .filter(|t| of_domain(&t.skill))
                    .cloned()
                    .collect();
                let pack = ContentPack {
                    domain: domain.to_owned(),
                    templates,
                };
                packs.push(pack_of(domain, PackKind::Domain, &pack)?);
            }
            for language in &self.languages {
                packs.push(pack_of(
                    language.language.as_str(),
                    PackKind::Language,
                    language,
                )?);
            }
            Ok(packs)
        }
    }

    fn pack_of(
        name: &str,
        kind: PackKind,
        content: &impl serde::Serialize,
    ) -> Result<BuiltPack, BuildError> {
        let json = serde_json::to_string(content).map_err(|e| BuildError::Json(e.to_string()))?;
        let sha256 = hex::encode(Sha256::digest(json.as_bytes()));
        Ok(BuiltPack {
            name: name.to_owned(),
            kind,
            sha256,
            json,
        })
    }
}

#[cfg(feature = "author")]
pub use build::BuildError;

#[cfg(feature = "embedded")]
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The text of an embedded content file, for naming lines in reports.
#[cfg(feature = "embedded")]
pub(crate) fn embedded_file(name: &str) -> Option<&'static str> {
    FILES
        .iter()
        .find(|(file, _)| *file == name)
        .map(|(_, text)| *text)
}
