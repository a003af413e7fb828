//! `GET /api/v1/bridge/languages`

use api::{LanguageReview, Problem};
use axum::Json;
use axum::extract::State;
use item_bank::{LanguagePack, LanguageTag};

use crate::bridge::counts;
use crate::content::Content;
use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// Every language that Trellis brings, offered here or not, and how far its review has come.
#[utoipa::path(
    get, path = "/api/v1/bridge/languages", tag = "bridge",
    responses(
        (status = 200, description = "By tag", body = Vec<LanguageReview>),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
) -> Reply<Json<Vec<LanguageReview>>> {
    let reads = state.store.languages_read_by(teacher.0.user()).await?;
    let bank = state.bank();
    let packs = bank.languages().iter();
    let mut languages: Vec<LanguageReview> =
        packs.map(|pack| review(&bank, pack, &reads)).collect();
    languages.sort_by(|a, b| a.tag.cmp(&b.tag));
    Ok(Json(languages))
}

/// `reads` are the languages that the one who asks may review.
pub fn review(bank: &Content, pack: &LanguagePack, reads: &[LanguageTag]) -> LanguageReview {
    let tag = &pack.language;
    LanguageReview {
        tag: tag.clone(),
        name: pack.name.clone(),
        right_to_left: pack.right_to_left,
        counts: counts(bank.standings(tag).unwrap_or_default()),
        may_review: reads.contains(tag),
    }
}
