//! `POST /api/v1/readings/{reading}/drafts`

use api::{AskDraft, DraftReply, Problem, ProblemCode, ReadingId};
use axum::Json;
use axum::extract::State;

use crate::drafting;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::readings::{Desk, access};
use crate::state::AppState;

/// Has the district's language model write the idea of a draft in one language. Off unless the operator
/// has set a model. What passes every check is kept as a machine's draft, for a reader of the language to
/// approve; nothing else is kept, and every time leaves a row.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/drafts", tag = "readings",
    params(("reading" = ReadingId, Path)), request_body = AskDraft,
    responses(
        (status = 200, description = "What became of it", body = DraftReply),
        (status = 400, description = "No such language, or a text too long", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Another wrote it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "No model is set, it is approved, or another page was first",
            body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The model is writing for somebody else", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
    JsonBody(ask): JsonBody<AskDraft>,
) -> Reply<Json<DraftReply>> {
    let row = access::own_draft(&state, teacher.0.user(), id, ask.revision).await?;
    let Some(drafter) = state.drafter.clone() else {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "No language model is set up here.",
            "Write the text by hand, or ask the person who runs Trellis at your school for a model.",
        ));
    };
    if state.bank().language(&ask.language).is_none() {
        return Err(Refusal::malformed(
            format!("The bank has no language '{}'.", ask.language),
            "Choose one of /api/v1/bridge/languages.",
        )
        .field("language"));
    }
    let desk = Desk::of(&state, row).await?;
    // not cut short when the teacher's page goes: it ends with its row
    let work = drafting::draft(state, drafter, teacher.0.user(), desk, ask.language);
    match tokio::spawn(work).await {
        Ok(reply) => reply.map(Json),
        Err(error) => {
            tracing::error!(%error, "drafting panicked");
            Err(Refusal::internal())
        }
    }
}
