//! `GET /api/v1/plan`

use api::{Plan, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::header::{ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::error::{Refusal, Reply};
use crate::http::extract::Student;
use crate::practice::plan;
use crate::state::AppState;

/// Everything that practice needs without a network.
#[utoipa::path(
    get, path = "/api/v1/plan", tag = "practice",
    params(("If-None-Match" = Option<String>, Header, description = "The ETag held")),
    responses(
        (status = 200, description = "The plan, with an ETag", body = Plan),
        (status = 304, description = "The plan held is still the plan"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    Student(who): Student,
    headers: HeaderMap,
) -> Reply<Response> {
    let mut plan = plan::of(&state, who.user()).await?;
    let tag = tag(&plan)?;
    let held = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let is_held = held
        .flat_map(|line| line.split(','))
        .any(|one| one.trim() == tag || one.trim() == "*");
    let tag = HeaderValue::from_str(&tag).map_err(|_| Refusal::internal())?;
    if is_held {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    plan.server_time_ms = state.now_ms();
    Ok(([(ETAG, tag)], Json(plan)).into_response())
}

/// Weak, since the server's time differs each time and does not matter here.
fn tag(plan: &Plan) -> Reply<String> {
    let bytes = serde_json::to_vec(plan).map_err(|error| {
        tracing::error!(%error, "a plan cannot be written as JSON");
        Refusal::internal()
    })?;
    let digest = Sha256::digest(bytes);
    Ok(format!("W/\"{}\"", hex::encode(&digest[..16])))
}
