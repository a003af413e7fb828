use store_sqlite::{OpenOptions, SqliteStore};
use tempfile::TempDir;

async fn fresh() -> (SqliteStore, TempDir) {
    let room = tempfile::tempdir().expect("a folder to write in");
    let path = room.path().join("trellis.db");
    (
        SqliteStore::open(path, OpenOptions::default())
            .await
            .expect("a new database"),
        room,
    )
}

trellis_tests::conformance!(fresh);
