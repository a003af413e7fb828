//! Content as the device holds it.

use engine::Difficulty;
use serde::{Deserialize, Serialize};

use crate::passage::Passage;
use crate::template::Template;
use crate::{SkillCode, TemplateRef};

/// The templates of one domain and grade. Fetched once, named by the hash of its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContentPack {
    /// [`crate::Skill::pack`].
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    pub templates: Vec<Template>,
}

/// What choosing the next question needs to know of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CatalogEntry {
    pub template: TemplateRef,
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    /// P(right by luck alone).
    pub chance: f64,
}

wire_read::object!(CatalogEntry {
    template,
    skill,
    difficulty,
    chance
});

impl ContentPack {
    /// Every template that can be asked, in the order of the pack.
    pub fn catalog(&self) -> Vec<CatalogEntry> {
        let entry = |template: &Template| {
            Some(CatalogEntry {
                template: template.reference(),
                skill: template.skill.clone(),
                difficulty: template.difficulty,
                chance: crate::instantiate(template, 0).ok()?.chance(),
            })
        };
        self.templates.iter().filter_map(entry).collect()
    }
}
