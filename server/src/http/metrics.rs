//! `GET /metrics`, on a port of its own that only this machine reaches.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;

/// `render` gives everything counted so far, in Prometheus' text form.
pub fn metrics_router(render: impl Fn() -> String + Clone + Send + Sync + 'static) -> Router {
    let answer = move || {
        let text = render();
        async move { ([(CONTENT_TYPE, "text/plain; version=0.0.4")], text) }
    };
    Router::new().route("/metrics", get(answer))
}
