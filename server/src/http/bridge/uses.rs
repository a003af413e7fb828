//! `POST /api/v1/bridge/uses`

use api::{MAX_USES, Problem, ProblemCode, UseBatch, UsesReply};
use axum::Json;
use axum::extract::State;

use crate::bridge::uses;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Student};
use crate::state::AppState;

/// Keeps what happened between the student and academic words, and acknowledges after it is on the
/// disk. What was said in English is checked here. Posting again is harmless: an id counts once.
#[utoipa::path(
    post, path = "/api/v1/bridge/uses", tag = "practice", request_body = UseBatch,
    responses(
        (status = 200, description = "What became of each; those accepted are on the disk",
            body = UsesReply),
        (status = 400, description = "Not a batch", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "More than 200 uses or 256 kB", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "Busy, or the database cannot be written; keep the uses",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    Student(who): Student,
    JsonBody(batch): JsonBody<UseBatch>,
) -> Reply<Json<UsesReply>> {
    if batch.uses.len() > MAX_USES {
        return Err(Refusal::new(
            ProblemCode::TooLarge,
            format!("The batch holds {} uses.", batch.uses.len()),
            format!("Send at most {MAX_USES} at once."),
        )
        .field("uses"));
    }
    uses::batch(&state, who.user(), batch).await.map(Json)
}
