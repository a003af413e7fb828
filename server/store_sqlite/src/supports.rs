//! Teachers' words on how much of the bridge stands open.

use api::{ClassId, UserId};
use async_trait::async_trait;
use item_bank::SkillCode;
use sqlx::query;
use store::{AuditEntry, NewSupport, StoreResult, SupportRow, Supports};

use crate::open::SqliteStore;
use crate::read::{FromReader, Reader};
use crate::write::Write;
use crate::{audit, sql, values};

#[async_trait]
impl Supports for SqliteStore {
    async fn set_support(&self, support: NewSupport, entry: AuditEntry) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                let new = set(write, &support)?;
                if new {
                    audit::insert(write, &entry)?;
                }
                Ok(new)
            })
            .await
    }

    async fn remove_support(
        &self,
        student: UserId,
        skill: &SkillCode,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        let skill = skill.clone();
        self.writer()?
            .run(2, move |write| {
                let gone = write.execute(sql::DELETE_SUPPORT, &[&student.0, &skill.as_str()])?;
                if gone > 0 {
                    audit::insert(write, &entry)?;
                }
                Ok(gone > 0)
            })
            .await
    }

    async fn support_of_student(&self, student: UserId) -> StoreResult<Vec<SupportRow>> {
        self.all(query(sql::SUPPORT_OF_STUDENT).bind(student.0))
            .await
    }

    async fn support_of_class(&self, class: ClassId) -> StoreResult<Vec<SupportRow>> {
        self.all(query(sql::SUPPORT_OF_CLASS).bind(class.0)).await
    }
}

fn set(write: &Write<'_>, support: &NewSupport) -> StoreResult<bool> {
    let level = values::support_text(support.level);
    let student = support.student.0;
    let Some(skill) = &support.skill else {
        let changed = write.execute(sql::SET_STUDENT_SUPPORT, &[&level, &student])?;
        return Ok(changed > 0);
    };
    let held = write.optional(sql::SKILL_SUPPORT, (student, skill.as_str()), |row| {
        row.get::<_, String>("level")
    })?;
    if held.as_deref() == Some(level) {
        return Ok(false);
    }
    write.execute(
        sql::UPSERT_SUPPORT,
        &[
            &student,
            &skill.as_str(),
            &level,
            &support.set_by.0,
            &support.set_at_ms,
        ],
    )?;
    Ok(true)
}

impl FromReader for SupportRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            student: row.id("student_id")?,
            skill: row.code("skill")?,
            level: row.word("level", values::support)?,
        })
    }
}
