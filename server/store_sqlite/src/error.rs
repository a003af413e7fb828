//! What SQLite says, in the operator's words.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::StoreError;

const REMEDY_SPACE: &str =
    "Free some space; nothing that was acknowledged is lost, and devices send the rest again";
const REMEDY_WRITABLE: &str =
    "Make the file and its folder writable for the user that runs Trellis";
const REMEDY_HELD: &str = "Close the program that holds it, or wait until it is done";
const REMEDY_DISK: &str = "Look at the disk and the system log, then start Trellis again";
const REMEDY_RESTORE: &str =
    "Keep the file, and put back the latest backup beside it under the old name";

/// Primary result codes of <https://sqlite.org/rescode.html>.
mod code {
    pub const BUSY: i32 = 5;
    pub const LOCKED: i32 = 6;
    pub const NOMEM: i32 = 7;
    pub const READONLY: i32 = 8;
    pub const IOERR: i32 = 10;
    pub const CORRUPT: i32 = 11;
    pub const FULL: i32 = 13;
    pub const CANTOPEN: i32 = 14;
    pub const CONSTRAINT: i32 = 19;
    pub const NOTADB: i32 = 26;
    pub const CONSTRAINT_FOREIGNKEY: i32 = 787;
    pub const CONSTRAINT_PRIMARYKEY: i32 = 1555;
    pub const CONSTRAINT_UNIQUE: i32 = 2067;
}

/// Turns errors of both drivers into the store's, with the path they are about.
#[derive(Clone, Debug)]
pub(crate) struct Errors {
    path: Arc<Path>,
}

impl Errors {
    pub fn about(path: PathBuf) -> Self {
        Self { path: path.into() }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    fn shown(&self) -> String {
        self.path.display().to_string()
    }

    pub fn unavailable(&self, reason: impl Display, remedy: &'static str) -> StoreError {
        StoreError::Unavailable {
            path: self.shown(),
            reason: reason.to_string(),
            remedy,
        }
    }

    pub fn unusable(&self, reason: impl Display, remedy: &'static str) -> StoreError {
        StoreError::Unusable {
            path: self.shown(),
            reason: reason.to_string(),
            remedy,
        }
    }

    pub fn damaged(&self, reason: impl Display) -> StoreError {
        self.unusable(reason, REMEDY_RESTORE)
    }

    pub fn not_writable(&self, reason: impl Display) -> StoreError {
        self.unavailable(reason, REMEDY_WRITABLE)
    }

    pub fn newer(&self, found: i64, known: i64) -> StoreError {
        StoreError::NewerSchema {
            path: self.shown(),
            found,
            known,
        }
    }

    /// After shutting down began, or the writer died.
    pub fn writer_stopped(&self) -> StoreError {
        self.unavailable("its writer has stopped", "Start Trellis again")
    }

    pub fn read_only(&self) -> StoreError {
        self.unavailable("it was opened for reading only", "Open it for writing")
    }

    /// From a failed file operation beside the database.
    pub fn io(&self, what: &str, error: &std::io::Error) -> StoreError {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
        let reason = format!("{what}: {error}");
        match error.kind() {
            StorageFull => self.unavailable(reason, REMEDY_SPACE),
            PermissionDenied | ReadOnlyFilesystem => self.unavailable(reason, REMEDY_WRITABLE),
            _ => self.unavailable(reason, "Check the path and its folder"),
        }
    }

    pub fn write(&self, error: rusqlite::Error) -> StoreError {
        match error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let message = message.unwrap_or_else(|| failure.to_string());
                self.classify(failure.extended_code, &message)
            }
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => StoreError::Corrupt {
                what: "row",
                reason: error.to_string(),
            },
            other => StoreError::Other(other.to_string()),
        }
    }

    pub fn read(&self, error: sqlx::Error) -> StoreError {
        match error {
            sqlx::Error::Database(failure) => {
                let code = failure
                    .code()
                    .and_then(|code| code.parse().ok())
                    .unwrap_or(0);
                self.classify(code, failure.message())
            }
            sqlx::Error::PoolTimedOut => StoreError::Busy,
            sqlx::Error::PoolClosed => {
                self.unavailable("it is being closed", "Start Trellis again")
            }
            sqlx::Error::Io(error) => self.io("reading it failed", &error),
            sqlx::Error::ColumnDecode { index, source } => StoreError::Corrupt {
                what: "row",
                reason: format!("column {index}: {source}"),
            },
            other => StoreError::Other(other.to_string()),
        }
    }

    fn classify(&self, extended: i32, message: &str) -> StoreError {
        match extended {
            code::CONSTRAINT_UNIQUE | code::CONSTRAINT_PRIMARYKEY => {
                return StoreError::Conflict(what_is_there(message));
            }
            code::CONSTRAINT_FOREIGNKEY => {
                return StoreError::Missing("something that the new row refers to");
            }
            _ => {}
        }
        match extended & 0xff {
            code::BUSY | code::LOCKED => {
                self.unavailable("another program holds its write lock", REMEDY_HELD)
            }
            code::READONLY => self.not_writable("it cannot be written"),
            code::FULL => self.unavailable("the disk is full", REMEDY_SPACE),
            code::IOERR => self.unavailable(format!("the disk failed ({message})"), REMEDY_DISK),
            code::NOMEM => self.unavailable("memory ran out", "Give the server more memory"),
            code::CANTOPEN => self.not_writable(format!(
                "it, or a file beside it, cannot be opened ({message})"
            )),
            code::CORRUPT => self.damaged(format!("it is damaged ({message})")),
            code::NOTADB => self.unusable(
                "it is not a SQLite database",
                "Give the path of a Trellis database, or of a file that does not exist yet",
            ),
            code::CONSTRAINT => StoreError::Other(format!("a row was refused: {message}")),
            _ => StoreError::Other(message.to_owned()),
        }
    }
}

