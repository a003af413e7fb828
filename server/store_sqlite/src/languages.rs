//! Readers of a language, and what they decided about its texts.

use api::UserId;
use async_trait::async_trait;
use item_bank::LanguageTag;
use sqlx::query;
use store::{AuditEntry, Languages, NewUnitReview, StoreResult, UnitReviewRow};

use crate::open::SqliteStore;
use crate::read::{FromReader, Reader};
use crate::{audit, sql, values};

#[async_trait]
impl Languages for SqliteStore {
    async fn languages_read_by(&self, staff: UserId) -> StoreResult<Vec<LanguageTag>> {
        let rows: Vec<Tag> = self
            .all(query(sql::LANGUAGES_OF_STAFF).bind(staff.0))
            .await?;
        Ok(rows.into_iter().map(|row| row.0).collect())
    }

    async fn set_reader(
        &self,
        staff: UserId,
        language: LanguageTag,
        reads: bool,
    ) -> StoreResult<bool> {
        let statement = if reads {
            sql::ADD_READER
        } else {
            sql::REMOVE_READER
        };
        self.writer()?
            .run(1, move |write| {
                let changed = write.execute(statement, &[&staff.0, &language.as_str()])?;
                Ok(changed > 0)
            })
            .await
    }

    async fn unit_reviews(&self) -> StoreResult<Vec<UnitReviewRow>> {
        self.all(query(sql::UNIT_REVIEWS)).await
    }

    async fn review_units(
        &self,
        reviews: Vec<NewUnitReview>,
        entry: AuditEntry,
    ) -> StoreResult<()> {
        self.writer()?
            .run(reviews.len() + 1, move |write| {
                for review in &reviews {
                    write.execute(
                        sql::INSERT_UNIT_REVIEW,
                        &[
                            &review.language.as_str(),
                            &review.unit.to_string(),
                            &review.sha256,
                            &values::decision_text(review.decision),
                            &review.reason,
                            &review.reviewer.0,
                            &review.at_ms,
                        ],
                    )?;
                }
                audit::insert(write, &entry)
            })
            .await
    }
}

struct Tag(LanguageTag);

impl FromReader for Tag {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        row.code("language").map(Self)
    }
}

impl FromReader for UnitReviewRow {
    fn from_reader(row: &Reader<'_>) -> StoreResult<Self> {
        Ok(Self {
            language: row.code("language")?,
            unit: row.code("unit")?,
            sha256: row.get("sha256")?,
            decision: row.word("decision", values::decision)?,
            reason: row.get("reason")?,
            reviewer: row.get("reviewer")?,
            at_ms: row.get("at_ms")?,
        })
    }
}
