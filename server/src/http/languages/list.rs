//! `GET /api/v1/languages`

use api::LanguageChoice;
use axum::Json;
use axum::extract::State;

use crate::practice::plan;
use crate::state::AppState;

/// Languages of the bridge and of the app's own words, besides English. Anyone may ask: the choice
/// comes before signing in.
#[utoipa::path(
    get, path = "/api/v1/languages", tag = "practice",
    responses((status = 200, description = "By tag", body = Vec<LanguageChoice>))
)]
pub async fn get(State(state): State<AppState>) -> Json<Vec<LanguageChoice>> {
    Json(plan::languages(&state.bank()))
}
