//! SIGTERM under load: what runs is finished, and nothing acknowledged is lost.

use std::sync::Arc;
use std::time::Duration;

use super::process::{Serving, run};
use super::writing::{Device, Ledger, on_disk, sign_ins};

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_is_orderly_and_quick() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("trellis.db");
    assert!(
        run(&["demo", "--database", database.to_str().unwrap()])
            .status
            .success()
    );
    let mut server = Serving::start(&database);
    let ledger = Arc::new(Ledger::default());
    let mut writers = Vec::new();
    for sign_in in sign_ins(4) {
        let mut device = Device::sign_in(&server.origin, &sign_in, &ledger).await;
        let origin = server.origin.clone();
        writers.push(tokio::spawn(async move { device.write(&origin).await }));
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.terminate();
    assert_eq!(server.ended(Duration::from_secs(10)).await, Some(0));
    for writer in writers {
        writer.await.unwrap();
    }
    let log = std::fs::metadata(database.with_extension("db-wal"));
    assert!(log.is_err(), "the write-ahead log was moved into the file");
    let acknowledged = ledger.acknowledged.lock().unwrap();
    assert!(!acknowledged.is_empty());
    assert!(acknowledged.is_subset(&on_disk(&database)));
}
