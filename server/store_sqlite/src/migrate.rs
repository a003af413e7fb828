//! Bringing a file to this version's schema.
//!
//! Each migration is one transaction that also raises `user_version`, so that a kill at any moment
//! leaves the old schema or the new one.

use rusqlite::Connection;
use store::StoreResult;

use crate::error::Errors;
use crate::sql;

/// `TRLS`, set by the first migration.
const APPLICATION_ID: i64 = 0x5452_4C53;

/// In order; the position is the version. Forward only, never edited once released.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/sqlite/0001_first_slice.sql"),
    include_str!("../../../migrations/sqlite/0002_ability.sql"),
    include_str!("../../../migrations/sqlite/0003_pins_and_practice_settings.sql"),
    include_str!("../../../migrations/sqlite/0004_authored_content.sql"),
    include_str!("../../../migrations/sqlite/0005_bridge.sql"),
    include_str!("../../../migrations/sqlite/0006_readings.sql"),
];

/// The schema that this version reads and writes.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// What kind of file it is, from its header alone. Writes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Empty,
    Schema(i64),
}

pub(crate) fn identify(connection: &Connection, errors: &Errors) -> StoreResult<Found> {
    let number = |sql| {
        connection
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .map_err(|e| errors.write(e))
    };
    let application = number("PRAGMA application_id")?;
    let version = number("PRAGMA user_version")?;
    let objects = number(sql::SCHEMA_OBJECTS)?;
    if application == 0 && version == 0 && objects == 0 {
        return Ok(Found::Empty);
    }
    if application != APPLICATION_ID {
        return Err(errors.unusable(
            "it is the database of another program",
            "Give the path of a Trellis database, or of a file that does not exist yet",
        ));
    }
    if version > KNOWN {
        return Err(errors.newer(version, KNOWN));
    }
    Ok(Found::Schema(version))
}

/// Applies what is missing; gives how many migrations ran.
pub(crate) fn migrate(connection: &Connection, errors: &Errors) -> StoreResult<usize> {
    apply(connection, MIGRATIONS, errors)
}

fn apply(connection: &Connection, migrations: &[&str], errors: &Errors) -> StoreResult<usize> {
    let at: i64 = connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .map_err(|error| errors.write(error))?;
    let pending = migrations
        .iter()
        .zip(1..)
        .skip(usize::try_from(at).unwrap_or(0));
    let mut applied = 0;
    for (text, version) in pending {
        let whole = format!("BEGIN IMMEDIATE;\n{text}\nPRAGMA user_version = {version};\nCOMMIT;");
        if let Err(error) = connection.execute_batch(&whole) {
            if !connection.is_autocommit() {
                // the first error says more than a failing rollback would
                let _ = connection.execute_batch("ROLLBACK");
            }
            return Err(errors.write(error));
        }
        tracing::info!(version, "migrated the database");
        applied += 1;
    }
    Ok(applied)
}

#[cfg(test)]
mod tests;
