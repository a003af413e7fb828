//! `kill -9` in mid-posting, over and over.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::process::{Serving, run};
use super::writing::{Device, Ledger, on_disk, sign_ins, uses_on_disk};

const CYCLES: u64 = 20;
const DEVICES: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("trellis.db");
    let path = database.to_str().unwrap();
    assert!(run(&["demo", "--database", path]).status.success());
    let before = on_disk(&database);

    let ledger = Arc::new(Ledger::default());
    let server = Serving::start(&database);
    let mut devices = Vec::new();
    for sign_in in sign_ins(DEVICES) {
        devices.push(Device::sign_in(&server.origin, &sign_in, &ledger).await);
    }
    let mut serving = Some(server);
    for cycle in 0..CYCLES {
        // Sessions outlive the kill as well: nobody signs in again.
        let server = serving.take().unwrap_or_else(|| Serving::start(&database));
        let origin = server.origin.clone();
        let writers: Vec<_> = devices
            .drain(..)
            .map(|mut device| {
                let origin = origin.clone();
                tokio::spawn(async move {
                    device.write(&origin).await;
                    device
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(moment(cycle))).await;
        server.kill();
        for writer in writers {
            devices.push(writer.await.unwrap());
        }
        check(&database, &before, &ledger, cycle);
    }

    // What was never acknowledged is posted again, and once only.
    let server = Serving::start(&database);
    for device in &mut devices {
        assert!(device.post(&server.origin).await);
        assert!(device.post_uses(&server.origin).await);
    }
    check(&database, &before, &ledger, CYCLES);
    server.kill();
    let acknowledged = ledger.acknowledged.lock().unwrap().len();
    assert!(
        acknowledged > 20 * DEVICES,
        "only {acknowledged} were acknowledged"
    );

    let words = ledger.acknowledged_uses.lock().unwrap().len();
    assert!(words > 10 * DEVICES, "only {words} uses were acknowledged");

    let verified = run(&["verify", "--database", path, "--json"]);
    let report: Value = serde_json::from_slice(&verified.stdout).unwrap_or_default();
    assert!(
        verified.status.success(),
        "estimates are not what the responses say: {report}"
    );
}

/// Between 30 and 350 ms after the writers began, from a fixed sequence.
fn moment(cycle: u64) -> u64 {
    30 + (cycle.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) % 320
}

fn check(
    database: &std::path::Path,
    before: &HashSet<api::ResponseId>,
    ledger: &Ledger,
    cycle: u64,
) {
    let stored = on_disk(database);
    let acknowledged = ledger.acknowledged.lock().unwrap();
    let lost: Vec<_> = acknowledged.difference(&stored).collect();
    assert!(
        lost.is_empty(),
        "cycle {cycle}: acknowledged and lost: {lost:?}"
    );
    let words = uses_on_disk(database);
    let acknowledged = ledger.acknowledged_uses.lock().unwrap();
    let lost: Vec<_> = acknowledged.difference(&words).collect();
    assert!(
        lost.is_empty(),
        "cycle {cycle}: uses acknowledged and lost: {lost:?}"
    );
    let posted = ledger.posted.lock().unwrap();
    let invented = stored
        .iter()
        .filter(|id| !posted.contains(id) && !before.contains(id));
    assert_eq!(
        invented.count(),
        0,
        "cycle {cycle}: on the disk, and never posted"
    );
}
