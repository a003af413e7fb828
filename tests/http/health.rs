use std::time::Duration;

use crate::support::{Running, Setup};

#[tokio::test(flavor = "multi_thread")]
async fn alive_and_ready() {
    let server = Running::start().await;
    let mut anyone = server.client();
    let alive = anyone.get("/healthz").await.expect_status(200).value();
    assert_eq!(alive["status"], "ok");
    assert_eq!(
        anyone.get("/readyz").await.expect_status(200).value()["status"],
        "ready"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_are_not_on_the_public_port() {
    let server = Running::start().await;
    let reply = server.client().get("/metrics").await;
    assert!(!reply.text().contains("trellis_"), "{}", reply.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn not_ready_is_said_before_the_port_closes() {
    let drain = Duration::from_secs(3);
    let mut server = Running::start_with(Setup {
        drain,
        ..Setup::default()
    })
    .await;
    let mut anyone = server.client();
    anyone.get("/readyz").await.expect_status(200);
    server.stop();
    let mut reply = anyone.get("/readyz").await;
    while reply.status == 200 {
        // The signal is on its way through another task.
        tokio::task::yield_now().await;
        reply = anyone.get("/readyz").await;
    }
    reply.expect_problem(503, "busy");
    // Whoever is still here is served to the end.
    server.client().get("/healthz").await.expect_status(200);
}
