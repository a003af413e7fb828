use reqwest::Method;
use serde_json::json;

use crate::support::{Answering, Running, batch};

#[tokio::test(flavor = "multi_thread")]
async fn headers_stand_on_every_kind_of_reply() {
    // The client checks them on every reply of every test; here are the kinds that others miss.
    let server = Running::start().await;
    let mut ana = server.ana().await;
    for path in [
        "/",
        "/healthz",
        "/nowhere.js",
        "/api/v1/nowhere",
        "/api",
        "/api/v2/plan",
        "/content/x",
    ] {
        ana.get(path).await;
    }
    let api = ana.get("/api/v1/session").await.expect_status(200);
    assert_eq!(api.header("cache-control"), Some("no-store"));
    let policy = api.header("content-security-policy").unwrap();
    assert!(policy.contains("require-trusted-types-for 'script'; trusted-types default"));
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"));
    assert!(!policy.contains("http"), "no third party: {policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_addresses_and_methods_are_problems() {
    let server = Running::start().await;
    let mut ana = server.ana().await;
    for path in [
        "/api/v1/nowhere",
        "/api/v1",
        "/api",
        "/api/v1/classes/x/y",
        "/api/v2/plan",
    ] {
        ana.get(path).await.expect_problem(404, "not-found");
    }
    for (method, path) in [
        (Method::DELETE, "/api/v1/plan"),
        (Method::GET, "/api/v1/responses"),
        (Method::PATCH, "/api/v1/session"),
        (Method::POST, "/"),
        (Method::PUT, "/healthz"),
    ] {
        let request = ana.request(method, path);
        ana.send(request)
            .await
            .expect_problem(405, "method-not-allowed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_that_other_sites_start_are_refused() {
    let server = Running::start().await;
    let (mut ana, mut okafor) = (server.ana().await, server.okafor().await);
    let answering = Answering::number();
    let body = json!(batch(vec![answering.record(answering.right())]));
    let maple = server.district.maple;
    let routes = [
        (Method::POST, "/api/v1/responses".to_owned(), body.clone()),
        (
            Method::PUT,
            "/api/v1/plan/preferences".to_owned(),
            json!({ "home_language": null }),
        ),
        (
            Method::POST,
            "/api/v1/session/student".to_owned(),
            json!({}),
        ),
        (Method::POST, "/api/v1/session/staff".to_owned(), json!({})),
        (Method::DELETE, "/api/v1/session".to_owned(), json!(null)),
        (
            Method::POST,
            format!("/api/v1/classes/{maple}/assignments"),
            json!({}),
        ),
        (
            Method::DELETE,
            format!("/api/v1/assignments/{}", server.district.assigned),
            json!(null),
        ),
    ];
    let foreign: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[
            ("origin", "https://evil.example"),
            ("sec-fetch-site", "cross-site"),
        ],
    ];
    for (method, path, body) in &routes {
        for headers in foreign {
            let client = if path.contains("assignments") {
                &mut okafor
            } else {
                &mut ana
            };
            let mut request = client.request(method.clone(), path).json(body);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            client.send(request).await.expect_problem(403, "cross-site");
        }
    }
    assert!(server.query("SELECT hex(id) FROM response").is_empty());
    ana.get("/api/v1/session").await.expect_status(200);

    // What the app's own page sends goes through.
    let origin = ana.origin().to_owned();
    let request = ana.request(Method::POST, "/api/v1/responses").json(&body);
    let request = request
        .header("origin", origin)
        .header("sec-fetch-site", "same-origin");
    ana.send(request).await.expect_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_changes_on_get() {
    let server = Running::start().await;
    let (mut ana, mut okafor) = (server.ana().await, server.okafor().await);
    let counts = || {
        server.query(
            "SELECT (SELECT count(*) FROM session) || ' ' || (SELECT count(*) FROM response) \
             || ' ' || (SELECT count(*) FROM assignment) || ' ' || (SELECT count(*) FROM estimate)",
        )
    };
    let before = counts();
    for path in ["/api/v1/session", "/api/v1/plan", "/", "/readyz"] {
        ana.get(path).await;
    }
    for path in ["/api/v1/classes", "/api/v1/pathways"] {
        okafor.get(path).await;
    }
    assert_eq!(counts(), before);
}
