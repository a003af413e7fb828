//! `DELETE /api/v1/assignments/{assignment}`

use api::{AssignmentId, Problem};
use axum::extract::State;
use axum::http::StatusCode;
use store::AuditAction;

use crate::error::{Refusal, Reply};
use crate::http::classes::access;
use crate::http::extract::{One, Teacher};
use crate::state::AppState;

/// Takes a pathway back from a class. What students did on it stays.
#[utoipa::path(
    delete, path = "/api/v1/assignments/{assignment}", tag = "classes",
    params(("assignment" = AssignmentId, Path)),
    responses(
        (status = 204, description = "Taken back"),
        (status = 404, description = "Not an assignment of this teacher's classes",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<AssignmentId>,
) -> Reply<StatusCode> {
    let missing = || Refusal::not_found("assignment");
    let row = state.store.assignment(id).await?.ok_or_else(missing)?;
    // Another teacher's assignment is not told apart from none.
    let class = state
        .store
        .class_of_teacher(teacher.0.user(), row.class)
        .await?;
    let class = class.ok_or_else(missing)?;
    if !state.store.unassign(class.id, &row.pathway).await? {
        return Err(missing());
    }
    access::note(
        &state,
        &teacher,
        AuditAction::Unassign,
        class.id,
        Some(row.pathway.as_str()),
    )
    .await?;
    Ok(StatusCode::NO_CONTENT)
}
