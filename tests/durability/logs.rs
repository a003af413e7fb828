//! Logs name ids, never people: not at any level.

use std::sync::Arc;

use super::process::{Serving, run};
use super::writing::{Device, sign_ins};

#[tokio::test(flavor = "multi_thread")]
async fn no_name_secret_or_answer_is_ever_logged() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("trellis.db");
    assert!(
        run(&["demo", "--database", database.to_str().unwrap()])
            .status
            .success()
    );
    let log = folder.path().join("log");
    let server = Serving::start_logging(&database, &log);
    let sign_in = &sign_ins(1)[0];
    let mut device = Device::sign_in(&server.origin, sign_in, &Arc::default()).await;
    assert!(device.post(&server.origin).await);
    let wrong = serde_json::json!({ "username": "okafor", "password": "canary-password" });
    device.try_staff(&server.origin, &wrong).await;
    server.kill();

    let logged = std::fs::read_to_string(&log).unwrap();
    assert!(logged.contains("request"), "the log is on: {logged}");
    let name = sign_in["name"].as_str().unwrap();
    let given = name.split(' ').next().unwrap();
    let token = device.token();
    for secret in [
        name,
        given,
        token,
        "canary-password",
        Device::ANSWER,
        "$argon2",
    ] {
        let line = logged.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret:?} is in the log: {line:?}");
    }
}
