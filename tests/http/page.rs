use std::fs;

use reqwest::Method;
use tempfile::TempDir;

use crate::support::{Running, Setup};

fn app() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("index.html", "<title>student</title>");
    write("staff/index.html", "<title>staff</title>");
    write("sw.js", "// worker");
    write("assets/app.0a1b2c3d.wasm", "plain");
    write("assets/app.0a1b2c3d.wasm.br", "brotli");
    write("assets/app.0a1b2c3d.wasm.gz", "gzip");
    folder
}

fn from(folder: &TempDir) -> Setup {
    Setup {
        web_dir: Some(folder.path().to_owned()),
        ..Setup::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_address_of_an_app_gets_its_page() {
    let folder = app();
    let server = Running::start_with(from(&folder)).await;
    let mut anyone = server.client();
    for (path, title) in [
        ("/", "student"),
        ("/practice", "student"),
        ("/progress", "student"),
        ("/practice/6.RP.A.3b-unit-rate", "student"),
        ("/staff/classes/1/skills/6.RP.A.3b-unit-rate", "staff"),
        ("/staff", "staff"),
        ("/staff/", "staff"),
        ("/staff/classes/0190", "staff"),
        ("/staffroom", "student"),
    ] {
        let reply = anyone.get(path).await;
        let reply = reply.expect_status(200);
        assert!(reply.text().contains(title), "{path}: {}", reply.text());
        assert_eq!(reply.header("cache-control"), Some("no-cache"), "{path}");
        assert_eq!(
            reply.header("content-type"),
            Some("text/html; charset=utf-8")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hashed_files_are_kept_for_ever_and_sent_packed() {
    let folder = app();
    let server = Running::start_with(from(&folder)).await;
    let mut anyone = server.client();
    let path = "/assets/app.0a1b2c3d.wasm";
    for (accepts, expected) in [("br, gzip", "brotli"), ("gzip", "gzip"), ("", "plain")] {
        let request = anyone
            .request(Method::GET, path)
            .header("accept-encoding", accepts);
        let reply = anyone.send(request).await.expect_status(200);
        assert_eq!(reply.text(), expected);
        assert_eq!(reply.header("content-type"), Some("application/wasm"));
        assert!(reply.header("cache-control").unwrap().contains("immutable"));
        assert_eq!(reply.header("vary"), Some("accept-encoding"));
    }
    let worker = anyone.get("/sw.js").await.expect_status(200);
    assert_eq!(worker.header("cache-control"), Some("no-cache"));
    let tag = worker.header("etag").unwrap().to_owned();
    let request = anyone
        .request(Method::GET, "/sw.js")
        .header("if-none-match", tag);
    anyone.send(request).await.expect_status(304);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_outside_the_folder_is_served() {
    let folder = app();
    fs::write(
        folder.path().parent().unwrap().join("outside-trellis.txt"),
        "secret",
    )
    .unwrap();
    let server = Running::start_with(from(&folder)).await;
    let mut anyone = server.client();
    for path in [
        "/assets/missing.js",
        "/..%2foutside-trellis.txt",
        "/assets/%2e%2e/%2e%2e/outside-trellis.txt",
        "/%2fetc/passwd.txt",
    ] {
        let reply = anyone.get(path).await;
        assert!(!reply.text().contains("secret"), "{path}");
        reply.expect_problem(404, "not-found");
    }
    fs::remove_file(folder.path().parent().unwrap().join("outside-trellis.txt")).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_app_the_page_says_how_to_build_it() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start_with(from(&folder)).await;
    let reply = server.client().get("/").await.expect_status(503);
    assert!(reply.text().contains("cargo xtask run"));
}
