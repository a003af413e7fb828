//! A disk that is really full: a small file system of its own, filled to the last byte.
//!
//! Mounting needs a mount namespace, which root and most CI machines may make. Where it is refused,
//! the test says so; the writer's own tests provoke the same error without a disk.

#![expect(
    clippy::unwrap_used,
    reason = "the steps of a test, in functions of their own"
)]

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use store::{NewOrg, OrgKind, Provision, StoreError};
use store_sqlite::{OpenOptions, SqliteStore};

const ROOM: &str = "TRELLIS_TEST_SMALL_DISK";

#[test]
fn a_full_disk_refuses_writes_and_is_got_over() {
    let room = tempfile::tempdir().unwrap();
    let inside = r#"mount -t tmpfs -o size=2m tmpfs "$1" || exit 99; exec "$0" --exact --ignored inside_the_small_disk --nocapture"#;
    let tried = Command::new("unshare")
        .args(["--mount", "sh", "-c", inside])
        .arg(std::env::current_exe().unwrap())
        .arg(room.path())
        .env(ROOM, room.path())
        .output();
    match tried {
        Ok(done) if done.status.success() => {}
        Ok(done) if done.status.code() == Some(99) || is_refusal(&done.stderr) => {
            eprintln!("SKIPPED: this machine lets nobody mount a small file system");
        }
        Ok(done) => panic!(
            "{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        ),
        Err(error) => eprintln!("SKIPPED: unshare cannot be run: {error}"),
    }
}

fn is_refusal(stderr: &[u8]) -> bool {
    String::from_utf8_lossy(stderr).contains("unshare failed")
}

fn org(n: u128, name: String) -> NewOrg {
    NewOrg {
        id: api::OrgId(uuid::Uuid::from_u128(n)),
        parent: None,
        kind: OrgKind::School,
        name,
    }
}

/// Takes all that is left, a page at a time.
fn fill(room: &Path) {
    let mut ballast = File::create(room.join("ballast")).unwrap();
    while ballast.write_all(&[0; 4096]).is_ok() {}
}

#[tokio::test]
#[ignore = "run by the test above, in a mount namespace of its own"]
async fn inside_the_small_disk() {
    let room = std::env::var(ROOM).unwrap();
    let room = Path::new(&room);
    let path = room.join("trellis.db");
    let store = SqliteStore::open(&path, OpenOptions::default())
        .await
        .unwrap();
    store
        .add_orgs(vec![org(1, "before".to_owned())])
        .await
        .unwrap();
    fill(room);

    let large = || vec![org(2, "x".repeat(300_000)), org(3, "y".repeat(300_000))];
    for _ in 0..3 {
        let refused = store.add_orgs(large()).await.unwrap_err();
        assert!(
            matches!(refused, StoreError::Unavailable { .. }),
            "{refused}"
        );
        assert!(refused.to_string().contains("full"), "{refused}");
        assert!(refused.to_string().contains("Free some space"), "{refused}");
        // reads go on
        assert!(!store.is_empty().await.unwrap());
    }
    fs::remove_file(room.join("ballast")).unwrap();
    store.add_orgs(large()).await.unwrap();
    assert_eq!(store.writer_stats().unwrap().failed_groups, 3);
    store.close().await;
    let again = SqliteStore::open(&path, OpenOptions::default())
        .await
        .unwrap();
    let there = again
        .add_orgs(vec![org(3, String::new())])
        .await
        .unwrap_err();
    assert_eq!(there, StoreError::Conflict("this organisation"));
}
