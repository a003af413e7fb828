//! The program's bank with what the district has of its own.

use std::borrow::Cow;
use std::collections::HashSet;

use item_bank::{Bank, BuildError, Skill, Template, TemplateId, TemplateRef};
use store::{Store, StoreError};

use super::Changed;

/// Why there is no content to serve.
#[derive(Debug, thiserror::Error)]
pub enum ContentError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the district's content does not fit together: {0}")]
    Build(#[from] BuildError),
    #[error("template '{id}' cannot be written as JSON: {error}")]
    Json { id: TemplateId, error: String },
    #[error(
        "content of this program changed without a new version, and answers that were given before \
         could not be read again:\n{}\nWhere no student has met it yet, start once with \
         --accept-changed-content.",
        lines(.0)
    )]
    Changed(Vec<Changed>),
    #[error("building it stopped: {0}")]
    Stopped(String),
}

fn lines(changed: &[Changed]) -> String {
    let lines: Vec<String> = changed.iter().map(|one| format!("  {one}")).collect();
    lines.join("\n")
}

/// What the district adds to the program's bank.
#[derive(Debug, Default)]
struct Overlay {
    skills: Vec<Skill>,
    live: Vec<Template>,
    earlier: Vec<Template>,
    retired: Vec<TemplateId>,
}

/// The bank as this district has it.
pub async fn bank_of(store: &dyn Store) -> Result<Cow<'static, Bank>, ContentError> {
    let bank = Bank::embedded();
    let overlay = read(store, bank).await?;
    if overlay.is_empty() {
        return Ok(Cow::Borrowed(bank));
    }
    // packs are written anew: tens of milliseconds
    let built = tokio::task::spawn_blocking(move || {
        let with = bank.with(overlay.skills, overlay.live, overlay.earlier)?;
        if overlay.retired.is_empty() {
            return Ok(with);
        }
        with.without(&overlay.retired)
    });
    let built: Result<Bank, BuildError> = built
        .await
        .map_err(|error| ContentError::Stopped(error.to_string()))?;
    Ok(Cow::Owned(built?))
}

impl Overlay {
    fn is_empty(&self) -> bool {
        self.skills.is_empty()
            && self.live.is_empty()
            && self.earlier.is_empty()
            && self.retired.is_empty()
    }
}

async fn read(store: &dyn Store, bank: &Bank) -> Result<Overlay, ContentError> {
    let mut overlay = Overlay {
        skills: store.district_skills().await?,
        ..Overlay::default()
    };
    // one that comes with the program by now is the program's
    overlay
        .skills
        .retain(|skill| bank.skill(&skill.code).is_none());
    let mut live = HashSet::new();
    for row in store.authored_templates().await? {
        if row.retired {
            overlay.retired.push(row.id);
        } else if let Some(version) = row.live_version {
            live.insert(TemplateRef {
                id: row.id,
                version,
            });
        }
    }
    for row in store.template_versions().await? {
        let reference = row.reference;
        let is_live = live.contains(&reference);
        let is_the_programs = bank
            .current(&reference.id)
            .is_some_and(|current| current.version == reference.version);
        let is_ours = row.origin == store::Origin::District;
        if is_the_programs && !is_ours {
            continue;
        }
        let Some(template) = store.template_version(&reference).await? else {
            continue;
        };
        let skill = &template.skill;
        let known = bank.skill(skill).is_some() || overlay.skills.iter().any(|s| &s.code == skill);
        if is_live && known {
            overlay.live.push(template);
            continue;
        }
        if is_live {
            tracing::warn!(template = %reference, %skill, "its skill is gone: it is not asked");
        }
        overlay.earlier.push(template);
    }
    Ok(overlay)
}
