//! The one place that names a backend: from what the operator wrote to a store.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use store::{Store, StoreResult};
use store_sqlite::{OpenOptions, SqliteStore, WriterStats};

use crate::model::replay;

/// Where the database is: a path, or a URL whose scheme says which kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    Sqlite(PathBuf),
}

/// Why a location was refused.
#[derive(Debug, thiserror::Error)]
pub enum BadLocation {
    #[error(
        "'{0}' is a PostgreSQL database, which this Trellis cannot use yet: \
         give the path of a file instead, such as var/trellis.db"
    )]
    Postgres(String),
    #[error(
        "'{0}' names no kind of database that Trellis knows: \
         give the path of a file, or sqlite:PATH"
    )]
    Unknown(String),
    #[error("the name of the database is empty: give the path of a file, such as var/trellis.db")]
    Empty,
}

impl FromStr for Location {
    type Err = BadLocation;

    fn from_str(text: &str) -> Result<Self, BadLocation> {
        let path = match text.split_once(':') {
            Some(("sqlite", rest)) => rest.strip_prefix("//").unwrap_or(rest),
            Some((scheme, _)) if scheme.starts_with("postgres") => {
                return Err(BadLocation::Postgres(without_secret(text)));
            }
            Some((_, rest)) if rest.starts_with("//") => {
                return Err(BadLocation::Unknown(without_secret(text)));
            }
            _ => text,
        };
        if path.trim().is_empty() {
            return Err(BadLocation::Empty);
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
        }
    }
}

/// A URL may hold a password, which has no place in an error message.
fn without_secret(url: &str) -> String {
    match url.split_once("://") {
        Some((scheme, rest)) => {
            format!(
                "{scheme}://{}",
                rest.rsplit_once('@').map_or(rest, |(_, host)| host)
            )
        }
        None => url.to_owned(),
    }
}

/// An open database.
#[derive(Debug)]
pub struct Database {
    backend: Arc<SqliteStore>,
}

impl Database {
    /// Opens for reading and writing, making and migrating it where need be.
    pub async fn open(location: &Location) -> StoreResult<Self> {
        Self::open_with(location, OpenOptions::default()).await
    }

    /// Likewise, but a database that is not there is an error.
    pub async fn open_existing(location: &Location) -> StoreResult<Self> {
        let options = OpenOptions {
            create: false,
            ..OpenOptions::default()
        };
        Self::open_with(location, options).await
    }

    async fn open_with(location: &Location, options: OpenOptions) -> StoreResult<Self> {
        let Location::Sqlite(path) = location;
        let backend = SqliteStore::open(path, options).await?;
        let database = Self {
            backend: Arc::new(backend),
        };
        // What another version's formulas folded must not be added to.
        match replay::bring_up_to_date(&*database.store()).await {
            Ok(None | Some(0)) => Ok(database),
            Ok(Some(opportunities)) => {
                tracing::info!(opportunities, "estimates and abilities were rebuilt");
                Ok(database)
            }
            Err(error) => {
                database.close().await;
                Err(error)
            }
        }
    }

    /// Opens for reading, beside a server that may be running.
    pub async fn open_read_only(location: &Location) -> StoreResult<Self> {
        let Location::Sqlite(path) = location;
        let backend = SqliteStore::open_read_only(path).await?;
        Ok(Self {
            backend: Arc::new(backend),
        })
    }

    pub fn store(&self) -> Arc<dyn Store> {
        Arc::clone(&self.backend) as Arc<dyn Store>
    }

    pub fn writer_stats(&self) -> Option<WriterStats> {
        self.backend.writer_stats()
    }

    /// Commits what waits and lets go of the file.
    pub async fn close(&self) {
        self.backend.close().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_sqlite_urls_name_a_file() {
        for text in ["var/t.db", "sqlite:var/t.db", "sqlite://var/t.db"] {
            let location: Location = text.parse().unwrap();
            assert_eq!(location, Location::Sqlite("var/t.db".into()), "{text}");
        }
    }

    #[test]
    fn other_databases_are_refused_without_their_password() {
        let refusal = |text: &str| text.parse::<Location>().unwrap_err().to_string();
        let postgres = refusal("postgres://trellis:hunter2@db/trellis");
        assert!(postgres.contains("postgres://db/trellis"), "{postgres}");
        assert!(!postgres.contains("hunter2"));
        assert!(refusal("mysql://db/x").contains("mysql://db/x"));
        assert!(refusal(" ").contains("empty"));
    }
}
