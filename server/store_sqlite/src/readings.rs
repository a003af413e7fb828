//! Teachers' texts with their bridge.

use api::{ClassId, ReadingId, UserId};
use async_trait::async_trait;
use item_bank::bridge::Reading;
use serde::Serialize;
use sqlx::query;
use store::{
    AuditEntry, CoreReviewRow, CoreRow, CoreStateRow, DraftKept, DraftingCall, NeededCardRow,
    NeededWords, NewReadingRow, ReadingAssignmentRow, ReadingBody, ReadingHead, ReadingRow,
    Readings, StoreError, StoreResult,
};

use crate::open::SqliteStore;
use crate::values::decision_text;
use crate::write::Write;
use crate::{audit, sql};

mod rows;
mod values;

use rows::Frozen;

#[async_trait]
impl Readings for SqliteStore {
    async fn create_reading(&self, new: NewReadingRow, entry: AuditEntry) -> StoreResult<()> {
        let choices = json(&new.body.choices)?;
        self.writer()?
            .run(2 + new.body.cores.len(), move |write| {
                write.execute(
                    sql::INSERT_READING,
                    &[
                        &new.id.0,
                        &new.author.0,
                        &new.copy_of.map(|id| id.0),
                        &new.body.title,
                        &new.body.text,
                        &new.body.words,
                        &choices,
                        &new.created_at_ms,
                    ],
                )?;
                insert_cores(write, new.id, &new.body.cores)?;
                audit::insert(write, &entry)
            })
            .await
    }

    async fn reading_for(&self, staff: UserId, id: ReadingId) -> StoreResult<Option<ReadingRow>> {
        self.one(query(sql::READING_FOR).bind(id.0).bind(staff.0))
            .await
    }

    async fn readings_for(&self, staff: UserId) -> StoreResult<Vec<ReadingHead>> {
        self.all(query(sql::READINGS_FOR).bind(staff.0)).await
    }

    async fn cores_of(&self, reading: ReadingId) -> StoreResult<Vec<CoreRow>> {
        self.all(query(sql::READING_CORES).bind(reading.0)).await
    }

    async fn core_states_for(&self, staff: UserId) -> StoreResult<Vec<CoreStateRow>> {
        self.all(query(sql::READING_CORE_STATES).bind(staff.0))
            .await
    }

    async fn core_reviews_of(&self, reading: ReadingId) -> StoreResult<Vec<CoreReviewRow>> {
        self.all(query(sql::READING_REVIEWS).bind(reading.0)).await
    }

    async fn approved_readings(&self) -> StoreResult<Vec<(ReadingId, Reading)>> {
        let rows: Vec<Frozen> = self.all(query(sql::APPROVED_READINGS)).await?;
        Ok(rows.into_iter().map(|row| (row.id, row.reading)).collect())
    }

    async fn save_reading(
        &self,
        id: ReadingId,
        revision: u32,
        body: ReadingBody,
        at_ms: i64,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        self.writer()?
            .run(2 + body.cores.len(), move |write| {
                let saved = save(write, id, revision, &body, at_ms)?;
                if saved {
                    audit::insert(write, &entry)?;
                }
                Ok(saved)
            })
            .await
    }

    async fn approve_reading(
        &self,
        id: ReadingId,
        revision: u32,
        frozen: &Reading,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        let frozen = json(frozen)?;
        self.writer()?
            .run(2, move |write| {
                let values: [&dyn rusqlite::ToSql; 4] = [&frozen, &entry.at_ms, &id.0, &revision];
                noted(write, sql::APPROVE_READING, &values, &entry)
            })
            .await
    }

