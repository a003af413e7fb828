//! What can go wrong with a database, in the operator's words.

pub type StoreResult<T> = Result<T, StoreError>;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A uniqueness rule was broken: the thing is there already.
    #[error("{0} is there already")]
    Conflict(&'static str),
    /// What a row refers to, or the row to change, does not exist.
    #[error("{0} is not there")]
    Missing(&'static str),
    /// The queue of the writer, or the wait for a reader, is full; try again shortly.
    #[error("the database has more to do than it can queue")]
    Busy,
    /// The database cannot be written or read now: full, read-only, locked, gone.
    #[error("the database at {path} is not available: {reason}. {remedy}")]
    Unavailable {
        path: String,
        reason: String,
        remedy: &'static str,
    },
    /// The file is not a database, is damaged, or was written by another program.
    #[error("{path} is not a usable Trellis database: {reason}. {remedy}")]
    Unusable {
        path: String,
        reason: String,
        remedy: &'static str,
    },
    /// The database was migrated by a newer Trellis.
    #[error(
        "{path} has schema {found}, this Trellis knows up to {known}: \
         start a Trellis that is at least as new as the one that migrated it"
    )]
    NewerSchema {
        path: String,
        found: i64,
        known: i64,
    },
    /// A row does not hold what this version writes.
    #[error("a stored {what} cannot be read: {reason}")]
    Corrupt { what: &'static str, reason: String },
    #[error("database: {0}")]
    Other(String),
}
