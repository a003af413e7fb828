//! `POST /api/v1/readings/{reading}/cores/{language}/review`

use api::{
    Decision, MAX_REASON, Problem, ProblemCode, ReadingDetail, ReadingId, ReadingState, ReviewCore,
};
use axum::Json;
use axum::extract::{Path, State};
use item_bank::LanguageTag;
use store::{AuditAction, CoreReviewRow, CoreRow};

use super::{entry, not_served_yet};
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Teacher};
use crate::readings::{Desk, access, may_decide, must_be_clean};
use crate::state::AppState;

/// Approves a text in a home language for students, or gives it back: by a reader of the language, after
/// reading it beside the English.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/cores/{language}/review", tag = "readings",
    params(("reading" = ReadingId, Path), ("language" = LanguageTag, Path)),
    request_body = ReviewCore,
    responses(
        (status = 200, description = "Kept", body = ReadingDetail),
        (status = 400, description = "No reason, or the checks find something", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Not a reader of this language, or the one who changed it",
            body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such reading or text here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "It is not what was read", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn review(
    State(state): State<AppState>,
    teacher: Teacher,
    Path((reading, language)): Path<(String, String)>,
    JsonBody(review): JsonBody<ReviewCore>,
) -> Reply<Json<ReadingDetail>> {
    let id: ReadingId = reading.parse().map_err(|_| Refusal::not_found("reading"))?;
    let language: LanguageTag = language.parse().map_err(|_| Refusal::not_found("text"))?;
    let who = teacher.0.user();
    let row = access::seen(&state, teacher.0.user(), id).await?;
    let desk = Desk::of(&state, row).await?;
    let core = desk.core(&language);
    let core = core.ok_or_else(|| Refusal::not_found("text"))?;
    let reads = state.store.languages_read_by(who).await?;
    if !reads.contains(&language) {
        return Err(Refusal::new(
            ProblemCode::Forbidden,
            format!("You are not named as a reader of '{language}'."),
            "Ask the person who runs Trellis at your school to name you one, if you read it well.",
        ));
    }
    if !may_decide(who, &reads, core) {
        return Err(Refusal::new(
            ProblemCode::Forbidden,
            "You changed this draft of a machine, so you cannot approve it.",
            "Ask another reader of the language to read it.",
        ));
    }
    if core.sha256 != review.sha256 {
        return Err(changed());
    }
    let reason = reason(&review)?;
    if review.decision == Decision::Approve {
        must_be_clean(&language, &desk.findings(core))?;
    }
    let kept = keep(&state, &teacher, id, core, review.decision, reason).await?;
    if !kept {
        return Err(changed());
    }
    if let Some(frozen) = desk
        .row
        .frozen
        .clone()
        .filter(|_| desk.row.state == ReadingState::Approved)
    {
        let shelf = state.library.readings();
        let put = shelf.put(&state.library, &*state.store, id, frozen).await;
        put.map_err(|error| not_served_yet(&error))?;
    }
    let row = access::seen(&state, teacher.0.user(), id).await?;
    let desk = Desk::of(&state, row).await?;
    desk.detail(&state, who).await.map(Json)
}

async fn keep(
    state: &AppState,
    teacher: &Teacher,
    id: ReadingId,
    core: &CoreRow,
    decision: Decision,
    reason: Option<String>,
) -> Reply<bool> {
    let word = match decision {
        Decision::Approve => "approved",
        Decision::Return => "returned",
    };
    let detail = format!("{word} {} {}", core.language, core.sha256);
    let audit = entry(state, teacher, AuditAction::ReviewReading, id, detail);
    let row = CoreReviewRow {
        language: core.language.clone(),
        sha256: core.sha256.clone(),
        decision,
        reason,
        reviewer: teacher.0.user(),
        reviewer_name: String::new(),
        at_ms: state.now_ms(),
    };
    Ok(state.store.review_core(id, row, audit).await?)
}

fn reason(review: &ReviewCore) -> Reply<Option<String>> {
    let text = review.reason.as_deref().map(str::trim);
    let text = text.filter(|text| !text.is_empty());
    match text {
        None if review.decision == Decision::Return => Err(Refusal::malformed(
            "The text is given back without a reason.",
            "Say in a few words what must be mended.",
        )
        .field("reason")),
        Some(long) if long.chars().count() > MAX_REASON => Err(Refusal::malformed(
            format!("The reason is over {MAX_REASON} characters."),
            "Say it in fewer words.",
        )
        .field("reason")),
        _ => Ok(text.map(str::to_owned)),
    }
}

fn changed() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "The text is not any more what you have read.",
        "Reload the page, read it again, and decide then.",
    )
    .field("sha256")
}
