//! `PUT /api/v1/content/templates/{template}/draft`

use api::{EditTemplate, Problem, TemplateDetail};
use axum::Json;
use axum::extract::State;
use item_bank::{Template, TemplateId};
use store::{AuditAction, AuthoredRow, DraftState, EventKind};

use super::work::{self, Step, Work};
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::state::AppState;

/// Saves a draft. What was in review or approved is a draft again: what a reviewer saw is not this.
#[utoipa::path(
    put, path = "/api/v1/content/templates/{template}/draft", tag = "content",
    params(("template" = TemplateId, Path)), request_body = EditTemplate,
    responses(
        (status = 200, description = "Saved as a new revision", body = TemplateDetail),
        (status = 400, description = "Not a template, or of another id", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another saved meanwhile, or no draft is open", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(edit): JsonBody<EditTemplate>,
) -> Reply<Json<TemplateDetail>> {
    if edit.template.id != id {
        return Err(Refusal::malformed(
            format!(
                "The template calls itself '{}', not '{id}'.",
                edit.template.id
            ),
            "A template keeps its id: begin a new one to give it another.",
        )
        .field("template.id"));
    }
    let work = Work::read(&state, id).await?;
    work::must_fit(&work, &edit.template)?;
    let (_, newest) = work.draft_at(edit.revision)?;
    let template = Template {
        version: newest.template.version,
        imported: newest.template.imported.clone(),
        ..edit.template
    };
    let stand = work.stand();
    let after = AuthoredRow {
        state: Some(DraftState::Draft),
        revision: stand.revision + 1,
        ..stand
    };
    let step = Step {
        saved: Some(template),
        ..Step::new(EventKind::Edited, AuditAction::EditContent)
    };
    let detail = work::take(&state, &teacher, work, after, step).await?;
    Ok(Json(detail))
}
