use crate::support::Running;

const PATH: &str = "/api/v1/session";

#[tokio::test(flavor = "multi_thread")]
async fn without_a_session_it_says_so() {
    let server = Running::start().await;
    let mut client = server.client();
    client.get(PATH).await.expect_problem(401, "not-signed-in");
    client.cookie = Some("__Host-trellis=nonsense".to_owned());
    client.get(PATH).await.expect_problem(401, "not-signed-in");
    client.cookie = Some(format!("__Host-trellis={}", "ab".repeat(32)));
    client
        .get(PATH)
        .await
        .expect_problem(401, "session-expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_its_hours_whatever_happens() {
    const HOURS_12: i64 = 12 * 3_600_000;
    let server = Running::start().await;
    for teacher in [false, true] {
        let mut client = if teacher {
            server.okafor().await
        } else {
            server.ana().await
        };
        let session: api::Session = client.get(PATH).await.expect_status(200).json();
        let left = session.expires_at_ms - server::clock::Clock::now_ms(&server.clock);
        assert_eq!(left, HOURS_12);
        server.clock.advance(HOURS_12 - 1);
        client.get(PATH).await.expect_status(200);
        server.clock.advance(1);
        let problem = client
            .get(PATH)
            .await
            .expect_problem(401, "session-expired");
        assert!(
            problem["remedy"].as_str().unwrap().contains("kept"),
            "{problem}"
        );
    }
}
