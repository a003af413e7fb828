//! `POST /api/v1/readings/{reading}/assignments` and `DELETE .../assignments/{class}`

use api::{AssignReading, ClassId, Problem, ProblemCode, ReadingDetail, ReadingId, ReadingState};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use store::AuditAction;

use super::entry;
use crate::error::{Refusal, Reply};
use crate::http::classes::access as classes;
use crate::http::extract::{JsonBody, One, Teacher};
use crate::readings::{Desk, access};
use crate::state::AppState;

/// Gives an approved reading to a class that the asker teaches.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/assignments", tag = "readings",
    params(("reading" = ReadingId, Path)), request_body = AssignReading,
    responses(
        (status = 201, description = "In the plans of the class", body = ReadingDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading or class here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Not approved, or assigned already", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
    JsonBody(assign): JsonBody<AssignReading>,
) -> Reply<(StatusCode, Json<ReadingDetail>)> {
    let who = teacher.0.user();
    let class = classes::class(&state, &teacher, assign.class).await?;
    let row = access::seen(&state, teacher.0.user(), id).await?;
    if row.state != ReadingState::Approved {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "Only an approved reading can be assigned.",
            "Approve it first.",
        ));
    }
    let detail = format!("to class {}", class.id);
    let audit = entry(&state, &teacher, AuditAction::AssignReading, id, detail);
    let new = state
        .store
        .assign_reading(id, class.id, who, state.now_ms(), audit)
        .await?;
    if !new {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            format!("{} has this reading already.", class.title),
            "Reload the page to see it.",
        ));
    }
    let desk = Desk::of(&state, row).await?;
    Ok((StatusCode::CREATED, Json(desk.detail(&state, who).await?)))
}

/// Takes a reading back from a class that the asker teaches.
#[utoipa::path(
    delete, path = "/api/v1/readings/{reading}/assignments/{class}", tag = "readings",
    params(("reading" = ReadingId, Path), ("class" = ClassId, Path)),
    responses(
        (status = 204, description = "Not in the plans of the class any more"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not the asker's class, or it has not this reading", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    teacher: Teacher,
    Path((reading, class)): Path<(String, String)>,
) -> Reply<StatusCode> {
    let id: ReadingId = reading.parse().map_err(|_| Refusal::not_found("reading"))?;
    let class: ClassId = class.parse().map_err(|_| Refusal::not_found("class"))?;
    let class = classes::class(&state, &teacher, class).await?;
    let detail = format!("taken back from class {}", class.id);
    let audit = entry(&state, &teacher, AuditAction::AssignReading, id, detail);
    if state.store.unassign_reading(id, class.id, audit).await? {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Refusal::not_found("assignment"))
}
