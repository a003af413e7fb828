//! `GET /api/v1/classes/{class}/bridge`

use api::{ClassBridge, ClassId, Problem};
use axum::Json;
use axum::extract::State;
use store::AuditAction;

use super::access;
use crate::bridge::report;
use crate::error::Reply;
use crate::http::extract::{One, Teacher};
use crate::state::AppState;

/// Which words the class has met, asked for and used in English, and who leans on the bridge.
#[utoipa::path(
    get, path = "/api/v1/classes/{class}/bridge", tag = "classes",
    params(("class" = ClassId, Path)),
    responses(
        (status = 200, description = "Words and students", body = ClassBridge),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
) -> Reply<Json<ClassBridge>> {
    let class = access::class(&state, &teacher, class).await?;
    let read = AuditAction::ReadClass;
    access::note(&state, &teacher, read, class.id, Some("bridge")).await?;
    report::of_class(&state, class.id).await.map(Json)
}
