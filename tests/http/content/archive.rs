//! Every version that was ever live is kept, and what changed behind its number is not served.

use api::BridgePolicy;
use item_bank::Bank;
use server::content::{ContentError, Library};
use server::database::{Database, Location};
use tempfile::TempDir;

use super::ours;
use crate::support::NOW_MS;

struct Kept {
    database: Database,
    folder: TempDir,
}

impl Kept {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trellis.db");
        let database = Database::open(&Location::Sqlite(path)).await.unwrap();
        let kept = Self { database, folder };
        kept.open(false).await.unwrap();
        kept
    }

    async fn open(&self, accept: bool) -> Result<Library, ContentError> {
        Library::open(
            &*self.database.store(),
            NOW_MS,
            accept,
            BridgePolicy::ApprovedOnly,
        )
        .await
    }

    /// As another program would have left it.
    fn write(&self, json: &str) {
        let path = self.folder.path().join("trellis.db");
        let connection = rusqlite::Connection::open(path).unwrap();
        let changed = connection.execute(
            "UPDATE template_version SET json = ?1, sha256 = 'other' WHERE template = ?2",
            (json, ours().id.as_str()),
        );
        assert_eq!(changed.unwrap(), 1);
        let removed = connection.execute("DELETE FROM template_version", ());
        assert!(removed.unwrap_err().to_string().contains("is kept"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_keeps_every_template_once() {
    let kept = Kept::new().await;
    let store = kept.database.store();
    let first = store.template_versions().await.unwrap();
    assert_eq!(first.len(), Bank::embedded().templates().count());
    for template in Bank::embedded().templates().step_by(37) {
        let found = store.template_version(&template.reference()).await.unwrap();
        assert_eq!(found.as_ref(), Some(template));
    }
    kept.open(false).await.unwrap();
    assert_eq!(store.template_versions().await.unwrap(), first);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_template_of_the_same_version_stops_the_start() {
    let kept = Kept::new().await;
    let mut other = ours().clone();
    other.stem.push_str(" Take your time.");
    kept.write(&serde_json::to_string(&other).unwrap());
    let refused = kept.open(false).await.unwrap_err().to_string();
    for part in [
        "item_bank/content/templates/ratios/unit-rate.toml",
        ours().id.as_str(),
        "raise its version to 2",
        "--accept-changed-content",
    ] {
        assert!(refused.contains(part), "no '{part}' in {refused}");
    }
    kept.open(true).await.unwrap();
    kept.open(false).await.unwrap();
    let store = kept.database.store();
    let now = store.template_version(&ours().reference()).await.unwrap();
    assert_eq!(now.as_ref(), Some(ours()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_template_in_other_bytes_is_the_same() {
    let kept = Kept::new().await;
    kept.write(&serde_json::to_string_pretty(ours()).unwrap());
    kept.open(false).await.unwrap();
}
