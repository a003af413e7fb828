//! Opening and closing.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{Executor, SqlitePool};
use store::{StoreError, StoreResult};

use crate::check;
use crate::error::Errors;
use crate::lock::WriterLock;
use crate::migrate::{self, Found, KNOWN};
use crate::read::{FromReader, Reader};
use crate::sql;
use crate::stats::WriterStats;
use crate::writer::{Limits, Writer};

/// Enough for the longest checkpoint that another process may hold the file for.
const BUSY: Duration = Duration::from_secs(3);

/// A reader that waits longer than this for a connection is told that the server is busy.
const ACQUIRE: Duration = Duration::from_secs(3);

/// The statements of `server/sql` and the few that make a group.
const CACHED_STATEMENTS: usize = 64;

/// How to open a database. `OpenOptions::default()` is what a server wants.
#[derive(Clone, Copy, Debug)]
pub struct OpenOptions {
    /// Make the file, and its folder, when they are not there.
    pub create: bool,
    /// Connections that read.
    pub readers: NonZeroU32,
    /// Writes that may wait; one more is told [`StoreError::Busy`] at once.
    pub queue_jobs: NonZeroUsize,
    /// Rows that waiting writes may bring.
    pub queue_rows: usize,
    /// Writes that share a commit. 1 is a transaction for each, to compare with.
    pub group_jobs: NonZeroUsize,
    /// Rows after which a commit takes no further write.
    pub group_rows: usize,
}

impl Default for OpenOptions {
    fn default() -> Self {
        const fn at_least_one(n: usize) -> NonZeroUsize {
            NonZeroUsize::MIN.saturating_add(n - 1)
        }
        Self {
            create: true,
            readers: NonZeroU32::MIN.saturating_add(3),
            // both measured with the anchor of shared/QUALITY.md
            queue_jobs: at_least_one(8_192),
            group_jobs: at_least_one(1_024),
            // some 400 bytes each
            queue_rows: 65_536,
            // some 0.1 s of work
            group_rows: 4_096,
        }
    }
}

/// A statement of `server/sql` with its values.
pub(crate) type Bound = sqlx::query::Query<'static, sqlx::Sqlite, SqliteArguments>;

/// The database of one Trellis.
#[derive(Debug)]
pub struct SqliteStore {
    pub(crate) pool: SqlitePool,
    pub(crate) errors: Errors,
    writer: Option<Arc<Writer>>,
}

impl SqliteStore {
    /// Opens for reading and writing, brings the schema up to date and keeps every other writer out
    /// until [`close`](Self::close) or drop.
    pub async fn open(path: impl AsRef<Path>, options: OpenOptions) -> StoreResult<Self> {
        let path = path.as_ref().to_owned();
        let (writer, errors) = blocking(move || open_writer(path, options)).await?;
        let pool = pool_options(options.readers)
            .connect_with(read_only(&errors))
            .await
            .map_err(|error| errors.read(error))?;
        Ok(Self {
            pool,
            errors,
            writer: Some(Arc::new(writer)),
        })
    }

    /// Opens a database of this very schema for reading, beside a server that may be writing. All
    /// reads see it as it stood now, so that estimates can be held against their responses; while it
    /// is open, the server's log cannot be emptied. Every write is refused.
    pub async fn open_read_only(path: impl AsRef<Path>) -> StoreResult<Self> {
        let path = path.as_ref().to_owned();
        let errors = blocking(move || look_at(path)).await?;
        let pool = pool_options(NonZeroU32::MIN)
            .after_connect(|connection, _| {
                Box::pin(async move {
                    connection.execute("BEGIN").await?;
                    // a transaction sees the database as its first read found it
                    connection.execute(sql::ANY_ORG).await?;
                    Ok(())
                })
            })
            .connect_with(read_only(&errors))
            .await
            .map_err(|error| errors.read(error))?;
        Ok(Self {
            pool,
            errors,
            writer: None,
        })
    }

    /// Where it is, with links followed.
    pub fn path(&self) -> &Path {
        self.errors.path()
    }

    /// `None` when opened for reading only.
    pub fn writer_stats(&self) -> Option<WriterStats> {
        self.writer.as_ref().map(|writer| writer.stats())
    }

    /// Commits every write that waits, moves the write-ahead log into the file and lets go of it.
    /// Writes that come later are refused.
    pub async fn close(&self) {
        // readers first: an open one would keep the log from being emptied
        self.pool.close().await;
        if let Some(writer) = self.writer.clone() {
            let stopped = tokio::task::spawn_blocking(move || writer.stop()).await;
            if let Err(error) = stopped {
                tracing::error!(%error, "the database was not closed cleanly");
            }
        }
    }

