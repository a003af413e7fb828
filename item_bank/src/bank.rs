//! The whole bank, as the server holds it.

use std::collections::HashMap;

use crate::bridge::English;
use crate::bridge::interface::Sections;
use crate::template::Template;
use crate::{
    LanguagePack, LanguageTag, Passage, PassageId, Pathway, PathwayCode, Skill, SkillCode,
    TemplateId, TemplateRef,
};

/// Skills in teaching order, pathways, templates and languages, with the packs devices fetch.
#[derive(Clone, Debug, Default)]
pub struct Bank {
    skills: Vec<Skill>,
    pathways: Vec<Pathway>,
    /// At the version in force.
    templates: HashMap<TemplateId, Template>,
    /// Earlier versions, for the responses that name them.
    archive: HashMap<TemplateRef, Template>,
    order: Vec<TemplateId>,
    passages: Vec<Passage>,
    english: English,
    /// As their authors wrote them: what may be shown of them, the server knows.
    languages: Vec<LanguagePack>,
    interface: Sections,
    interfaces: HashMap<LanguageTag, Sections>,
    packs: Vec<BuiltPack>,
    #[cfg(feature = "author")]
    pub(crate) origins: HashMap<TemplateId, String>,
}

/// Bytes to serve under their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltPack {
    /// [`Skill::pack`], or `en` for the English side of the bridge.
    pub name: String,
    pub kind: PackKind,
    /// In hex, of `json`.
    pub sha256: String,
    pub json: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackKind {
    Skills,
    /// The English side of the bridge.
    English,
    /// What may be shown of a language: that is not the bank's to know, so its packs hold none.
    Language,
    /// Likewise of the app's own words.
    Interface,
    /// A teacher's text: no bank has one.
    Reading,
}

/// Why a template reference names no template here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MissingTemplate {
    #[error("no template '{0}' in this bank")]
    Unknown(TemplateId),
    #[error("template '{id}' is at version {current} here; version {asked} was never kept")]
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
        if let Some(found) = found.filter(|found| found.version == wanted.version) {
            return Ok(found);
        }
        if let Some(earlier) = self.archive.get(wanted) {
            return Ok(earlier);
        }
        let found = found.ok_or_else(|| MissingTemplate::Unknown(wanted.id.clone()))?;
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

    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    pub fn passage(&self, id: &PassageId) -> Option<&Passage> {
        self.passages.iter().find(|p| &p.id == id)
    }

    pub fn languages(&self) -> &[LanguagePack] {
        &self.languages
    }

    pub fn language(&self, tag: &LanguageTag) -> Option<&LanguagePack> {
        self.languages.iter().find(|l| &l.language == tag)
    }

    /// The English side of the bridge.
    pub fn english(&self) -> &English {
        &self.english
    }

    /// The student app's words in English.
    pub fn interface(&self) -> &Sections {
        &self.interface
    }

    /// The same in another language.
    pub fn interface_in(&self, tag: &LanguageTag) -> Option<&Sections> {
        self.interfaces.get(tag)
    }

    pub fn packs(&self) -> &[BuiltPack] {
        &self.packs
    }
}

#[cfg(feature = "author")]
mod build {
    use std::collections::{BTreeSet, HashMap};

    use sha2::{Digest, Sha256};

    use super::{Bank, BuiltPack, PackKind};
    use crate::author::{AuthorError, Sources};
    use crate::graph::GraphError;
    use crate::pack::ContentPack;
    use crate::template::Template;
    use crate::{Skill, SkillCode, TemplateId};

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
            let mut bank = Self {
                pathways: sources.pathways,
                passages: sources.passages,
                ..Self::default()
            };
            for (file, template) in sources.templates {
                let what = format!("{file}: template '{}'", template.id);
                known(what, &template.skill)?;
                let id = template.id.clone();
                if bank.templates.contains_key(&id) {
                    return Err(BuildError::TemplateTwice { file, id });
                }
                bank.origins.insert(id, file);
                bank.put(template);
            }
            bank.skills = skills;
            for (folder, language) in sources.languages {
                let interface = language.interface.clone();
                let language = language.build(&folder, &sources.english)?;
                bank.interfaces.insert(language.language.clone(), interface);
                bank.languages.push(language);
            }
            bank.english = sources.english;
            bank.interface = sources.interface;
            bank.packs = bank.build_packs()?;
            Ok(bank)
        }

        /// The same bank with what a district adds: skills of its own, templates that are live
        /// there, and versions that were in force once. A live template of an id that is here
        /// already takes its place.
        pub fn with(
            &self,
            skills: Vec<Skill>,
            live: Vec<Template>,
            earlier: Vec<Template>,
        ) -> Result<Self, BuildError> {
            let mut bank = self.clone();
            bank.skills.extend(skills);
            bank.skills = crate::in_teaching_order(bank.skills)?;
            for template in live {
                if bank.skill(&template.skill).is_none() {
                    return Err(BuildError::UnknownSkill {
                        what: format!("template '{}'", template.id),
                        skill: template.skill,
                    });
                }
                bank.put(template);
            }
            for template in earlier {
                let name = template.reference();
                let current = bank.templates.get(&name.id);
                if current.is_none_or(|current| current.version != name.version) {
                    bank.archive.insert(name, template);
                }
            }
            bank.packs = bank.build_packs()?;
            Ok(bank)
        }

        /// The same bank with these out of new questions; their versions stay.
        pub fn without(mut self, retired: &[TemplateId]) -> Result<Self, BuildError> {
            for id in retired {
                if let Some(template) = self.templates.remove(id) {
                    self.archive.insert(template.reference(), template);
                    self.order.retain(|other| other != id);
                }
            }
            self.packs = self.build_packs()?;
            Ok(self)
        }

        /// The content file that a template came from.
        pub fn file_of(&self, id: &TemplateId) -> Option<&str> {
            self.origins.get(id).map(String::as_str)
        }

        fn put(&mut self, template: Template) {
            let id = template.id.clone();
            match self.templates.insert(id.clone(), template) {
                Some(before) => {
                    self.archive.insert(before.reference(), before);
                }
                None => self.order.push(id),
            }
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
            let names: BTreeSet<String> = self.skills.iter().map(Skill::pack).collect();
            let of: HashMap<&SkillCode, String> =
                self.skills.iter().map(|s| (&s.code, s.pack())).collect();
            let mut packs = Vec::new();
            for name in names {
                let within = |t: &&Template| of.get(&t.skill) == Some(&name);
                let templates: Vec<_> = self.templates().filter(within).cloned().collect();
                let read = |p: &&crate::Passage| {
                    templates.iter().any(|t| t.passage.as_ref() == Some(&p.id))
                };
                let pack = ContentPack {
                    passages: self.passages.iter().filter(read).cloned().collect(),
                    name,
                    templates,
                };
                packs.push(BuiltPack::of(&pack.name, PackKind::Skills, &pack)?);
            }
            packs.push(BuiltPack::of("en", PackKind::English, &self.english)?);
            Ok(packs)
        }
    }

    impl BuiltPack {
        /// Writes content as JSON under its hash.
        pub fn of(
            name: &str,
            kind: PackKind,
            content: &impl serde::Serialize,
        ) -> Result<Self, BuildError> {
            let json =
                serde_json::to_string(content).map_err(|e| BuildError::Json(e.to_string()))?;
            let sha256 = hex::encode(Sha256::digest(json.as_bytes()));
            Ok(Self {
                name: name.to_owned(),
                kind,
                sha256,
                json,
            })
        }
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