/// SQLite names the columns: `UNIQUE constraint failed: class.code`.
fn what_is_there(message: &str) -> &'static str {
    let columns = message.rsplit_once(": ").map_or("", |(_, columns)| columns);
    let (table, rest) = columns.split_once('.').unwrap_or((columns, ""));
    match (table, rest) {
        ("staff", "username_key") => "a person with this user name",
        ("class", "code") => "a class with this code",
        ("org", _) => "this organisation",
        ("person" | "staff" | "student" | "credential", _) => "this person",
        ("class", _) => "this class",
        ("enrollment", _) => "this enrollment",
        ("assignment", _) => "this assignment",
        ("template_version", _) => "this version of the template",
        ("session", _) => "this session",
        _ => "this row",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classify(code: i32, message: &str) -> StoreError {
        Errors::about("/srv/trellis.db".into()).classify(code, message)
    }

    #[test]
    fn a_uniqueness_failure_names_the_thing() {
        let error = classify(
            2067,
            "UNIQUE constraint failed: assignment.class_id, assignment.pathway",
        );
        assert_eq!(error.to_string(), "this assignment is there already");
        let error = classify(2067, "UNIQUE constraint failed: staff.username_key");
        assert_eq!(
            error.to_string(),
            "a person with this user name is there already"
        );
    }

    #[test]
    fn extended_codes_fall_back_to_their_primary() {
        // SQLITE_IOERR_FSYNC, SQLITE_READONLY_DBMOVED, SQLITE_BUSY_SNAPSHOT, SQLITE_CORRUPT_INDEX
        assert!(
            classify(1034, "disk I/O error")
                .to_string()
                .contains("the disk failed")
        );
        assert!(matches!(classify(1032, ""), StoreError::Unavailable { .. }));
        assert!(matches!(classify(517, ""), StoreError::Unavailable { .. }));
        assert!(matches!(classify(779, ""), StoreError::Unusable { .. }));
    }

    #[test]
    fn a_full_disk_is_told_with_its_remedy() {
        let text = classify(13, "database or disk is full").to_string();
        assert_eq!(
            text,
            format!(
                "the database at /srv/trellis.db is not available: the disk is full. {REMEDY_SPACE}"
            )
        );
    }
}
