//! What is in force, ready to be looked up for each answer.

use std::collections::BTreeMap;

use engine::{AbilityPrior, Difficulty, SkillParams};
use fit::ability::prior_draws;
use fit::model_file::{ItemModel, ModelFile, ModelFileError, SkillModel};
use item_bank::{Bank, Skill, SkillCode, TemplateId};
use store::{ModelId, ModelRow, Past, Reading, Store, StoreError};

/// Parameters in force. What a file does not have, stands as the content says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// `None` is the content's own parameters.
    pub id: Option<ModelId>,
    pub prior: AbilityPrior,
    skills: BTreeMap<SkillCode, SkillParams>,
    /// Parameters that the fitted responses allow as well.
    draws: BTreeMap<SkillCode, Vec<SkillParams>>,
    items: BTreeMap<TemplateId, f64>,
    past: Past,
}

/// Draws for a skill that no fit has any for, and how many responses its parameters are taken to
/// be worth.
const DRAWS: usize = 24;
const STRENGTH: f64 = 20.0;

/// The adopted version cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BrokenModel {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(
        "model {id}, which is in force, cannot be read: {source}. \
         Go back to the one before it with `trellis model adopt --previous`"
    )]
    File { id: ModelId, source: ModelFileError },
}

impl Model {
    /// The content's own parameters.
    pub fn of_content() -> Self {
        Self::default()
    }

    /// What a file says of the skills and templates of this bank; the rest of it is passed over.
    pub fn of_file(bank: &Bank, file: &ModelFile) -> Self {
        let in_bank = |skill: &SkillModel| {
            let code: SkillCode = skill.code.parse().ok()?;
            bank.skill(&code)?;
            // checked as the file was read
            Some((code, skill.params().ok()?))
        };
        let asked = |item: &ItemModel| {
            let id: TemplateId = item.item.parse().ok()?;
            let template = bank.current(&id)?;
            (template.skill.as_str() == item.skill).then_some((id, item.difficulty))
        };
        let drawn = |skill: &SkillModel| {
            let code: SkillCode = skill.code.parse().ok()?;
            bank.skill(&code)?;
            let draws = skill.draws();
            (!draws.is_empty()).then_some((code, draws))
        };
        let prior = file.ability.as_ref().map(|ability| AbilityPrior {
            variance: ability.variance,
            drift: ability.drift,
        });
        Self {
            prior: prior.unwrap_or_default(),
            skills: file.skills.iter().filter_map(in_bank).collect(),
            draws: file.skills.iter().filter_map(drawn).collect(),
            items: file.items.iter().filter_map(asked).collect(),
            ..Self::default()
        }
    }

    pub fn of_version(bank: &Bank, row: &ModelRow) -> Result<Self, BrokenModel> {
        let model = match &row.version.file {
            Some(file) => {
                let file = ModelFile::from_json(&file.text);
                let file = file.map_err(|source| BrokenModel::File { id: row.id, source })?;
                Self::of_file(bank, &file)
            }
            None => Self::of_content(),
        };
        Ok(Self {
            id: Some(row.id),
            ..model
        })
    }

    /// What the database says is in force, with how it reads the past.
    pub async fn in_force(bank: &Bank, store: &dyn Store) -> Result<Self, BrokenModel> {
        let models = store.models().await?;
        let model = match models.last() {
            Some(row) => Self::of_version(bank, row)?,
            None => Self::of_content(),
        };
        Ok(Self {
            past: Past::of(&models),
            ..model
        })
    }

    pub fn params(&self, skill: &Skill) -> SkillParams {
        self.skills
            .get(&skill.code)
            .copied()
            .unwrap_or(skill.params)
    }

    /// For the interval of an estimate. Without a fit they are drawn about the parameters in force,
    /// the same each time.
    pub fn draws(&self, skill: &Skill) -> Vec<SkillParams> {
        let fitted = self.draws.get(&skill.code).cloned();
        fitted.unwrap_or_else(|| {
            let seed = engine::derive_seed(0, skill.code.as_str(), 0);
            prior_draws(&self.params(skill), STRENGTH, DRAWS, u64::from(seed))
        })
    }

    /// In logits: fitted, or what the author's word stands for.
    pub fn difficulty(&self, template: &TemplateId, authored: Difficulty) -> f64 {
        let fitted = self.items.get(template).copied();
        fitted.unwrap_or_else(|| authored.logits())
    }

    /// Fitted difficulties, in the order of the templates' ids.
    pub fn items(&self) -> impl Iterator<Item = (&TemplateId, f64)> {
        self.items.iter().map(|(id, difficulty)| (id, *difficulty))
    }

    /// How responses that were there before are read.
    pub fn past(&self) -> &Past {
        &self.past
    }

    /// All of it with what the content adds, frozen: to read the past with for ever.
    pub fn reading(&self, bank: &Bank) -> Reading {
        let mut reading = Reading {
            prior: self.prior,
            skills: self.skills.clone(),
            items: self.items.clone(),
        };
        for skill in bank.skills() {
            let code = skill.code.clone();
            reading.skills.entry(code).or_insert(skill.params);
        }
        for template in bank.templates() {
            let id = template.id.clone();
            let authored = template.difficulty.logits();
            reading.items.entry(id).or_insert(authored);
        }
        reading
    }
}
