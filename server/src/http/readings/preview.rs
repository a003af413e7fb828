//! `GET /api/v1/readings/{reading}/preview`

use api::{BridgePack, Problem, ReadingId, ReadingPreview};
use axum::Json;
use axum::extract::State;

use crate::error::{Refusal, Reply};
use crate::http::extract::{One, Teacher};
use crate::readings::{Desk, access, frozen, previewed};
use crate::state::AppState;

/// The reading as students would get it, with every text in a home language, approved or not, and the
/// packs to show beside it.
#[utoipa::path(
    get, path = "/api/v1/readings/{reading}/preview", tag = "readings",
    params(("reading" = ReadingId, Path)),
    responses(
        (status = 200, description = "As it would be packed now", body = ReadingPreview),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
) -> Reply<Json<ReadingPreview>> {
    let row = access::seen(&state, teacher.0.user(), id).await?;
    let desk = Desk::of(&state, row).await?;
    let stands = match &desk.row.frozen {
        Some(frozen) => frozen.clone(),
        None => frozen(&desk.row, &desk.analysis),
    };
    let reading = previewed(stands, &desk.cores, &desk.reviews);
    let not_shown = reading.cores.iter();
    let not_shown = not_shown.filter(|(_, core)| core.approved.is_none());
    let languages = desk.bank.offered().iter().map(|language| BridgePack {
        tag: language.choice.tag.clone(),
        name: language.choice.name.clone(),
        right_to_left: language.choice.right_to_left,
        pack: language.pack.clone(),
    });
    let english = desk.bank.english_pack().cloned();
    Ok(Json(ReadingPreview {
        not_shown: not_shown.map(|(language, _)| language.clone()).collect(),
        reading,
        english: english.ok_or_else(Refusal::internal)?,
        languages: languages.collect(),
    }))
}
