//! The layout of a model file, and its way to text and back.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Fitted, ModelFileError};

/// Stands in every file. The number goes up when a reader of today would misread tomorrow's file.
pub const FORMAT: &str = "trellis-model/1";

/// A fitted model. Numbers keep their bits on the way to the file and back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// [`FORMAT`].
    pub format: String,
    pub model: ModelKind,
    /// What forgetting is counted by; `None` without forgetting.
    pub forget_per: Option<ForgetPer>,
    /// `Some` exactly for [`ModelKind::Ability`].
    pub ability: Option<AbilityModel>,
    pub skills: Vec<SkillModel>,
    #[serde(default)]
    pub items: Vec<ItemModel>,
    pub fitted: Fitted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ModelKind {
    /// One hidden state a student and skill.
    Bkt,
    /// The same, with guess and slip by ability less difficulty.
    Ability,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ForgetPer {
    Opportunity,
    Day,
}

/// Of abilities among students, in logits.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AbilityModel {
    pub variance: f64,
    /// Added to the variance at each answer.
    pub drift: f64,
}

/// One skill; the parameters are those of [`engine::SkillParams`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkillModel {
    pub code: String,
    pub prior: f64,
    pub learn: f64,
    pub guess: f64,
    pub slip: f64,
    #[serde(default)]
    pub forget: f64,
    #[serde(default)]
    pub forget_daily: f64,
    #[serde(default)]
    pub guess_slope: f64,
    #[serde(default)]
    pub slip_slope: f64,
    /// That the parameters were fitted on.
    pub responses: usize,
    pub students: usize,
    /// In nats; 0 without responses.
    pub log_likelihood: f64,
    /// A sentence on why the parameters are not this skill's own, if they are not.
    pub fallback: Option<String>,
    /// Other sets of parameters that the data allow as well, for intervals: each has `prior`,
    /// `learn`, `guess`, `slip`, then as many as are needed of `forget`, `forget_daily`,
    /// `guess_slope`, `slip_slope`. All of a skill are equally long, 4 to 8.
    #[serde(default)]
    pub draws: Vec<Vec<f64>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemModel {
    pub item: String,
    /// The code of a skill in the same file.
    pub skill: String,
    /// In logits: as much ability makes up for it.
    pub difficulty: f64,
    pub responses: usize,
}

impl SkillModel {
    /// The parameters alone, checked.
    pub fn params(&self) -> Result<engine::SkillParams, engine::InvalidParams> {
        engine::SkillParams {
            prior: self.prior,
            learn: self.learn,
            guess: self.guess,
            slip: self.slip,
            forget: self.forget,
            forget_daily: self.forget_daily,
            guess_slope: self.guess_slope,
            slip_slope: self.slip_slope,
        }
        .checked()
    }
}

impl SkillModel {
    /// The other sets of parameters; one that cannot be used is left out.
    pub fn draws(&self) -> Vec<engine::SkillParams> {
        let at = |draw: &[f64], n: usize| draw.get(n).copied().unwrap_or_default();
        let params = |draw: &Vec<f64>| {
            engine::SkillParams {
                prior: at(draw, 0),
                learn: at(draw, 1),
                guess: at(draw, 2),
                slip: at(draw, 3),
                forget: at(draw, 4),
                forget_daily: at(draw, 5),
                guess_slope: at(draw, 6),
                slip_slope: at(draw, 7),
            }
            .checked()
            .ok()
        };
        self.draws.iter().filter_map(params).collect()
    }
}

impl ModelFile {
    /// As text: two spaces of indent, fields in the order of the types, a line feed at the end. The
    /// same model gives the same bytes.
    ///
    /// Refuses what could not be read back (a NaN or an infinity has no JSON), but not parameters
    /// outside the bounds: an unbounded fit may be written and looked at; it cannot be adopted.
    pub fn to_json(&self) -> Result<String, ModelFileError> {
        self.all_finite()?;
        let mut text = serde_json::to_string_pretty(self)
            .map_err(|error| ModelFileError::NotAModel(error.to_string()))?;
        text.push('\n');
        Ok(text)
    }

    /// Reads and checks; what comes back can be used.
    pub fn from_json(text: &str) -> Result<Self, ModelFileError> {
        #[derive(Deserialize)]
        struct Mark {
            #[serde(default)]
            format: Option<String>,
        }
        let mark: Mark = serde_json::from_str(text)
            .map_err(|error| ModelFileError::NotAModel(error.to_string()))?;
        if mark.format.as_deref() != Some(FORMAT) {
            return Err(ModelFileError::Format(mark.format));
        }
        let file: Self = serde_json::from_str(text)
            .map_err(|error| ModelFileError::NotAModel(error.to_string()))?;
        file.checked()
    }

    pub fn write(&self, path: &Path) -> Result<(), ModelFileError> {
        let text = self.to_json()?;
        std::fs::write(path, text).map_err(|why| ModelFileError::io(path, why))
    }

    pub fn read(path: &Path) -> Result<Self, ModelFileError> {
        let bytes = std::fs::read(path).map_err(|why| ModelFileError::io(path, why))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| ModelFileError::NotAModel("the file is not UTF-8".to_owned()))?;
        Self::from_json(text.strip_prefix('\u{feff}').unwrap_or(&text))
    }

    /// The skill of each code.
    pub fn by_code(&self) -> BTreeMap<&str, &SkillModel> {
        let skills = self.skills.iter();
        skills.map(|skill| (skill.code.as_str(), skill)).collect()
    }
}
