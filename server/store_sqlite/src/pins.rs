//! Skills that a teacher wants practised first.

use api::UserId;
use async_trait::async_trait;
use item_bank::SkillCode;
use sqlx::query;
use store::{AuditEntry, NewPin, PinRow, Pins, StoreResult};

use crate::audit;
use crate::open::SqliteStore;
use crate::sql;

#[async_trait]
impl Pins for SqliteStore {
    async fn pin(&self, pin: NewPin, entry: AuditEntry) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                let new = write.execute(
                    sql::INSERT_PIN,
                    &[
                        &pin.student.0,
                        &pin.skill.as_str(),
                        &pin.pinned_by.0,
                        &pin.pinned_at_ms,
                    ],
                )?;
                if new > 0 {
                    audit::insert(write, &entry)?;
                }
                Ok(new > 0)
            })
            .await
    }

    async fn unpin(
        &self,
        student: UserId,
        skill: &SkillCode,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        let skill = skill.clone();
        self.writer()?
            .run(2, move |write| {
                let gone = write.execute(sql::DELETE_PIN, &[&student.0, &skill.as_str()])?;
                if gone > 0 {
                    audit::insert(write, &entry)?;
                }
                Ok(gone > 0)
            })
            .await
    }

    async fn pins_of_student(&self, student: UserId) -> StoreResult<Vec<PinRow>> {
        self.all(query(sql::PINS_OF_STUDENT).bind(student.0)).await
    }
}