    async fn retire_reading(
        &self,
        id: ReadingId,
        revision: u32,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                let values: [&dyn rusqlite::ToSql; 3] = [&entry.at_ms, &id.0, &revision];
                noted(write, sql::RETIRE_READING, &values, &entry)
            })
            .await
    }

    async fn review_core(
        &self,
        reading: ReadingId,
        review: CoreReviewRow,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                let key = (reading.0, review.language.as_str());
                let now: Option<String> =
                    write.optional(sql::READING_CORE_SHA256, key, |row| row.get("sha256"))?;
                if now.as_ref() != Some(&review.sha256) {
                    return Ok(false);
                }
                write.execute(
                    sql::INSERT_READING_REVIEW,
                    &[
                        &reading.0,
                        &review.language.as_str(),
                        &review.sha256,
                        &decision_text(review.decision),
                        &review.reason,
                        &review.reviewer.0,
                        &review.at_ms,
                    ],
                )?;
                audit::insert(write, &entry)?;
                Ok(true)
            })
            .await
    }

    async fn assign_reading(
        &self,
        reading: ReadingId,
        class: ClassId,
        by: UserId,
        at_ms: i64,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                let values: [&dyn rusqlite::ToSql; 4] = [&class.0, &reading.0, &by.0, &at_ms];
                noted(write, sql::ASSIGN_READING, &values, &entry)
            })
            .await
    }

    async fn unassign_reading(
        &self,
        reading: ReadingId,
        class: ClassId,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        self.writer()?
            .run(2, move |write| {
                noted(
                    write,
                    sql::UNASSIGN_READING,
                    &[&class.0, &reading.0],
                    &entry,
                )
            })
            .await
    }

    async fn reading_assignments_of_teacher(
        &self,
        teacher: UserId,
    ) -> StoreResult<Vec<ReadingAssignmentRow>> {
        self.all(query(sql::READING_ASSIGNMENTS_OF_TEACHER).bind(teacher.0))
            .await
    }

    async fn reading_assignments_of_student(
        &self,
        student: UserId,
    ) -> StoreResult<Vec<ReadingAssignmentRow>> {
        self.all(query(sql::READING_ASSIGNMENTS_OF_STUDENT).bind(student.0))
            .await
    }

    async fn need_cards(&self, needed: NeededWords) -> StoreResult<usize> {
        self.writer()?
            .run(needed.words.len(), move |write| {
                let reading = needed.reading.map(|id| id.0);
                let mut new = 0;
                for word in &needed.words {
                    new += write.execute(
                        sql::NEED_CARD,
                        &[word, &needed.asked_by.0, &reading, &needed.at_ms],
                    )?;
                }
                Ok(new)
            })
            .await
    }

    async fn needed_cards(&self) -> StoreResult<Vec<NeededCardRow>> {
        self.all(query(sql::NEEDED_CARDS)).await
    }

    async fn drop_needed_card(&self, word: &str, entry: AuditEntry) -> StoreResult<bool> {
        let word = word.to_owned();
        self.writer()?
            .run(2, move |write| {
                noted(write, sql::DROP_NEEDED_CARD, &[&word], &entry)
            })
            .await
    }

    async fn note_drafting_call(
        &self,
        call: DraftingCall,
        keeps: Option<DraftKept>,
        entry: AuditEntry,
    ) -> StoreResult<bool> {
        let rows = 2 + keeps.as_ref().map_or(0, |kept| 2 + kept.body.cores.len());
        self.writer()?
            .run(rows, move |write| {
                if let Some(DraftKept { revision, body }) = &keeps
                    && !save(write, call.reading, *revision, body, call.at_ms)?
                {
                    return Ok(false);
                }
                write.execute(
                    sql::INSERT_DRAFTING_CALL,
                    &[
                        &call.at_ms,
                        &call.asked_by.0,
                        &call.reading.0,
                        &call.language.as_str(),
                        &call.model,
                        &call.prompt_sha256,
                        &values::draft_outcome_text(call.outcome),
                        &call.reasons,
                        &call.elapsed_ms,
                        &call.cached,
                    ],
                )?;
                audit::insert(write, &entry)?;
                Ok(true)
            })
            .await
    }

    async fn drafting_calls_of(&self, reading: ReadingId) -> StoreResult<Vec<DraftingCall>> {
        self.all(query(sql::DRAFTING_CALLS).bind(reading.0)).await
    }
}

/// `false` when it is not a draft at this revision any more.
fn save(
    write: &Write<'_>,
    id: ReadingId,
    revision: u32,
    body: &ReadingBody,
    at_ms: i64,
) -> StoreResult<bool> {
    let saved = write.execute(
        sql::SAVE_READING,
        &[
            &body.title,
            &body.text,
            &body.words,
            &json(&body.choices)?,
            &at_ms,
            &id.0,
            &revision,
        ],
    )?;
    if saved == 0 {
        return Ok(false);
    }
    write.execute(sql::CLEAR_READING_CORES, &[&id.0])?;
    insert_cores(write, id, &body.cores)?;
    Ok(true)
}

/// One statement; where it changed something, the line in the audit trail.
fn noted(
    write: &Write<'_>,
    statement: &'static str,
    values: &[&dyn rusqlite::ToSql],
    entry: &AuditEntry,
) -> StoreResult<bool> {
    let changed = write.execute(statement, values)?;
    if changed > 0 {
        audit::insert(write, entry)?;
    }
    Ok(changed > 0)
}

fn insert_cores(write: &Write<'_>, reading: ReadingId, cores: &[CoreRow]) -> StoreResult<()> {
    for core in cores {
        let (origin, model) = values::core_origin_text(&core.origin);
        write.execute(
            sql::INSERT_READING_CORE,
            &[
                &reading.0,
                &core.language.as_str(),
                &json(&core.core)?,
                &core.works,
                &origin,
                &model,
                &core.by.0,
                &core.at_ms,
                &core.sha256,
            ],
        )?;
    }
    Ok(())
}

fn json(value: &impl Serialize) -> StoreResult<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Other(error.to_string()))
}
