//! `POST /api/v1/readings` and `POST /api/v1/readings/{reading}/copies`

use api::{NewReading, Problem, ReadingDetail, ReadingId, UserId};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use store::{AuditAction, CoreRow, NewReadingRow, ReadingBody};

use super::entry;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::ids;
use crate::readings::{Desk, access, analyse, begun};
use crate::state::AppState;

/// Readings that one person may have: far more than a year of lessons.
const MOST: usize = 500;

/// Begins a reading from a text.
#[utoipa::path(
    post, path = "/api/v1/readings", tag = "readings",
    request_body = NewReading,
    responses(
        (status = 201, description = "A draft, with what was found in it", body = ReadingDetail),
        (status = 400, description = "No title, no words, or more than 2,000", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "For teachers", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    JsonBody(new): JsonBody<NewReading>,
) -> Reply<(StatusCode, Json<ReadingDetail>)> {
    let analysis = analyse(&state.bank(), &new.text).await?;
    let body = begun(&new.title, &new.text, &analysis)?;
    make(&state, &teacher, body, None).await
}

/// Begins a new reading from one that never changes any more. Its texts in home languages must be read
/// again by a reader.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/copies", tag = "readings",
    params(("reading" = ReadingId, Path)),
    responses(
        (status = 201, description = "A draft of the asker's own", body = ReadingDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn copy(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
) -> Reply<(StatusCode, Json<ReadingDetail>)> {
    let row = access::seen(&state, teacher.0.user(), id).await?;
    let cores: Vec<CoreRow> = state.store.cores_of(id).await?;
    let analysis = analyse(&state.bank(), &row.text).await?;
    let body = ReadingBody {
        title: row.title,
        text: row.text,
        words: analysis.words,
        choices: row.choices,
        cores,
    };
    make(&state, &teacher, body, Some(id)).await
}

async fn make(
    state: &AppState,
    teacher: &Teacher,
    body: ReadingBody,
    copy_of: Option<ReadingId>,
) -> Reply<(StatusCode, Json<ReadingDetail>)> {
    let who: UserId = teacher.0.user();
    let seen = state.store.readings_for(who).await?;
    if seen.iter().filter(|head| head.author == who).count() >= MOST {
        return Err(Refusal::malformed(
            format!("You have {MOST} readings already."),
            "Use one of them, or retire what you do not need and ask for more room.",
        ));
    }
    let now_ms = state.now_ms();
    let id = ReadingId(ids::new(now_ms)?);
    let detail = match copy_of {
        Some(from) => format!("copied {from}"),
        None => "created".to_owned(),
    };
    let new = NewReadingRow {
        id,
        author: who,
        copy_of,
        body,
        created_at_ms: now_ms,
    };
    let audit = entry(state, teacher, AuditAction::EditReading, id, detail);
    state.store.create_reading(new, audit).await?;
    let row = access::own(state, teacher.0.user(), id).await?;
    let desk = Desk::of(state, row).await?;
    Ok((StatusCode::CREATED, Json(desk.detail(state, who).await?)))
}
