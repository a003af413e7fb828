//! `POST /api/v1/content/templates`

use api::{NewTemplate, Problem, TemplateDetail};
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use item_bank::Template;
use store::{AuditAction, AuthoredRow, DraftState, EventKind};

use super::work::{self, Step, Work};
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Teacher};
use crate::state::AppState;

type Created = (StatusCode, [(HeaderName, String); 1], Json<TemplateDetail>);

/// Begins a draft: of a new template, or of the next version of one that is live or was.
#[utoipa::path(
    post, path = "/api/v1/content/templates", tag = "content", request_body = NewTemplate,
    responses(
        (status = 201, description = "The draft is begun", body = TemplateDetail),
        (status = 400, description = "Not a template, or of no skill here", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "It has an open draft already", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    JsonBody(new): JsonBody<NewTemplate>,
) -> Reply<Created> {
    let work = Work::read(&state, new.template.id.clone()).await?;
    work::must_fit(&work, &new.template)?;
    if let Some((_, newest)) = work.draft() {
        let who = newest.author.as_deref().unwrap_or("An import");
        return Err(Refusal::new(
            api::ProblemCode::Conflict,
            format!("{who} has begun a draft of '{}' already.", work.id),
            "Open that draft, or give yours another id.",
        )
        .field("template.id"));
    }
    let stand = work.stand();
    let template = Template {
        version: work.next_version(&state).await?,
        // where it came from is not for an author to say
        imported: work.live().and_then(|live| live.imported.clone()),
        ..new.template
    };
    let after = AuthoredRow {
        state: Some(DraftState::Draft),
        revision: stand.revision + 1,
        first_revision: stand.revision + 1,
        ..stand
    };
    let step = Step {
        saved: Some(template),
        ..Step::new(EventKind::Created, AuditAction::EditContent)
    };
    let location = format!("/api/v1/content/templates/{}", work.id);
    let detail = work::take(&state, &teacher, work, after, step).await?;
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(detail)))
}
