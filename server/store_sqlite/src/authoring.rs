//! Content of the district's own, and every version of a template that was ever live.

use std::str::FromStr as _;

use api::UserId;
use async_trait::async_trait;
use item_bank::{Skill, Template, TemplateId, TemplateRef};
use serde::Serialize;
use sqlx::query;
use store::{
    AuthoredRow, Authoring, By, ContentChanges, EventRow, NewVersion, RevisionRow, StoreError,
    StoreResult, TemplateChange, VersionRow,
};
use uuid::Uuid;

use crate::open::SqliteStore;
use crate::read::{FromReader, Reader, corrupt};
use crate::write::Write;
use crate::{audit, sql, values};

#[async_trait]
impl Authoring for SqliteStore {
    async fn template_versions(&self) -> StoreResult<Vec<VersionRow>> {
        self.all(query(sql::TEMPLATE_VERSIONS)).await
    }

    async fn template_version(&self, reference: &TemplateRef) -> StoreResult<Option<Template>> {
        let found = query(sql::TEMPLATE_VERSION)
            .bind(reference.id.as_str().to_owned())
            .bind(i64::from(reference.version));
        let found: Option<Json<Template>> = self.one(found).await?;
        Ok(found.map(|json| json.0))
    }

    async fn keep_versions(&self, versions: Vec<NewVersion>, replace: bool) -> StoreResult<()> {
        self.writer()?
            .run(versions.len(), move |write| {
                let statement = if replace {
                    sql::REPLACE_VERSION
                } else {
                    sql::INSERT_VERSION
                };
                versions
                    .iter()
                    .try_for_each(|version| keep(write, statement, version))
            })
            .await
    }

    async fn authored_templates(&self) -> StoreResult<Vec<AuthoredRow>> {
        self.all(query(sql::AUTHORED)).await
    }

    async fn authored_template(&self, id: &TemplateId) -> StoreResult<Option<AuthoredRow>> {
        self.one(query(sql::AUTHORED_ONE).bind(id.as_str().to_owned()))
            .await
    }

    async fn newest_revisions(&self) -> StoreResult<Vec<RevisionRow>> {
        self.all(query(sql::NEWEST_REVISIONS)).await
    }

    async fn revisions_of(&self, id: &TemplateId) -> StoreResult<Vec<RevisionRow>> {
        self.all(query(sql::REVISIONS).bind(id.as_str().to_owned()))
            .await
    }

    async fn events_of(&self, id: &TemplateId) -> StoreResult<Vec<EventRow>> {
        self.all(query(sql::REVIEW_EVENTS).bind(id.as_str().to_owned()))
            .await
    }

    async fn district_skills(&self) -> StoreResult<Vec<Skill>> {
        let skills: Vec<Json<Skill>> = self.all(query(sql::DISTRICT_SKILLS)).await?;
        Ok(skills.into_iter().map(|json| json.0).collect())
    }

    async fn change_content(&self, changes: ContentChanges) -> StoreResult<bool> {
        let rows = changes.skills.len() + 3 * changes.templates.len() + changes.audit.len();
        self.writer()?
            .run(rows, move |write| {
                for change in &changes.templates {
                    if stands(write, &change.after.id)? != change.before {
                        return Ok(false);
                    }
                }
                let at_ms = changes.audit.first().map_or(0, |entry| entry.at_ms);
                for skill in &changes.skills {
                    let values = (skill.code.as_str(), json(skill)?);
                    write.execute(sql::UPSERT_DISTRICT_SKILL, &[&values.0, &values.1, &at_ms])?;
                }
                for change in &changes.templates {
                    step(write, change)?;
                }
                for entry in &changes.audit {
                    audit::insert(write, entry)?;
                }
                Ok(true)
            })
            .await
    }
}

fn keep(write: &Write<'_>, statement: &'static str, version: &NewVersion) -> StoreResult<()> {
    write.execute(
        statement,
        &[
            &version.reference.id.as_str(),
            &version.reference.version,
            &version.sha256,
            &version.json,
            &values::origin_text(version.origin),
            &version.first_live_at_ms,
        ],
    )?;
    Ok(())
}

