//! Content of another project into the district's: as drafts that a teacher reads before any student.

use std::collections::HashSet;

use item_bank::{Bank, Skill, Template, TemplateId};
use serde::Serialize;
use store::{
    AuditAction, AuditEntry, AuthoredRow, By, ContentChanges, DraftState, EventKind, Store,
    StoreResult, TemplateChange,
};

use super::ContentError;

/// What an import would write. What came in once and is the same is not there.
#[derive(Debug)]
pub struct ImportPlan {
    pub changes: ContentChanges,
    pub counts: ImportCounts,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportCounts {
    pub new_templates: usize,
    pub changed_templates: usize,
    pub unchanged_templates: usize,
    /// Templates whose id one of ours has: they stay out.
    pub taken: Vec<TemplateId>,
    pub new_skills: usize,
    pub changed_skills: usize,
}

/// Compares with what the district has. Nothing is written.
pub async fn plan_import(
    store: &dyn Store,
    program: &str,
    skills: &[Skill],
    templates: impl IntoIterator<Item = Template>,
    at_ms: i64,
) -> Result<ImportPlan, ContentError> {
    let bank = Bank::embedded();
    let mut counts = ImportCounts::default();
    let mut changes = ContentChanges {
        skills: skills_to_write(store, skills, &mut counts).await?,
        ..ContentChanges::default()
    };
    let versions = store.template_versions().await?;
    for template in templates {
        if bank.current(&template.id).is_some() {
            counts.taken.push(template.id);
            continue;
        }
        let row = store.authored_template(&template.id).await?;
        if let Some(row) = &row {
            if brought_before(store, row, &template).await? {
                counts.unchanged_templates += 1;
                continue;
            }
            counts.changed_templates += 1;
        } else {
            counts.new_templates += 1;
        }
        let of_this = versions.iter().filter(|it| it.reference.id == template.id);
        let last = of_this.map(|it| it.reference.version).max().unwrap_or(0);
        let template = Template {
            version: last + 1,
            ..template
        };
        changes.templates.push(step(row, template, program, at_ms));
    }
    if !changes.templates.is_empty() || !changes.skills.is_empty() {
        changes.audit.push(AuditEntry {
            at_ms,
            actor: None,
            action: AuditAction::ImportContent,
            subject: Some(program.to_owned()),
            detail: Some(format!(
                "{} templates, {} skills",
                changes.templates.len(),
                changes.skills.len()
            )),
        });
    }
    Ok(ImportPlan { changes, counts })
}

/// New ones and those that are not what they were; a skill of the program stays the program's.
async fn skills_to_write(
    store: &dyn Store,
    skills: &[Skill],
    counts: &mut ImportCounts,
) -> Result<Vec<Skill>, ContentError> {
    let bank = Bank::embedded();
    let mut held = store.district_skills().await?;
    let mut write = Vec::new();
    for skill in skills.iter().filter(|it| bank.skill(&it.code).is_none()) {
        match held.iter_mut().find(|it| it.code == skill.code) {
            Some(same) if same == skill => {}
            Some(other) => {
                other.clone_from(skill);
                counts.changed_skills += 1;
                write.push(skill.clone());
            }
            None => {
                held.push(skill.clone());
                counts.new_skills += 1;
                write.push(skill.clone());
            }
        }
    }
    // all of them together must still be a graph
    held.retain(|skill| bank.skill(&skill.code).is_none());
    let all = bank.skills().iter().cloned().chain(held).collect();
    item_bank::in_teaching_order(all).map_err(item_bank::BuildError::from)?;
    Ok(write)
}

/// Whether the last import of it was the same, whatever teachers made of it since.
async fn brought_before(
    store: &dyn Store,
    row: &AuthoredRow,
    template: &Template,
) -> StoreResult<bool> {
    let saves = store.revisions_of(&row.id).await?;
    let last = saves.iter().rev().find(|save| save.saved_by.is_none());
    Ok(last.is_some_and(|save| {
        let same_version = Template {
            version: save.template.version,
            ..template.clone()
        };
        save.template == same_version
    }))
}

fn step(row: Option<AuthoredRow>, template: Template, program: &str, at_ms: i64) -> TemplateChange {
    let revision = row.as_ref().map_or(0, |row| row.revision) + 1;
    let open = row.as_ref().filter(|row| row.state.is_some());
    let first_revision = open.map_or(revision, |row| row.first_revision);
    TemplateChange {
        after: AuthoredRow {
            id: template.id.clone(),
            state: Some(DraftState::InReview),
            revision,
            first_revision,
            live_version: row.as_ref().and_then(|row| row.live_version),
            retired: row.as_ref().is_some_and(|row| row.retired),
            updated_at_ms: at_ms,
        },
        before: row,
        saved: Some(template),
        live: None,
        by: By::Program(program.to_owned()),
        kind: EventKind::Imported,
        note: None,
        version: None,
    }
}

impl ImportPlan {
    /// One transaction. `false` when somebody changed a template meanwhile.
    pub async fn apply(self, store: &dyn Store) -> StoreResult<bool> {
        store.change_content(self.changes).await
    }

    pub fn is_empty(&self) -> bool {
        self.changes.templates.is_empty() && self.changes.skills.is_empty()
    }

    /// Ids that it would write.
    pub fn ids(&self) -> HashSet<&TemplateId> {
        let changes = self.changes.templates.iter();
        changes.map(|change| &change.after.id).collect()
    }
}
