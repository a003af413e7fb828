//! `POST /api/v1/bridge/analyses`

use api::{AnalyseText, Analysis, Problem};
use axum::Json;
use axum::extract::State;

use crate::error::Reply;
use crate::http::extract::{JsonBody, Teacher};
use crate::readings::analyse;
use crate::state::AppState;

/// Finds the terms, the ideas of the bank and the sentences that carry them in a text. Nothing is kept.
#[utoipa::path(
    post, path = "/api/v1/bridge/analyses", tag = "readings",
    request_body = AnalyseText,
    responses(
        (status = 200, description = "What was found, with reasons", body = Analysis),
        (status = 400, description = "No words, or more than 2,000", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    _teacher: Teacher,
    JsonBody(ask): JsonBody<AnalyseText>,
) -> Reply<Json<Analysis>> {
    analyse(&state.bank(), &ask.text).await.map(Json)
}
