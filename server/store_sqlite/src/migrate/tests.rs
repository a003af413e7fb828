use std::fs;

use rusqlite::{Connection, ErrorCode};
use store::StoreError;

use super::*;

fn errors() -> Errors {
    Errors::about("/srv/trellis.db".into())
}

fn version(connection: &Connection) -> i64 {
    connection
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap()
}

fn tables(connection: &Connection) -> i64 {
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn an_empty_file_gets_the_whole_schema_once() {
    let connection = Connection::open_in_memory().unwrap();
    assert_eq!(identify(&connection, &errors()).unwrap(), Found::Empty);
    assert_eq!(migrate(&connection, &errors()).unwrap(), MIGRATIONS.len());
    assert_eq!(
        identify(&connection, &errors()).unwrap(),
        Found::Schema(KNOWN)
    );
    assert_eq!(migrate(&connection, &errors()).unwrap(), 0);
}

#[test]
fn a_newer_schema_is_refused() {
    let connection = Connection::open_in_memory().unwrap();
    migrate(&connection, &errors()).unwrap();
    connection
        .pragma_update(None, "user_version", KNOWN + 3)
        .unwrap();
    let refused = identify(&connection, &errors()).unwrap_err();
    assert_eq!(refused, errors().newer(KNOWN + 3, KNOWN));
    assert!(
        refused
            .to_string()
            .contains("start a Trellis that is at least as new")
    );
}

#[test]
fn another_programs_database_is_refused() {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch("CREATE TABLE bookmarks (url TEXT)")
        .unwrap();
    let refused = identify(&connection, &errors()).unwrap_err();
    assert!(matches!(refused, StoreError::Unusable { .. }), "{refused}");
    connection.pragma_update(None, "application_id", 7).unwrap();
    assert!(identify(&connection, &errors()).is_err());
}

#[test]
fn a_migration_that_fails_in_the_middle_leaves_the_schema_before_it() {
    let connection = Connection::open_in_memory().unwrap();
    let bad = [
        "CREATE TABLE a (x INTEGER);",
        "CREATE TABLE b (x INTEGER); CREATE TABLE a (y TEXT);",
    ];
    let error = apply(&connection, &bad, &errors()).unwrap_err();
    assert!(
        error.to_string().contains("table a already exists"),
        "{error}"
    );
    assert!(connection.is_autocommit());
    assert_eq!((version(&connection), tables(&connection)), (1, 1));
    let mended = [bad[0], "CREATE TABLE b (x INTEGER);"];
    assert_eq!(apply(&connection, &mended, &errors()).unwrap(), 1);
    assert_eq!((version(&connection), tables(&connection)), (2, 2));
}

/// What a kill leaves is what lies on the disk at that moment: the files are copied after each
/// statement of the migration, and each copy must open as empty and migrate from there.
#[test]
fn a_kill_in_mid_migration_leaves_the_old_schema() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("live.db");
    let live = Connection::open(&path).unwrap();
    live.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
        .unwrap();
    // a cache of one page makes SQLite write to the log before the commit
    live.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
        .unwrap();
    let mut rest = MIGRATIONS[0];
    let mut copies = 0;
    while let Some(end) = next_statement(&live, rest) {
        live.execute_batch(&rest[..end]).unwrap();
        rest = &rest[end..];
        let copy = folder.path().join(format!("{copies}.db"));
        for suffix in ["", "-wal"] {
            let from = format!("{}{suffix}", path.display());
            if fs::exists(&from).unwrap() {
                fs::copy(from, format!("{}{suffix}", copy.display())).unwrap();
            }
        }
        let after_the_kill = Connection::open(&copy).unwrap();
        assert_eq!(identify(&after_the_kill, &errors()).unwrap(), Found::Empty);
        assert_eq!(
            migrate(&after_the_kill, &errors()).unwrap(),
            MIGRATIONS.len()
        );
        copies += 1;
    }
    assert!(copies > 10, "only {copies} statements were tried");
}

/// The end of the first whole statement: the shortest piece up to a ';' that SQLite can prepare.
fn next_statement(connection: &Connection, text: &str) -> Option<usize> {
    text.match_indices(';').map(|(at, _)| at + 1).find(|end| {
        match connection.prepare(&text[..*end]) {
            Ok(_) => true,
            Err(rusqlite::Error::SqliteFailure(failure, Some(message))) => {
                // a trigger's body ends in ';' too
                assert_eq!(failure.code, ErrorCode::Unknown, "{message}");
                assert!(message.contains("incomplete input"), "{message}");
                false
            }
            Err(other) => panic!("{other}"),
        }
    })
}

#[test]
fn responses_and_audit_cannot_be_changed_or_removed() {
    let connection = Connection::open_in_memory().unwrap();
    migrate(&connection, &errors()).unwrap();
    connection
        .execute_batch(
            "INSERT INTO org VALUES (zeroblob(16), NULL, 'district', 'D');
             INSERT INTO person VALUES (zeroblob(16), zeroblob(16), 'student');
             INSERT INTO student VALUES (zeroblob(16), 'Ana', 'Rivera', NULL, 'none');
             INSERT INTO audit (at_ms, action) VALUES (1, 'sign-in');
             INSERT INTO response (id, student_id, device_id, skill, template, template_version,
                 seed, attempt, answer, result, hints, hints_of, bridge, elapsed_ms, answered_at_ms,
                 received_at_ms, effective_at_ms, opportunity)
             VALUES (zeroblob(16), zeroblob(16), zeroblob(16), 's', 't', 1, 1, 2, '{}', '{}',
                 0, 3, 0, 1, 1, 1, 1, 0);",
        )
        .unwrap();
    for (statement, why) in [
        (
            "UPDATE response SET result = '{}'",
            "responses are append-only",
        ),
        ("DELETE FROM response", "responses are append-only"),
        (
            "UPDATE audit SET action = 'x'",
            "the audit trail is append-only",
        ),
        ("DELETE FROM audit", "the audit trail is append-only"),
    ] {
        let refused = connection.execute(statement, []).unwrap_err();
        assert!(refused.to_string().contains(why), "{statement}: {refused}");
    }
}
