use reqwest::Method;
use serde_json::json;

use crate::support::{District, Running};

const PATH: &str = "/api/v1/session/staff";

#[tokio::test(flavor = "multi_thread")]
async fn a_teacher_signs_in() {
    let server = Running::start().await;
    let mut client = server.client();
    let session = client
        .sign_in_staff(" Okafor ", District::PASSWORD)
        .await
        .expect_status(200);
    let session: api::Session = session.json();
    assert_eq!(session.role, api::Role::Teacher);
    assert_eq!(session.display_name, "Ms. Okafor");
    assert!(client.cookie.is_some());
    client.get("/api/v1/session").await.expect_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_name_get_the_same_reply() {
    let server = Running::start().await;
    let mut client = server.client();
    let wrong = client.sign_in_staff("okafor", "not it at all").await;
    let unknown = client.sign_in_staff("nobody", "not it at all").await;
    let wrong = wrong.expect_problem(401, "wrong-sign-in");
    assert_eq!(wrong, unknown.expect_problem(401, "wrong-sign-in"));
    assert!(client.cookie.is_none());
    let noted = server.query("SELECT action FROM audit WHERE action = 'sign-in-failed'");
    assert_eq!(noted.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_name_takes_as_long_as_a_wrong_password() {
    let server = Running::start().await;
    let mut client = server.client();
    let mut quickest = [u128::MAX; 2];
    for _ in 0..4 {
        for (name, quickest) in ["okafor", "nobody"].into_iter().zip(&mut quickest) {
            let started = std::time::Instant::now();
            client
                .sign_in_staff(name, "not it")
                .await
                .expect_status(401);
            *quickest = started.elapsed().as_micros().min(*quickest);
        }
    }
    let [wrong, unknown] = quickest;
    assert!(
        unknown * 2 > wrong,
        "a wrong password took {wrong} us, an unknown name {unknown} us"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_is_slowed_for_the_account_and_for_nobody_else() {
    let server = Running::start().await;
    let mut client = server.client();
    for name in ["okafor", "nobody"] {
        for _ in 0..5 {
            client
                .sign_in_staff(name, "guess")
                .await
                .expect_problem(401, "wrong-sign-in");
        }
        let problem = client.sign_in_staff(name, "guess").await;
        let problem = problem.expect_problem(429, "too-many-tries");
        assert_eq!(problem["retry_after_s"], 30, "{name}");
        assert!(
            problem["remedy"].as_str().unwrap().contains("30 seconds"),
            "{problem}"
        );
    }
    // Even the right password waits, so that a guesser learns nothing.
    let right = client.sign_in_staff("okafor", District::PASSWORD).await;
    right.expect_problem(429, "too-many-tries");
    client
        .sign_in_staff("nguyen", District::PASSWORD)
        .await
        .expect_status(200);
    server.clock.advance(30_000);
    client
        .sign_in_staff("okafor", District::PASSWORD)
        .await
        .expect_status(200);
    // A success starts the count anew.
    client
        .sign_in_staff("okafor", "guess")
        .await
        .expect_problem(401, "wrong-sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_guesses_at_once_cannot_slip_through() {
    let server = Running::start().await;
    let guesses = (0..40).map(|n| {
        let mut client = server.client();
        async move {
            client
                .sign_in_staff("okafor", &format!("guess {n}"))
                .await
                .status
                .as_u16()
        }
    });
    let replies = futures::future::join_all(guesses).await;
    assert_eq!(replies.iter().filter(|status| **status == 401).count(), 5);
    assert_eq!(replies.iter().filter(|status| **status == 429).count(), 35);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_named() {
    let server = Running::start().await;
    let mut client = server.client();
    for (body, field) in [
        (json!({ "username": "okafor" }), None),
        (
            json!({ "username": "okafor", "password": 5 }),
            Some("password"),
        ),
        (json!({ "username": "", "password": "x" }), Some("username")),
        (
            json!({ "username": "x".repeat(101), "password": "x" }),
            Some("username"),
        ),
        (
            json!({ "username": "okafor", "password": "x".repeat(257) }),
            Some("password"),
        ),
        (
            json!({ "username": "okafor", "password": "x", "role": "admin" }),
            Some("role"),
        ),
        (json!([]), None),
    ] {
        let problem = client
            .post(PATH, &body)
            .await
            .expect_problem(400, "malformed");
        assert_eq!(problem["field"].as_str(), field, "{body}: {problem}");
    }
    for text in ["", "{", "not json", "{} {}", "\u{0}"] {
        client
            .post_raw(PATH, text)
            .await
            .expect_problem(400, "malformed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_json_of_a_bounded_size_is_read() {
    let server = Running::start().await;
    let mut client = server.client();
    let text = json!({ "username": "okafor", "password": District::PASSWORD }).to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ] {
        let request = client
            .request(Method::POST, PATH)
            .header("content-type", kind);
        let reply = client.send(request.body(text.clone())).await;
        reply.expect_problem(415, "wrong-media-type");
    }
    let bare = client.request(Method::POST, PATH).body(text.clone());
    client
        .send(bare)
        .await
        .expect_problem(415, "wrong-media-type");
    let request = client.request(Method::POST, PATH);
    let request = request
        .header("content-type", "application/json; charset=utf-8")
        .body(text);
    client.send(request).await.expect_status(200);

    let large = format!("{{\"username\":\"{}\"", "x".repeat(300 * 1024));
    client
        .post_raw(PATH, large)
        .await
        .expect_problem(413, "too-large");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_again_ends_the_session_before() {
    let server = Running::start().await;
    let mut client = server.okafor().await;
    let before = client.cookie.clone();
    client
        .sign_in_staff("okafor", District::PASSWORD)
        .await
        .expect_status(200);
    assert_ne!(client.cookie, before);
    client.get("/api/v1/session").await.expect_status(200);
    client.cookie = before;
    client
        .get("/api/v1/session")
        .await
        .expect_problem(401, "session-expired");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_holds_nothing_that_signs_in() {
    let server = Running::start().await;
    let client = server.okafor().await;
    let token = client.cookie.clone().unwrap();
    let token = token.split_once('=').unwrap().1;
    let stored = server.query("SELECT hex(token_sha256) FROM session");
    assert_eq!(stored.len(), 1);
    assert!(!stored[0].eq_ignore_ascii_case(token));
    let hashes = server.query("SELECT hash FROM credential");
    assert!(
        hashes
            .iter()
            .all(|hash| hash.starts_with("$argon2id$v=19$m=12288,t=3,p=1$"))
    );
}
