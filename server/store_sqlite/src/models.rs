//! Versions of the model.

use async_trait::async_trait;
use rusqlite::params;
use sqlx::query;
use store::{AuditEntry, ModelId, ModelRow, Models, NewModel, Projection, StoreError, StoreResult};

use crate::open::SqliteStore;
use crate::read::Position;
use crate::sql;
use crate::write::Write;
use crate::{audit, projection};

#[async_trait]
impl Models for SqliteStore {
    async fn models(&self) -> StoreResult<Vec<ModelRow>> {
        self.all(query(sql::MODELS)).await
    }

    async fn model_in_force(&self) -> StoreResult<Option<ModelRow>> {
        self.one(query(sql::MODEL_IN_FORCE)).await
    }

    async fn last_position(&self) -> StoreResult<i64> {
        let last: Option<Position> = self.one(query(sql::LAST_POSITION)).await?;
        Ok(last.map_or(0, |last| last.0))
    }

    async fn adopt(
        &self,
        model: NewModel,
        projection: Option<Projection>,
        audit: AuditEntry,
    ) -> StoreResult<ModelId> {
        let reading = model.reading.as_ref().map(serde_json::to_string);
        let reading = reading
            .transpose()
            .map_err(|error| StoreError::Other(error.to_string()))?;
        let rows = 2 + projection.as_ref().map_or(0, projection::rows);
        self.writer()?
            .run(rows, move |write| {
                let id = insert(write, &model, reading.as_deref())?;
                if let Some(projection) = &projection {
                    projection::replace(write, projection)?;
                }
                audit::insert(write, &audit)?;
                Ok(id)
            })
            .await
    }
}

fn insert(write: &Write<'_>, model: &NewModel, reading: Option<&str>) -> StoreResult<ModelId> {
    let from_position = if model.rebuilt { 0 } else { model.at_position };
    let values = params![
        model.adopted_at_ms,
        model.adopted_by,
        model.note,
        model.file.as_ref().map(|file| &file.text),
        model.file.as_ref().map(|file| &file.sha256),
        model.at_position,
        from_position,
        reading,
        model.past.map(|id| id.0),
        model.previous.map(|id| id.0),
        model.returns_to.map(|id| id.0),
    ];
    write.insert_for_id(sql::INSERT_MODEL, values).map(ModelId)
}
