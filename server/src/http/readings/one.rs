//! `GET` and `PUT /api/v1/readings/{reading}`

use api::{EditReading, Problem, ReadingDetail, ReadingId};
use axum::Json;
use axum::extract::State;
use store::AuditAction;

use super::entry;
use crate::error::Reply;
use crate::http::extract::{JsonBody, One, Teacher};
use crate::readings::{Before, Desk, access, analyse, edited};
use crate::state::AppState;

/// One reading with its analysis, its texts in home languages and what the checks find in them.
#[utoipa::path(
    get, path = "/api/v1/readings/{reading}", tag = "readings",
    params(("reading" = ReadingId, Path)),
    responses(
        (status = 200, description = "As it stands", body = ReadingDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
) -> Reply<Json<ReadingDetail>> {
    let row = access::seen(&state, teacher.0.user(), id).await?;
    let desk = Desk::of(&state, row).await?;
    desk.detail(&state, teacher.0.user()).await.map(Json)
}

/// Saves a draft as its next revision. What the checks find is told, and blocks its approval only.
#[utoipa::path(
    put, path = "/api/v1/readings/{reading}", tag = "readings",
    params(("reading" = ReadingId, Path)), request_body = EditReading,
    responses(
        (status = 200, description = "Saved", body = ReadingDetail),
        (status = 400, description = "It cannot be kept so", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Another wrote it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another page saved first, or it is approved", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
    JsonBody(edit): JsonBody<EditReading>,
) -> Reply<Json<ReadingDetail>> {
    let who = teacher.0.user();
    let revision = edit.revision;
    access::own_draft(&state, teacher.0.user(), id, revision).await?;
    let bank = state.bank();
    let analysis = analyse(&bank, &edit.text).await?;
    let cores = state.store.cores_of(id).await?;
    let calls = state.store.drafting_calls_of(id).await?;
    let before = Before {
        cores: &cores,
        calls: &calls,
        who,
        now_ms: state.now_ms(),
    };
    let body = edited(&bank, edit, &analysis, &before)?;
    let detail = format!("saved revision {}", revision + 1);
    let audit = entry(&state, &teacher, AuditAction::EditReading, id, detail);
    let saved = state
        .store
        .save_reading(id, revision, body, state.now_ms(), audit)
        .await?;
    let row = access::own(&state, teacher.0.user(), id).await?;
    if !saved {
        return Err(access::moved_on(row.revision));
    }
    let desk = Desk::of(&state, row).await?;
    desk.detail(&state, who).await.map(Json)
}
