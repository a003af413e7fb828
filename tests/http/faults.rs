//! What goes wrong around the server, told as it is.

use std::time::Duration;

use api::{BatchReply, OutcomeStatus};

use crate::support::{Answering, Running, Setup, batch};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_takes_too_long_is_given_up() {
    let request = Duration::ZERO;
    let server = Running::start_with(Setup {
        request,
        ..Setup::default()
    })
    .await;
    let reply = server.client().sign_in_staff("okafor", "x").await;
    assert_eq!(reply.expect_problem(504, "timeout")["retry_after_s"], 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_program_holds_loses_nothing() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    let answering = Answering::number();
    let body = batch(vec![answering.record(answering.right())]);
    let path = server.database_path();
    let held = tokio::task::spawn_blocking(move || {
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        connection
    });
    let held = held.await.unwrap();
    let reply = ana.post("/api/v1/responses", &body).await;
    let problem = reply.expect_problem(503, "storage-unavailable");
    assert!(problem["retry_after_s"].as_u64().unwrap() > 0);
    // Reading goes on meanwhile.
    ana.get("/api/v1/plan").await.expect_status(200);
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
    drop(held);
    let reply: BatchReply = ana
        .post("/api/v1/responses", &body)
        .await
        .expect_status(200)
        .json();
    assert!(matches!(
        reply.outcomes[0].status,
        OutcomeStatus::Stored { .. }
    ));
}
