//! `GET /api/v1/content/templates/{template}/versions/{version}` and `.../revisions/{revision}`

use api::Problem;
use axum::Json;
use axum::extract::{Path, State};
use item_bank::{Template, TemplateId, TemplateRef};

use crate::error::{Refusal, Reply};
use crate::http::extract::Teacher;
use crate::state::AppState;

/// A version that is or once was live.
#[utoipa::path(
    get, path = "/api/v1/content/templates/{template}/versions/{version}", tag = "content",
    params(("template" = TemplateId, Path), ("version" = u32, Path)),
    responses(
        (status = 200, description = "The template as it was", body = Template),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "It was never live", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn version(
    State(state): State<AppState>,
    _teacher: Teacher,
    Path(path): Path<(String, String)>,
) -> Reply<Json<Template>> {
    let (id, version) = parsed(&path)?;
    let reference = TemplateRef { id, version };
    let found = state.store.template_version(&reference).await?;
    found.map(Json).ok_or_else(|| Refusal::not_found("version"))
}

/// A draft as it was saved once.
#[utoipa::path(
    get, path = "/api/v1/content/templates/{template}/revisions/{revision}", tag = "content",
    params(("template" = TemplateId, Path), ("revision" = u32, Path)),
    responses(
        (status = 200, description = "The template as it was", body = Template),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such save", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn revision(
    State(state): State<AppState>,
    _teacher: Teacher,
    Path(path): Path<(String, String)>,
) -> Reply<Json<Template>> {
    let (id, revision) = parsed(&path)?;
    let revisions = state.store.revisions_of(&id).await?;
    let found = revisions.into_iter().find(|it| it.revision == revision);
    let found = found.ok_or_else(|| Refusal::not_found("revision"))?;
    Ok(Json(found.template))
}

fn parsed((id, number): &(String, String)) -> Reply<(TemplateId, u32)> {
    let id = id.parse().map_err(|_| Refusal::not_found("template"))?;
    let number = number.parse().map_err(|_| Refusal::not_found("template"))?;
    Ok((id, number))
}
