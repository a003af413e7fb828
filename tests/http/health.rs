use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn alive_and_ready() {
    let server = Running::start().await;
    let mut anyone = server.client();
    let alive = anyone.get("/healthz").await.expect_status(200).value();
    assert_eq!(alive["status"], "ok");
    assert_eq!(anyone.get("/readyz").await.expect_status(200).value()["status"], "ready");
}

#[tokio::test(flavor = "multi_thread")]
async fn metrics_are_not_on_the_public_port() {
    let server = Running::start().await;
    let reply = server.client().get("/metrics").await;
    assert!(!reply.text().contains("trellis_"), "{}", reply.text());
}
