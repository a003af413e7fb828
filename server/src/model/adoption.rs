//! Bringing a version into force: first what it would change, then, if a person says so, the change.

use api::PracticePolicy;
use fit::model_file::{ModelFile, ModelFileError};
use item_bank::{Bank, SkillCode, TemplateId};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{
    AdoptedFile, AuditAction, AuditEntry, ModelId, ModelRow, NewModel, Past, Projection, Replay,
    Store, StoreError, StoreResult,
};

use super::change::{Change, Rules};
use super::in_force::{BrokenModel, Model};
use super::replay::each_opportunity;
use crate::practice::settings;

/// What to adopt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A params.json, as it was read.
    File(String),
    /// Back to what was in force before the present version. Takes a re-reading of the past back
    /// too.
    Previous,
}

/// Who adopts, why, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub by: String,
    pub note: String,
    pub at_ms: i64,
}

/// A version that could be adopted, with what it would change. Nothing is changed yet.
#[derive(Clone, Debug)]
pub struct Adoption {
    version: NewModel,
    projection: Option<Projection>,
    pub report: Report,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// In force now, and gone back to; `None` is the content's own parameters.
    pub in_force: Option<ModelId>,
    pub returns_to: Option<ModelId>,
    /// In hex, of the file; absent for the content's own parameters.
    pub sha256: Option<String>,
    /// Whether estimates that are shown already would be rebuilt.
    pub rebuilds: bool,
    /// Skills whose parameters would be others than those in force.
    pub changed_skills: Vec<SkillCode>,
    pub changed_items: usize,
    /// Of the file, but not of the content: passed over.
    pub unknown_skills: Vec<String>,
    pub unknown_items: Vec<String>,
    /// Of the content, but not of the file: they keep the content's own parameters.
    pub missing_skills: Vec<SkillCode>,
    pub change: Change,
}

#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Broken(#[from] BrokenModel),
    #[error(transparent)]
    File(#[from] ModelFileError),
    #[error("none of its {0} skills is in this Trellis's content: it was fitted for another")]
    OtherContent(usize),
    #[error("there is nothing to go back to: the content's own parameters are in force")]
    NothingBefore,
    #[error(
        "nothing would change: these are the parameters of {} already",
        name(*.0)
    )]
    NothingChanges(Option<ModelId>),
}

/// "model 3", or what is in force without one.
pub fn name(model: Option<ModelId>) -> String {
    match model {
        Some(id) => format!("model {id}"),
        None => "the content itself".to_owned(),
    }
}

impl Adoption {
    /// Finds out what the target would change. With `replay` it would read the past anew as well.
    pub async fn of(
        bank: &Bank,
        store: &dyn Store,
        target: Target,
        signed: Signed,
        replay: bool,
    ) -> Result<Self, Refused> {
        let models = store.models().await?;
        let at_position = store.last_position().await?;
        let in_force = models.last();
        let now = match in_force {
            Some(row) => Model::of_version(bank, row)?,
            None => Model::of_content(),
        };
        let chosen = choose(bank, &models, target)?;
        let reading = chosen.model.reading(bank);
        let current = now.reading(bank);
        let version = NewModel {
            adopted_at_ms: signed.at_ms,
            adopted_by: signed.by,
            note: signed.note,
            file: chosen.file.clone(),
            at_position,
            reading: replay.then(|| reading.clone()),
            past: if replay { None } else { chosen.past },
            rebuilt: false,
            previous: in_force.map(|row| row.id),
            returns_to: chosen.returns_to,
        };
        let past = Past::of(&models);
        let next_past = Past::of_version(&models, &version);
        let version = NewModel {
            rebuilt: next_past != past,
            ..version
        };

        // One walk over the responses for all folds.
        let mut folds = Folds::default();
        each_opportunity(store, |response| {
            folds.count += 1;
            folds.before.fold(&response, &past.read(&response));
            let anew = if version.rebuilt {
                next_past.read(&response)
            } else {
                reading.of(&response)
            };
            folds.after.fold(&response, &anew);
        })
        .await?;
        let same_past = !version.rebuilt || folds.are_the_same();
        if reading == current && same_past {
            return Err(Refused::NothingChanges(version.previous));
        }
        let rules = rules(store, &folds.before).await?;
        let change = Change {
            responses: folds.count,
            ..Change::between(bank, &rules, &folds.before, &folds.after)
        };
        let differs = |code: &&SkillCode| reading.skills.get(code) != current.skills.get(code);
        let other_items = reading
            .items
            .iter()
            .filter(|(id, difficulty)| current.items.get(id) != Some(difficulty));
        let report = Report {
            in_force: version.previous,
            returns_to: version.returns_to,
            sha256: version.file.as_ref().map(|file| file.sha256.clone()),
            rebuilds: version.rebuilt,
            changed_skills: reading.skills.keys().filter(differs).cloned().collect(),
            changed_items: other_items.count(),
            unknown_skills: chosen.unknown_skills,
            unknown_items: chosen.unknown_items,
            missing_skills: chosen.missing_skills,
            change,
        };
        let projection = version.rebuilt.then(|| folds.after.into_projection());
        Ok(Self {
            version,
            projection,
            report,
        })
    }

