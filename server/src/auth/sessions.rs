//! Sessions: opened at sign-in, looked up on every request, closed at sign-out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use api::{Role, UserId};
use store::{NewSession, SessionRow, Store, StoreResult, TokenHash};

/// How long a session lasts, whatever happens: a school day.
const STUDENT_MS: i64 = 12 * 3_600_000;
const TEACHER_MS: i64 = 12 * 3_600_000;
/// A cached session is read again after this long, so that what another server or command changed
/// is seen within a minute.
const FRESH_MS: i64 = 60_000;
/// Cached sessions, some 200 bytes each.
const MAX_CACHED: usize = 20_000;

/// The session table with a small memory in front, so that posting answers does not read the
/// database for each request.
pub struct Sessions {
    store: Arc<dyn Store>,
    cache: Mutex<HashMap<TokenHash, Cached>>,
}

#[derive(Clone)]
struct Cached {
    session: Arc<SessionRow>,
    read_at_ms: i64,
}

/// What a token stands for.
#[derive(Clone, Debug)]
pub enum Lookup {
    Unknown,
    Expired,
    Live(Arc<SessionRow>),
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sessions")
            .field("cached", &self.cache().len())
            .finish_non_exhaustive()
    }
}

impl Sessions {
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            cache: Mutex::default(),
        }
    }

    /// Opens a session and gives when it ends.
    pub async fn open(
        &self,
        token: TokenHash,
        user: UserId,
        role: Role,
        now_ms: i64,
    ) -> StoreResult<i64> {
        let lasts = match role {
            Role::Student => STUDENT_MS,
            Role::Teacher => TEACHER_MS,
        };
        let expires_at_ms = now_ms + lasts;
        let session = NewSession {
            token,
            user,
            created_at_ms: now_ms,
            expires_at_ms,
        };
        self.store.create_session(session).await?;
        Ok(expires_at_ms)
    }

    pub async fn look_up(&self, token: TokenHash, now_ms: i64) -> StoreResult<Lookup> {
        let cached = self.cache().get(&token).cloned();
        let session = match cached {
            Some(entry) if (0..FRESH_MS).contains(&(now_ms - entry.read_at_ms)) => entry.session,
            _ => {
                let Some(row) = self.store.session(token).await? else {
                    self.cache().remove(&token);
                    return Ok(Lookup::Unknown);
                };
                let session = Arc::new(row);
                self.remember(token, Arc::clone(&session), now_ms);
                session
            }
        };
        if session.expires_at_ms <= now_ms {
            return Ok(Lookup::Expired);
        }
        Ok(Lookup::Live(session))
    }

    pub async fn close(&self, token: TokenHash) -> StoreResult<()> {
        self.cache().remove(&token);
        self.store.delete_session(token).await?;
        // A look-up that ran beside the deletion may have remembered it again.
        self.cache().remove(&token);
        Ok(())
    }

    /// Something about this person changed that sessions carry.
    pub fn forget_user(&self, user: UserId) {
        self.cache().retain(|_, cached| cached.session.user != user);
    }

    /// Lets go of what expired, in memory and on the disk.
    pub async fn sweep(&self, now_ms: i64) -> StoreResult<u64> {
        self.cache()
            .retain(|_, cached| cached.session.expires_at_ms > now_ms);
        // Kept for a day past the end, so that a late request hears "expired" and not "unknown".
        self.store.sweep_sessions(now_ms - 24 * 3_600_000).await
    }

    fn remember(&self, token: TokenHash, session: Arc<SessionRow>, now_ms: i64) {
        let mut cache = self.cache();
        if cache.len() >= MAX_CACHED {
            cache.retain(|_, cached| now_ms - cached.read_at_ms < FRESH_MS);
            if cache.len() >= MAX_CACHED {
                cache.clear();
            }
        }
        cache.insert(
            token,
            Cached {
                session,
                read_at_ms: now_ms,
            },
        );
    }

    fn cache(&self) -> MutexGuard<'_, HashMap<TokenHash, Cached>> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
