//! Who is signed in.

use async_trait::async_trait;
use sqlx::query;
use store::{NewSession, SessionRow, Sessions, StoreResult, TokenHash};

use crate::open::SqliteStore;
use crate::sql;

#[async_trait]
impl Sessions for SqliteStore {
    async fn create_session(&self, session: NewSession) -> StoreResult<()> {
        let TokenHash(token) = session.token;
        self.writer()?
            .run(1, move |write| {
                write.execute(
                    sql::CREATE_SESSION,
                    &[
                        &token,
                        &session.user.0,
                        &session.created_at_ms,
                        &session.expires_at_ms,
                    ],
                )?;
                Ok(())
            })
            .await
    }

    async fn session(&self, token: TokenHash) -> StoreResult<Option<SessionRow>> {
        self.one(query(sql::SESSION).bind(token.0.to_vec())).await
    }

    async fn delete_session(&self, token: TokenHash) -> StoreResult<()> {
        self.writer()?
            .run(1, move |write| {
                write.execute(sql::DELETE_SESSION, &[&token.0]).map(|_| ())
            })
            .await
    }

    async fn sweep_sessions(&self, now_ms: i64) -> StoreResult<u64> {
        self.writer()?
            .run(1, move |write| {
                write
                    .execute(sql::SWEEP_SESSIONS, &[&now_ms])
                    .map(|swept| swept as u64)
            })
            .await
    }
}
