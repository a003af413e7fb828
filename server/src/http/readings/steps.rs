//! `POST /api/v1/readings/{reading}/approve` and `retire`

use api::{Problem, ProblemCode, ReadingDetail, ReadingId, ReadingState, ReadingStep};
use axum::Json;
use axum::extract::State;
use store::AuditAction;

use super::{entry, not_served_yet};
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::readings::{Desk, access, frozen};
use crate::state::AppState;

/// Says that students may have it. It never changes from then on. Texts in home languages go out with it
/// when a reader of the language has approved exactly them; until then it goes out without.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/approve", tag = "readings",
    params(("reading" = ReadingId, Path)), request_body = ReadingStep,
    responses(
        (status = 200, description = "May be assigned", body = ReadingDetail),
        (status = 400, description = "What must be mended first, with reason codes", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Another wrote it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another page was first", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn approve(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
    JsonBody(step): JsonBody<ReadingStep>,
) -> Reply<Json<ReadingDetail>> {
    let row = access::own_draft(&state, teacher.0.user(), id, step.revision).await?;
    let desk = Desk::of(&state, row).await?;
    desk.must_be_clean()?;
    let reading = frozen(&desk.row, &desk.analysis);
    let detail = format!("approved revision {}", step.revision);
    let audit = entry(&state, &teacher, AuditAction::EditReading, id, detail);
    let store = &state.store;
    if !store
        .approve_reading(id, step.revision, &reading, audit)
        .await?
    {
        let now = access::own(&state, teacher.0.user(), id).await?;
        return Err(access::moved_on(now.revision));
    }
    let shelf = state.library.readings();
    let put = shelf.put(&state.library, &**store, id, reading).await;
    put.map_err(|error| not_served_yet(&error))?;
    as_it_stands(&state, &teacher, id).await
}

/// Takes it out of every plan. What students have done with its words stays.
#[utoipa::path(
    post, path = "/api/v1/readings/{reading}/retire", tag = "readings",
    params(("reading" = ReadingId, Path)), request_body = ReadingStep,
    responses(
        (status = 200, description = "In no plan any more", body = ReadingDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Another wrote it", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "No such reading here", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Retired already, or another page was first", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn retire(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<ReadingId>,
    JsonBody(step): JsonBody<ReadingStep>,
) -> Reply<Json<ReadingDetail>> {
    let row = access::own(&state, teacher.0.user(), id).await?;
    if row.state == ReadingState::Retired {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This reading is retired already.",
            "Copy it to use it again.",
        ));
    }
    let audit = entry(&state, &teacher, AuditAction::EditReading, id, "retired");
    if !state.store.retire_reading(id, step.revision, audit).await? {
        let now = access::own(&state, teacher.0.user(), id).await?;
        return Err(access::moved_on(now.revision));
    }
    state.library.readings().remove(id);
    as_it_stands(&state, &teacher, id).await
}

async fn as_it_stands(
    state: &AppState,
    teacher: &Teacher,
    id: ReadingId,
) -> Reply<Json<ReadingDetail>> {
    let row = access::own(state, teacher.0.user(), id).await?;
    let desk = Desk::of(state, row).await?;
    desk.detail(state, teacher.0.user()).await.map(Json)
}
