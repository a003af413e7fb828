use crate::support::Running;

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_token_at_once() {
    let server = Running::start().await;
    let mut client = server.ana().await;
    client.get("/api/v1/plan").await.expect_status(200);
    let token = client.cookie.clone();
    client.delete("/api/v1/session").await.expect_status(204);
    assert!(client.cookie.is_none(), "the cookie is cleared");
    client.cookie = token;
    client
        .get("/api/v1/plan")
        .await
        .expect_problem(401, "session-expired");
    let trail = server.query("SELECT action FROM audit ORDER BY position");
    assert_eq!(trail, ["sign-in", "sign-out"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_twice_is_no_error() {
    let server = Running::start().await;
    server
        .client()
        .delete("/api/v1/session")
        .await
        .expect_status(204);
}
