//! A page for authors, on their own machine: the templates of some files at many seeds, following
//! every save. Nobody signs in, and nothing is served but what the files say.

mod html;
mod mathml;
mod page;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

pub use mathml::{mathml, rich};

const STYLE: &str = include_str!("preview.css");
const SCRIPT: &str = include_str!("preview.js");
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

#[derive(Clone, Debug, Deserialize)]
pub struct Shown {
    file: Option<String>,
    #[serde(default)]
    seed: u32,
    count: Option<u32>,
}

pub fn router(root: PathBuf) -> Router {
    let (css, js) = ("text/css", "text/javascript");
    Router::new()
        .route("/", get(shown))
        .route("/events", get(watch::events))
        .route(
            "/preview.css",
            get(async move || ([(header::CONTENT_TYPE, css)], STYLE)),
        )
        .route(
            "/preview.js",
            get(async move || ([(header::CONTENT_TYPE, js)], SCRIPT)),
        )
        .layer(middleware::from_fn(only_here))
        .with_state(Arc::new(root))
}

async fn shown(State(root): State<Arc<PathBuf>>, Query(shown): Query<Shown>) -> Html<String> {
    // making items by the hundred takes a while
    let made = tokio::task::spawn_blocking(move || page::of(&root, &shown)).await;
    Html(made.unwrap_or_else(|error| format!("<p>The page could not be made: {error}</p>")))
}

/// Another site's page must not read an author's files through their browser.
async fn only_here(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if !matches!(name, "127.0.0.1" | "localhost") {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = header::HeaderValue::from_static(POLICY);
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(
        header::CACHE_CONTROL,
        header::HeaderValue::from_static("no-store"),
    );
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use tower::ServiceExt as _;

    use super::*;

    async fn status(path: &str, host: &str) -> StatusCode {
        let folder = tempfile::tempdir().unwrap();
        let request = Request::builder().uri(path).header("host", host);
        let request = request.body(Body::empty()).unwrap();
        let response = router(folder.path().to_owned()).oneshot(request).await;
        response.unwrap().status()
    }

    #[tokio::test]
    async fn only_this_machine_is_answered() {
        assert_eq!(status("/", "127.0.0.1:3001").await, StatusCode::OK);
        assert_eq!(
            status("/preview.css", "localhost:3001").await,
            StatusCode::OK
        );
        let elsewhere = status("/", "evil.example").await;
        assert_eq!(elsewhere, StatusCode::MISDIRECTED_REQUEST);
    }
}