    pub(crate) async fn one<T: FromReader>(&self, query: Bound) -> StoreResult<Option<T>> {
        let row = query
            .fetch_optional(&self.pool)
            .await
            .map_err(|e| self.errors.read(e))?;
        row.map(|row| T::from_reader(&Reader::new(&row, &self.errors)))
            .transpose()
    }

    pub(crate) async fn all<T: FromReader>(&self, query: Bound) -> StoreResult<Vec<T>> {
        let rows = query
            .fetch_all(&self.pool)
            .await
            .map_err(|e| self.errors.read(e))?;
        rows.iter()
            .map(|row| T::from_reader(&Reader::new(row, &self.errors)))
            .collect()
    }

    pub(crate) fn writer(&self) -> StoreResult<&Writer> {
        self.writer
            .as_deref()
            .ok_or_else(|| self.errors.read_only())
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> StoreResult<T> + Send + 'static,
) -> StoreResult<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| StoreError::Other(format!("opening the database failed: {error}")))?
}

fn open_writer(path: PathBuf, options: OpenOptions) -> StoreResult<(Writer, Errors)> {
    let path = check::writable(path, options.create)?;
    let errors = Errors::about(path);
    let lock = WriterLock::take(&errors)?;
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, options.create);
    let connection =
        Connection::open_with_flags(errors.path(), flags).map_err(|error| errors.write(error))?;
    connection
        .busy_timeout(BUSY)
        .map_err(|error| errors.write(error))?;
    // before anything is written: a newer schema or another program's file is left as it was
    migrate::identify(&connection, &errors)?;
    check::sound(&connection, &errors)?;
    set_up(&connection, &errors)?;
    migrate::migrate(&connection, &errors)?;
    let limits = Limits {
        queue_jobs: options.queue_jobs,
        queue_rows: options.queue_rows,
        group_jobs: options.group_jobs,
        group_rows: options.group_rows,
    };
    let writer = Writer::start(connection, lock, limits, errors.clone())?;
    Ok((writer, errors))
}

fn set_up(connection: &Connection, errors: &Errors) -> StoreResult<()> {
    let mode: String = connection
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .map_err(|error| errors.write(error))?;
    if mode != "wal" {
        return Err(errors.unavailable(
            format!("write-ahead logging cannot be turned on (it stays '{mode}')"),
            "Put the database on a local disk, not on a network share",
        ));
    }
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection
        .execute_batch(
            "PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             -- what a savepoint would take back stays in memory, not in a file of its own
             PRAGMA temp_store = MEMORY;
             -- 16 MiB: the inner pages of the indexes of a large district
             PRAGMA cache_size = -16384;
             -- after a burst the log shrinks again
             PRAGMA journal_size_limit = 67108864;",
        )
        .map_err(|error| errors.write(error))
}

/// Refuses what cannot be read before the pool is opened, whose errors say less.
fn look_at(path: PathBuf) -> StoreResult<Errors> {
    let path = check::readable(path)?;
    let errors = Errors::about(path);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection =
        Connection::open_with_flags(errors.path(), flags).map_err(|error| errors.write(error))?;
    connection
        .busy_timeout(BUSY)
        .map_err(|error| errors.write(error))?;
    match migrate::identify(&connection, &errors)? {
        Found::Schema(KNOWN) => Ok(errors),
        Found::Schema(_) | Found::Empty => Err(errors.unusable(
            "its schema is older than this Trellis",
            "Run `trellis migrate` first",
        )),
    }
}

fn read_only(errors: &Errors) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(errors.path())
        .read_only(true)
        .busy_timeout(BUSY)
        .statement_cache_capacity(CACHED_STATEMENTS)
        .optimize_on_close(false, None)
}

fn pool_options(readers: NonZeroU32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(readers.get())
        .acquire_timeout(ACQUIRE)
        // a connection to a file does not go stale
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_writing_connection_syncs_each_commit_and_checks_references() {
        let folder = tempfile::tempdir().unwrap();
        let errors = Errors::about(folder.path().join("trellis.db"));
        let connection = Connection::open(errors.path()).unwrap();
        set_up(&connection, &errors).unwrap();
        let pragma = |name| {
            connection
                .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
                .unwrap()
        };
        // https://sqlite.org/pragma.html: 2 is FULL, 2 is MEMORY
        assert_eq!((pragma("synchronous"), pragma("foreign_keys")), (2, 1));
        assert_eq!((pragma("temp_store"), pragma("trusted_schema")), (2, 0));
    }
}
