//! Rows of readings, as the read side of the pool gives them.

use api::{ClassId, ReadingId, UserId};
use item_bank::bridge::Reading;
use store::{
    CoreReviewRow, CoreRow, CoreStateRow, DraftingCall, NeededCardRow, ReadingAssignmentRow,
    ReadingHead, ReadingRow, StoreResult,
};
use uuid::Uuid;

use super::values;
use crate::read::{FromReader, Reader, corrupt};
use crate::values::decision;

/// What is approved.
pub(super) struct Frozen {
    pub id: ReadingId,
    pub reading: Reading,
}

impl FromReader for Frozen {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: ReadingId(row.get("id")?),
            reading: row.json("frozen")?,
        })
    }
}

impl FromReader for ReadingRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let frozen: Option<&str> = row.get("frozen")?;
        let frozen = frozen
            .map(|json| serde_json::from_str(json).map_err(|error| corrupt("reading", error)));
        Ok(Self {
            id: ReadingId(row.get("id")?),
            author: UserId(row.get("author_id")?),
            author_name: row.get("author")?,
            copy_of: row.get::<Option<Uuid>>("copy_of")?.map(ReadingId),
            state: row.word("state", values::reading_state)?,
            revision: row.get("revision")?,
            title: row.get("title")?,
            text: row.get("text")?,
            choices: row.json("choices")?,
            frozen: frozen.transpose()?,
            created_at_ms: row.get("created_at_ms")?,
            updated_at_ms: row.get("updated_at_ms")?,
        })
    }
}

impl FromReader for ReadingHead {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: ReadingId(row.get("id")?),
            author: UserId(row.get("author_id")?),
            author_name: row.get("author")?,
            state: row.word("state", values::reading_state)?,
            title: row.get("title")?,
            words: row.get("words")?,
            updated_at_ms: row.get("updated_at_ms")?,
        })
    }
}

impl FromReader for CoreRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let origin: &str = row.get("origin")?;
        let model: Option<String> = row.get("model")?;
        Ok(Self {
            language: row.code("language")?,
            core: row.json("core")?,
            works: row.get("works")?,
            origin: values::core_origin(origin, model)
                .ok_or_else(|| corrupt("origin", format!("'{origin}'")))?,
            by: UserId(row.get("by_id")?),
            by_name: row.get("by_name")?,
            at_ms: row.get("at_ms")?,
            sha256: row.get("sha256")?,
        })
    }
}

impl FromReader for CoreStateRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        let text: Option<&str> = row.get("decision")?;
        let newest =
            text.map(|text| decision(text).ok_or_else(|| corrupt("decision", format!("'{text}'"))));
        Ok(Self {
            reading: ReadingId(row.get("reading_id")?),
            language: row.code("language")?,
            decision: newest.transpose()?,
        })
    }
}

impl FromReader for CoreReviewRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            language: row.code("language")?,
            sha256: row.get("sha256")?,
            decision: row.word("decision", decision)?,
            reason: row.get("reason")?,
            reviewer: UserId(row.get("reviewer_id")?),
            reviewer_name: row.get("reviewer")?,
            at_ms: row.get("at_ms")?,
        })
    }
}

impl FromReader for ReadingAssignmentRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            reading: ReadingId(row.get("reading_id")?),
            title: row.get("title")?,
            class: ClassId(row.get("class_id")?),
            class_title: row.get("class_title")?,
            teacher: row.get("teacher")?,
            assigned_at_ms: row.get("assigned_at_ms")?,
        })
    }
}

impl FromReader for NeededCardRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            word: row.get("word")?,
            asked_by: row.get("asked_by")?,
            reading: row.get::<Option<Uuid>>("reading_id")?.map(ReadingId),
            title: row.get("title")?,
            at_ms: row.get("at_ms")?,
        })
    }
}

impl FromReader for DraftingCall {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            at_ms: row.get("at_ms")?,
            asked_by: UserId(row.get("asked_by")?),
            reading: ReadingId(row.get("reading_id")?),
            language: row.code("language")?,
            model: row.get("model")?,
            prompt_sha256: row.get("prompt_sha256")?,
            outcome: row.word("outcome", values::draft_outcome)?,
            reasons: row.get("reasons")?,
            elapsed_ms: row.get("elapsed_ms")?,
            cached: row.get("cached")?,
        })
    }
}
