//! `POST /api/v1/responses`

use api::{BatchReply, MAX_BATCH, Problem, ProblemCode, ResponseBatch};
use axum::Json;
use axum::extract::State;

use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Student};
use crate::practice::receive;
use crate::state::AppState;

/// Checks answers, keeps them, and acknowledges after they are on the disk. Posting an answer again
/// is harmless: its id keeps it single.
#[utoipa::path(
    post, path = "/api/v1/responses", tag = "practice", request_body = ResponseBatch,
    responses(
        (status = 200, description = "What became of each; those stored are on the disk",
            body = BatchReply),
        (status = 400, description = "Not a batch", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 413, description = "More than 400 answers or 256 kB", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "Busy, or the database cannot be written; keep the answers",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    Student(who): Student,
    JsonBody(batch): JsonBody<ResponseBatch>,
) -> Reply<Json<BatchReply>> {
    if batch.responses.len() > MAX_BATCH {
        return Err(Refusal::new(
            ProblemCode::TooLarge,
            format!("The batch holds {} answers.", batch.responses.len()),
            format!("Send at most {MAX_BATCH} at once."),
        )
        .field("responses"));
    }
    receive::batch(&state, who.user(), batch).await.map(Json)
}
