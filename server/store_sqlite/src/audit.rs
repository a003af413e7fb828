//! Who did what to whose record.

use async_trait::async_trait;
use store::{Audit, AuditEntry, StoreResult};

use crate::open::SqliteStore;
use crate::sql;
use crate::write::Write;

#[async_trait]
impl Audit for SqliteStore {
    async fn audit(&self, entry: AuditEntry) -> StoreResult<()> {
        self.writer()?
            .run(1, move |write| insert(write, &entry))
            .await
    }
}

pub(crate) fn insert(write: &Write<'_>, entry: &AuditEntry) -> StoreResult<()> {
    let actor = entry.actor.map(|actor| actor.0);
    write.execute(
        sql::AUDIT,
        &[
            &entry.at_ms,
            &actor,
            &entry.action.as_str(),
            &entry.subject,
            &entry.detail,
        ],
    )?;
    Ok(())
}