/// The row as the writer sees it, whatever the readers may still see.
fn stands(write: &Write<'_>, id: &TemplateId) -> StoreResult<Option<AuthoredRow>> {
    let row = write.optional(sql::AUTHORED_ONE, [id.as_str()], |row| {
        Ok((
            row.get::<_, Option<String>>("state")?,
            AuthoredRow {
                id: id.clone(),
                state: None,
                revision: row.get("revision")?,
                first_revision: row.get("first_revision")?,
                live_version: row.get("live_version")?,
                retired: row.get("retired")?,
                updated_at_ms: row.get("updated_at_ms")?,
            },
        ))
    })?;
    let with_state = |(state, row): (Option<String>, AuthoredRow)| {
        let state = state.as_deref().map(|text| {
            values::draft_state(text).ok_or_else(|| corrupt("state", format!("'{text}'")))
        });
        Ok(AuthoredRow {
            state: state.transpose()?,
            ..row
        })
    };
    row.map(with_state).transpose()
}

fn step(write: &Write<'_>, change: &TemplateChange) -> StoreResult<()> {
    let after = &change.after;
    let id = after.id.as_str();
    if let Some(version) = &change.live {
        keep(write, sql::INSERT_VERSION, version)?;
    }
    write.execute(
        sql::UPSERT_AUTHORED,
        &[
            &id,
            &after.state.map(values::draft_state_text),
            &after.revision,
            &after.first_revision,
            &after.live_version,
            &after.retired,
            &after.updated_at_ms,
        ],
    )?;
    let person = change.by.person().map(|id| id.0);
    if let Some(template) = &change.saved {
        let at_ms = after.updated_at_ms;
        let template = json(template)?;
        write.execute(
            sql::INSERT_REVISION,
            &[&id, &after.revision, &at_ms, &person, &template],
        )?;
    }
    let program = match &change.by {
        By::Person(_) => None,
        By::Program(name) => Some(name),
    };
    let revision = (after.revision > 0).then_some(after.revision);
    write.execute(
        sql::INSERT_EVENT,
        &[
            &id,
            &after.updated_at_ms,
            &person,
            &program,
            &values::event_kind_text(change.kind),
            &change.note,
            &change.version,
            &revision,
        ],
    )?;
    Ok(())
}

fn json(value: &impl Serialize) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Other(error.to_string()))
}

/// A row of one column.
struct Json<T>(T);

impl<T: serde::de::DeserializeOwned> FromReader for Json<T> {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        row.json("json").map(Self)
    }
}

impl FromReader for VersionRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            reference: TemplateRef {
                id: row.code("template")?,
                version: row.get("version")?,
            },
            sha256: row.get("sha256")?,
            origin: row.word("origin", values::origin)?,
            first_live_at_ms: row.get("first_live_at_ms")?,
        })
    }
}

impl FromReader for AuthoredRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let id: &str = row.get("template")?;
        let state: Option<&str> = row.get("state")?;
        let state = state.map(|text| {
            values::draft_state(text).ok_or_else(|| corrupt("state", format!("'{text}'")))
        });
        Ok(Self {
            id: TemplateId::from_str(id).map_err(|error| corrupt("template", error))?,
            state: state.transpose()?,
            revision: row.get("revision")?,
            first_revision: row.get("first_revision")?,
            live_version: row.get("live_version")?,
            retired: row.get("retired")?,
            updated_at_ms: row.get("updated_at_ms")?,
        })
    }
}

impl FromReader for RevisionRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            revision: row.get("revision")?,
            saved_at_ms: row.get("saved_at_ms")?,
            saved_by: row.get::<Option<Uuid>>("saved_by")?.map(UserId),
            author: row.get("display_name")?,
            template: row.json("json")?,
        })
    }
}

impl FromReader for EventRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            at_ms: row.get("at_ms")?,
            by: row.get("by_name")?,
            kind: row.word("kind", values::event_kind)?,
            note: row.get("note")?,
            version: row.get("version")?,
            revision: row.get("revision")?,
        })
    }
}
