//! `GET /api/v1/pathways`

use api::{PathwaySummary, Problem};
use axum::Json;
use axum::extract::State;

use crate::http::extract::Teacher;
use crate::state::AppState;

/// Every pathway of the bank.
#[utoipa::path(
    get, path = "/api/v1/pathways", tag = "classes",
    responses(
        (status = 200, description = "The pathways", body = Vec<PathwaySummary>),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, _teacher: Teacher) -> Json<Vec<PathwaySummary>> {
    let bank = state.bank();
    let summaries = bank.pathways().iter().map(|pathway| PathwaySummary {
        pathway: pathway.clone(),
        skill_titles: pathway
            .skills
            .iter()
            .filter_map(|code| bank.skill(code))
            .map(|skill| skill.title.clone())
            .collect(),
    });
    Json(summaries.collect())
}
