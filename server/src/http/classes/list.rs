//! `GET /api/v1/classes`

use api::{ClassSummary, Problem};
use axum::Json;
use axum::extract::State;
use store::AuditAction;

use super::{access, summary};
use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// The classes of the signed-in teacher.
#[utoipa::path(
    get, path = "/api/v1/classes", tag = "classes",
    responses(
        (status = 200, description = "The classes", body = Vec<ClassSummary>),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
) -> Reply<Json<Vec<ClassSummary>>> {
    let rows = state.store.classes_of_teacher(teacher.0.user()).await?;
    let mut summaries = Vec::with_capacity(rows.len());
    for row in rows {
        access::note(
            &state,
            &teacher,
            AuditAction::ReadClass,
            row.id,
            Some("summary"),
        )
        .await?;
        summaries.push(summary::read(&state, row).await?);
    }
    Ok(Json(summaries))
}
