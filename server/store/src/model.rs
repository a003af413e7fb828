//! Versions of the model, as they were adopted.

use std::collections::BTreeMap;
use std::fmt;

use engine::{AbilityPrior, SkillParams};
use item_bank::{SkillCode, TemplateId};
use serde::{Deserialize, Serialize};

use crate::rows::{Opportunity, Scored};

/// Numbers the versions from 1, in the order of adoption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ModelId(pub i64);

impl fmt::Display for ModelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A params.json as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdoptedFile {
    pub text: String,
    /// In hex.
    pub sha256: String,
}

/// A version to adopt.
#[derive(Clone, Debug, PartialEq)]
pub struct NewModel {
    pub adopted_at_ms: i64,
    /// Who says so, as typed.
    pub adopted_by: String,
    pub note: String,
    /// `None` is the content's own parameters.
    pub file: Option<AdoptedFile>,
    /// The last response at the time.
    pub at_position: i64,
    /// With what every response up to then is read anew.
    pub reading: Option<Reading>,
    /// Without a reading of its own: the version whose reading the past has; `None` is each
    /// response as it was scored.
    pub past: Option<ModelId>,
    /// Whether the estimates were rebuilt for it.
    pub rebuilt: bool,
    /// The version in force before.
    pub previous: Option<ModelId>,
    /// The version that this one goes back to, where it does.
    pub returns_to: Option<ModelId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ModelRow {
    pub id: ModelId,
    pub version: NewModel,
}

/// Parameters with which responses are read, whatever they were scored with. Complete and frozen:
/// a replay in ten years gives the same bits, whatever the content is by then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub prior: AbilityPrior,
    pub skills: BTreeMap<SkillCode, SkillParams>,
    /// Difficulties in logits.
    pub items: BTreeMap<TemplateId, f64>,
}

impl Reading {
    /// The response as this reading has it. What it does not know stays as it was scored.
    pub fn of(&self, response: &Opportunity) -> Scored {
        let mut scored = response.scored;
        scored.prior = self.prior;
        if let Some(params) = self.skills.get(&response.skill) {
            scored.params = *params;
        }
        if let Some(difficulty) = self.items.get(&response.template) {
            scored.item.difficulty = *difficulty;
        }
        scored
    }
}

/// How responses are read that were there when the version in force was adopted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past(Option<(i64, Reading)>);

impl Past {
    /// From all versions, oldest first.
    pub fn of(models: &[ModelRow]) -> Self {
        models.last().map_or_else(Self::default, |last| {
            Self::of_version(models, &last.version)
        })
    }

    /// As it is once this version is in force.
    pub fn of_version(models: &[ModelRow], version: &NewModel) -> Self {
        let reader = match (&version.reading, version.past) {
            (Some(_), _) => Some(version),
            (None, Some(id)) => models
                .iter()
                .find(|row| row.id == id)
                .map(|row| &row.version),
            (None, None) => None,
        };
        Self(reader.and_then(|by| Some((by.at_position, by.reading.clone()?))))
    }

    /// With what this response is folded.
    pub fn read(&self, response: &Opportunity) -> Scored {
        match &self.0 {
            Some((until, reading)) if response.position <= *until => reading.of(response),
            _ => response.scored,
        }
    }
}