    /// Brings it into force.
    pub async fn adopt(self, store: &dyn Store) -> StoreResult<ModelId> {
        let detail = format!(
            "previous {}, file {}, past {}",
            self.version
                .previous
                .map_or("none".to_owned(), |id| id.to_string()),
            self.version
                .file
                .as_ref()
                .map_or("none", |file| &file.sha256[..12]),
            if self.version.rebuilt {
                "rebuilt"
            } else {
                "as it was"
            },
        );
        let audit = AuditEntry {
            at_ms: self.version.adopted_at_ms,
            // at a command line nobody is signed in; the version says who it was by their own word
            actor: None,
            action: AuditAction::AdoptModel,
            subject: None,
            detail: Some(detail),
        };
        store.adopt(self.version, self.projection, audit).await
    }
}

/// Each student's, as their device has it: by what the teachers of their classes chose.
async fn rules(store: &dyn Store, practised: &Replay) -> StoreResult<Rules> {
    let mut rules = Rules::new();
    for student in practised.abilities().keys() {
        let classes = store.classes_of_student(*student).await?;
        let policy = settings::of_student(&PracticePolicy::default(), &classes);
        rules.insert(*student, policy.mastery);
    }
    Ok(rules)
}

#[derive(Default)]
struct Folds {
    count: u64,
    before: Replay,
    after: Replay,
}

impl Folds {
    fn are_the_same(&self) -> bool {
        self.before.estimates() == self.after.estimates()
            && self.before.abilities() == self.after.abilities()
    }
}

/// A target, looked up.
struct Chosen {
    model: Model,
    file: Option<AdoptedFile>,
    /// What reads the past, where it is not read anew.
    past: Option<ModelId>,
    returns_to: Option<ModelId>,
    unknown_skills: Vec<String>,
    unknown_items: Vec<String>,
    missing_skills: Vec<SkillCode>,
}

fn choose(bank: &Bank, models: &[ModelRow], target: Target) -> Result<Chosen, Refused> {
    let of_past = |row: &ModelRow| match row.version.reading {
        Some(_) => Some(row.id),
        None => row.version.past,
    };
    match target {
        Target::File(text) => {
            let file = ModelFile::from_json(&text)?;
            let model = Model::of_file(bank, &file);
            let chosen = Chosen {
                past: models.last().and_then(of_past),
                returns_to: None,
                file: Some(AdoptedFile {
                    sha256: hex::encode(Sha256::digest(&text)),
                    text,
                }),
                model,
                unknown_skills: unknown_skills(bank, &file),
                unknown_items: unknown_items(bank, &file),
                missing_skills: missing_skills(bank, &file),
            };
            if chosen.unknown_skills.len() == file.skills.len() {
                return Err(Refused::OtherContent(file.skills.len()));
            }
            Ok(chosen)
        }
        Target::Previous => {
            let last = models.last().ok_or(Refused::NothingBefore)?;
            let back = last.version.previous;
            let row = back.and_then(|id| models.iter().find(|row| row.id == id));
            let model = match row {
                Some(row) => Model::of_version(bank, row)?,
                None => Model::of_content(),
            };
            Ok(Chosen {
                model,
                file: row.and_then(|row| row.version.file.clone()),
                past: row.and_then(of_past),
                returns_to: back,
                unknown_skills: Vec::new(),
                unknown_items: Vec::new(),
                missing_skills: Vec::new(),
            })
        }
    }
}

fn unknown_skills(bank: &Bank, file: &ModelFile) -> Vec<String> {
    let unknown = |code: &&String| {
        let code: Result<SkillCode, _> = code.parse();
        code.map_or(true, |code| bank.skill(&code).is_none())
    };
    let codes = file.skills.iter().map(|skill| &skill.code);
    codes.filter(unknown).cloned().collect()
}

fn unknown_items(bank: &Bank, file: &ModelFile) -> Vec<String> {
    let unknown = |item: &&String| {
        let id: Result<TemplateId, _> = item.parse();
        id.map_or(true, |id| bank.current(&id).is_none())
    };
    let items = file.items.iter().map(|item| &item.item);
    items.filter(unknown).cloned().collect()
}

fn missing_skills(bank: &Bank, file: &ModelFile) -> Vec<SkillCode> {
    let held = file.by_code();
    let codes = bank.skills().iter().map(|skill| &skill.code);
    codes
        .filter(|code| !held.contains_key(code.as_str()))
        .cloned()
        .collect()
}
