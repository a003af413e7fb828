//! Opening and closing: what is refused, in what words, and that a refused file is left as it was.

#![expect(
    clippy::unwrap_used,
    reason = "the steps of a test, in functions of their own"
)]

use std::fs::{self, File, Permissions};
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store::{Provision, StoreError};
use store_sqlite::{OpenOptions, SqliteStore};
use tempfile::TempDir;

fn room() -> (TempDir, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("trellis.db");
    (room, path)
}

async fn open(path: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(path, OpenOptions::default()).await
}

async fn made(path: &Path) {
    open(path).await.unwrap().close().await;
}

/// The message, after checking that the file was not touched.
async fn refused(path: &Path) -> StoreError {
    let before = fs::read(path).ok();
    let error = open(path).await.unwrap_err();
    assert_eq!(fs::read(path).ok(), before, "a refused file was changed");
    assert!(
        error.to_string().contains(path.to_str().unwrap()),
        "{error}"
    );
    error
}

#[tokio::test]
async fn a_new_file_is_made_with_its_folder() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("var/lib/trellis.db");
    let store = open(&path).await.unwrap();
    assert!(store.is_empty().await.unwrap());
    store.ping().await.unwrap();
    store.close().await;
    let store = open(&path).await.unwrap();
    assert_eq!(store.path(), path.canonicalize().unwrap());
    // student records are for the server's user alone
    store.add_orgs(vec![district()]).await.unwrap();
    for file in [path.clone(), path.with_extension("db-wal")] {
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600,
            "{file:?}"
        );
    }
}

#[tokio::test]
async fn a_command_that_must_not_make_a_file_makes_none() {
    let (_room, path) = room();
    let options = OpenOptions {
        create: false,
        ..OpenOptions::default()
    };
    let error = SqliteStore::open(&path, options).await.unwrap_err();
    assert!(
        error.to_string().contains("there is no such file"),
        "{error}"
    );
    assert!(error.to_string().contains("`trellis migrate`"), "{error}");
    assert!(!path.exists());
    let error = SqliteStore::open_read_only(&path).await.unwrap_err();
    assert!(
        error.to_string().contains("there is no such file"),
        "{error}"
    );
}

#[tokio::test]
async fn a_newer_schema_is_left_alone() {
    let (_room, path) = room();
    made(&path).await;
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let error = refused(&path).await;
    assert!(
        matches!(
            error,
            StoreError::NewerSchema {
                found: 99,
                known: 6,
                ..
            }
        ),
        "{error}"
    );
    let error = SqliteStore::open_read_only(&path).await.unwrap_err();
    assert!(matches!(error, StoreError::NewerSchema { .. }), "{error}");
}

#[tokio::test]
async fn what_is_not_a_database_is_left_alone() {
    let (_room, path) = room();
    fs::write(&path, "name,pin\nAna,1234\n".repeat(100)).unwrap();
    let error = refused(&path).await;
    assert!(matches!(error, StoreError::Unusable { .. }), "{error}");
    assert!(
        error.to_string().contains("not a SQLite database"),
        "{error}"
    );
}

#[tokio::test]
async fn another_programs_database_is_left_alone() {
    let (_room, path) = room();
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE bookmarks (url)")
        .unwrap();
    let error = refused(&path).await;
    assert!(
        error
            .to_string()
            .contains("the database of another program"),
        "{error}"
    );
}

#[tokio::test]
async fn a_damaged_database_is_told_at_the_start() {
    let (_room, path) = room();
    made(&path).await;
    let whole = fs::read(&path).unwrap();
    // cut short, and overwritten in the middle
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let cut = refused(&path).await;
    fs::write(&path, &whole).unwrap();
    let mut file = File::options().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(4096 * 2)).unwrap();
    file.write_all(&[0xA5; 4096]).unwrap();
    let overwritten = refused(&path).await;
    for error in [cut, overwritten] {
        assert!(matches!(error, StoreError::Unusable { .. }), "{error}");
        assert!(error.to_string().contains("damaged"), "{error}");
        assert!(error.to_string().contains("backup"), "{error}");
    }
}

#[tokio::test]
async fn a_read_only_file_is_told_with_its_remedy() {
    let (_room, path) = room();
    made(&path).await;
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    let error = refused(&path).await;
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error}");
    assert!(
        error
            .to_string()
            .contains("the file is read-only. Make the file"),
        "{error}"
    );
    // to look at it is no harm
    SqliteStore::open_read_only(&path).await.unwrap();
}

