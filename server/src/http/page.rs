//! The app itself: pages and their files, for every address that is not the API's.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG,
    IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::layers::method_not_allowed;
use crate::assets::{self, Served};
use crate::error::Refusal;
use crate::state::AppState;

/// A file of the app, or the page whose router knows the address.
pub async fn get(State(state): State<AppState>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return method_not_allowed(request.method().clone())
            .await
            .into_response();
    }
    let accepts = assets::accepted(request.headers().get(ACCEPT_ENCODING));
    match state.assets.get(request.uri().path(), &accepts).await {
        Some(served) => respond(served, request.headers()),
        None if assets::looks_like_a_file(request.uri().path()) => {
            Refusal::not_found("file").into_response()
        }
        None => unbuilt(),
    }
}

fn respond(served: Served, asked: &HeaderMap) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(served.content_type));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    let caching = if served.immutable {
        assets::IMMUTABLE
    } else {
        "no-cache"
    };
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(tag) = HeaderValue::from_str(&served.etag) {
        if asked.get(IF_NONE_MATCH) == Some(&tag) {
            headers.insert(ETAG, tag);
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(ETAG, tag);
    }
    if let Some(name) = served.encoding.name() {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    headers.insert(CONTENT_LENGTH, HeaderValue::from(served.bytes.len()));
    (headers, Body::from(served.bytes)).into_response()
}

/// The server was built before the app was: it says how to get one, in a page.
fn unbuilt() -> Response {
    const PAGE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
        <title>Trellis</title><h1>The app is not built yet</h1>\
        <p>The server runs, and its API answers under /api/v1. To build the app and start both, \
        run <code>cargo xtask run</code>.</p></html>";
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
    ];
    (StatusCode::SERVICE_UNAVAILABLE, headers, PAGE).into_response()
}
