//! `GET /api/v1/content/templates/{template}`

use api::{Problem, TemplateDetail};
use axum::Json;
use axum::extract::State;
use item_bank::TemplateId;

use super::work::Work;
use crate::error::Reply;
use crate::http::extract::{One, Teacher};
use crate::state::AppState;

/// One template: what students meet, what is being written, and what happened to it.
#[utoipa::path(
    get, path = "/api/v1/content/templates/{template}", tag = "content",
    params(("template" = TemplateId, Path)),
    responses(
        (status = 200, description = "The template", body = TemplateDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such template", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    work.detail(&state, teacher.0.user()).await.map(Json)
}