#[tokio::test]
async fn a_read_only_folder_is_told_with_its_remedy() {
    let (room, path) = room();
    made(&path).await;
    fs::set_permissions(room.path(), Permissions::from_mode(0o555)).unwrap();
    let error = refused(&path).await;
    fs::set_permissions(room.path(), Permissions::from_mode(0o755)).unwrap();
    assert!(
        error.to_string().contains("its folder is read-only"),
        "{error}"
    );
}

#[tokio::test]
async fn a_folder_is_no_database() {
    let room = tempfile::tempdir().unwrap();
    let error = open(room.path()).await.unwrap_err();
    assert!(error.to_string().contains("it is not a file"), "{error}");
    let through_a_file = room.path().join("note.txt");
    fs::write(&through_a_file, "").unwrap();
    let error = open(&through_a_file.join("trellis.db")).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error}");
}

#[tokio::test]
async fn one_server_writes_at_a_time() {
    let (room, path) = room();
    let first = open(&path).await.unwrap();
    let link = room.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for name in [&path, &link] {
        let error = open(name).await.unwrap_err();
        let who = format!("process {} is writing to it", std::process::id());
        assert!(error.to_string().contains(&who), "{error}");
    }
    first.ping().await.unwrap();
    first.close().await;
    let second = open(&path).await.unwrap();
    drop(second);
    open(&path).await.unwrap();
}

#[tokio::test]
async fn reading_beside_a_writer_sees_one_moment_and_writes_nothing() {
    let (_room, path) = room();
    let writer = open(&path).await.unwrap();
    let before = SqliteStore::open_read_only(&path).await.unwrap();
    writer.add_orgs(vec![district()]).await.unwrap();
    assert!(before.is_empty().await.unwrap());
    let after = SqliteStore::open_read_only(&path).await.unwrap();
    assert!(!after.is_empty().await.unwrap());
    assert!(before.is_empty().await.unwrap());
    let error = after.ping().await.unwrap_err();
    assert!(error.to_string().contains("for reading only"), "{error}");
    assert!(after.writer_stats().is_none());
}

#[tokio::test]
async fn closing_moves_the_log_into_the_file() {
    let (room, path) = room();
    let store = open(&path).await.unwrap();
    store.add_orgs(vec![district()]).await.unwrap();
    assert!(room.path().join("trellis.db-wal").exists());
    store.close().await;
    store.close().await;
    assert!(
        store
            .ping()
            .await
            .unwrap_err()
            .to_string()
            .contains("its writer has stopped")
    );
    assert!(store.is_empty().await.is_err());
    // the file alone has it all
    let copy = room.path().join("copy.db");
    fs::copy(&path, &copy).unwrap();
    assert!(!room.path().join("trellis.db-wal").exists());
    assert!(!open(&copy).await.unwrap().is_empty().await.unwrap());
}

#[tokio::test]
async fn an_abandoned_log_is_taken_up() {
    let (room, path) = room();
    let store = open(&path).await.unwrap();
    store.add_orgs(vec![district()]).await.unwrap();
    // as a power cut leaves it: file and log, no shared memory
    let copy = room.path().join("copy.db");
    fs::copy(&path, &copy).unwrap();
    fs::copy(
        room.path().join("trellis.db-wal"),
        room.path().join("copy.db-wal"),
    )
    .unwrap();
    assert!(!open(&copy).await.unwrap().is_empty().await.unwrap());
}

#[tokio::test]
async fn the_file_is_as_durable_as_promised() {
    let (_room, path) = room();
    let store = open(&path).await.unwrap();
    store.add_orgs(vec![district()]).await.unwrap();
    let stats = store.writer_stats().unwrap();
    assert_eq!(
        (stats.jobs, stats.failed_groups, stats.queue_depth),
        (1, 0, 0)
    );
    assert_eq!((stats.group_size.count, stats.commit_seconds.count), (1, 1));
    let mode: String = Connection::open(&path)
        .unwrap()
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
}

fn district() -> store::NewOrg {
    store::NewOrg {
        id: api::OrgId(uuid::Uuid::from_u128(1)),
        parent: None,
        kind: store::OrgKind::District,
        name: "Valle Verde Unified".to_owned(),
    }
}
