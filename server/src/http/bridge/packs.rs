//! `GET /api/v1/bridge/packs`

use api::{BridgePack, BridgePacks, Problem};
use axum::Json;
use axum::extract::State;

use crate::error::{Refusal, Reply};
use crate::http::extract::Teacher;
use crate::state::AppState;

/// The packs of the bridge, for printing a glossary: each is at `/content/<sha256>.json`. A language's
/// holds what students may see of it.
#[utoipa::path(
    get, path = "/api/v1/bridge/packs", tag = "bridge",
    responses(
        (status = 200, description = "English, and each language that is offered",
            body = BridgePacks),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(State(state): State<AppState>, _teacher: Teacher) -> Reply<Json<BridgePacks>> {
    let bank = state.bank();
    let english = bank.english_pack().cloned();
    let languages = bank.offered().iter().map(|language| BridgePack {
        tag: language.choice.tag.clone(),
        name: language.choice.name.clone(),
        right_to_left: language.choice.right_to_left,
        pack: language.pack.clone(),
    });
    Ok(Json(BridgePacks {
        english: english.ok_or_else(Refusal::internal)?,
        languages: languages.collect(),
    }))
}
