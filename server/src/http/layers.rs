//! What holds for every request: headers, limits, origins, panics, time.

use std::any::Any;
use std::time::Instant;

use api::ProblemCode;
use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};

use crate::error::Refusal;
use crate::state::AppState;

/// The largest body that is read. A batch of 400 answers is some 100 kB.
pub const BODY_LIMIT: usize = 256 * 1024;

/// On every response, whatever it is. The policy is the one measured against Leptos in Chromium
/// (`shared/QUALITY.md` section 5.1).
pub const SECURITY_HEADERS: [(HeaderName, &str); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), \
         midi=(), hid=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), \
         browsing-topics=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Puts the layers around the routes; the last added is the outermost.
pub fn apply(router: Router<AppState>, state: AppState) -> Router {
    router
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CsrfLayer::new().with_rejection_response(cross_site))
        .layer(middleware::from_fn_with_state(state.clone(), time_limit))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(observe))
        .layer(middleware::from_fn(secure))
        .with_state(state)
}

pub async fn method_not_allowed(method: Method) -> Refusal {
    Refusal::new(
        ProblemCode::MethodNotAllowed,
        format!("{method} does not work at this address."),
        "See /api/v1/openapi.json for what does.",
    )
}

fn cross_site(error: ProtectionError) -> Response {
    tracing::warn!(%error, "refused a request from another site");
    Refusal::new(
        ProblemCode::CrossSite,
        "This request came from another web site.",
        "Open Trellis itself and do it there.",
    )
    .into_response()
}

/// The panic hook has logged where; the client learns only that it happened.
fn panicked(_cause: Box<dyn Any + Send + 'static>) -> Response {
    metrics::counter!("trellis_panics_total").increment(1);
    Refusal::internal().into_response()
}

async fn time_limit(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let within = match &state.drafter {
        // a language model takes its time, and has a limit of its own
        Some(drafter) if is_drafting(&request) => state.timing.request.max(drafter.patience()),
        _ => state.timing.request,
    };
    match tokio::time::timeout(within, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Refusal::new(
            ProblemCode::Timeout,
            "The server did not finish in time.",
            "Try again in a moment; nothing that was saved is lost.",
        )
        .retry_after(5)
        .into_response(),
    }
}

fn is_drafting(request: &Request) -> bool {
    let path = request.uri().path();
    path.starts_with("/api/v1/readings/") && path.ends_with("/drafts")
}

async fn secure(request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if api || !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Counts and times by route, never by full path: paths hold ids.
async fn observe(request: Request<Body>, next: Next) -> Response {
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "page".to_owned(), |path| path.as_str().to_owned());
    let started = Instant::now();
    let response = next.run(request).await;
    let status = response.status();
    let took = started.elapsed();
    tracing::debug!(%method, route, status = status.as_u16(), ms = took.as_millis(), "request");
    let labels = [
        ("method", method.to_string()),
        ("route", route.clone()),
        ("status", status.as_u16().to_string()),
    ];
    metrics::counter!("trellis_http_requests_total", &labels).increment(1);
    metrics::histogram!("trellis_http_request_seconds", "route" => route)
        .record(took.as_secs_f64());
    response
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_a_problem_without_details() {
        async fn boom() {
            panic!("a secret of the inside");
        }
        let router: Router = Router::new()
            .route("/", get(boom))
            .layer(CatchPanicLayer::custom(panicked));
        let response = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = axum::body::to_bytes(response.into_body(), 10_000)
            .await
            .unwrap();
        let problem: api::Problem = serde_json::from_slice(&body).unwrap();
        assert_eq!(problem.code, ProblemCode::Internal);
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }
}
