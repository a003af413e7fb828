//! `GET /api/v1/content/passages/{passage}`

use api::{PassageDetail, Problem};
use axum::Json;
use axum::extract::State;
use item_bank::PassageId;

use crate::error::{Refusal, Reply};
use crate::http::extract::{One, Teacher};
use crate::state::AppState;

/// A text to read, as authors wrote it and as a page shows it.
#[utoipa::path(
    get, path = "/api/v1/content/passages/{passage}", tag = "content",
    params(("passage" = PassageId, Path)),
    responses(
        (status = 200, description = "The passage", body = PassageDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such passage", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    _teacher: Teacher,
    One(id): One<PassageId>,
) -> Reply<Json<PassageDetail>> {
    let bank = state.bank();
    let passage = bank.passage(&id);
    let passage = passage.ok_or_else(|| Refusal::not_found("passage"))?;
    let view = passage.view();
    Ok(Json(PassageDetail {
        paragraphs: view.map(|view| view.paragraphs).unwrap_or_default(),
        passage: passage.clone(),
    }))
}
