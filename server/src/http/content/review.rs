//! `POST /api/v1/content/templates/{template}/submit`, `approve`, `return`, `publish` and `retire`

use api::{Problem, ProblemCode, ReviewStep, TemplateDetail};
use axum::Json;
use axum::extract::State;
use item_bank::{Template, TemplateId};
use store::{AuditAction, AuthoredRow, DraftState, EventKind, Origin};

use super::work::{self, Step, Work};
use crate::content::version_of;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::state::AppState;

/// Asks for a review. Refused while the check finds something to mend.
#[utoipa::path(
    post, path = "/api/v1/content/templates/{template}/submit", tag = "content",
    params(("template" = TemplateId, Path)), request_body = ReviewStep,
    responses(
        (status = 200, description = "In review", body = TemplateDetail),
        (status = 400, description = "What must be mended first", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another was first, or it does not stand there", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn submit(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(step): JsonBody<ReviewStep>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    let (stands, newest) = work.draft_at(step.revision)?;
    must_be(stands, DraftState::Draft)?;
    work::must_be_clean(&work, &newest.template).await?;
    moved(
        &state,
        &teacher,
        work,
        step,
        DraftState::InReview,
        EventKind::Submitted,
    )
    .await
}

/// Says that students may meet it. By someone who did not write it.
#[utoipa::path(
    post, path = "/api/v1/content/templates/{template}/approve", tag = "content",
    params(("template" = TemplateId, Path)), request_body = ReviewStep,
    responses(
        (status = 200, description = "Approved", body = TemplateDetail),
        (status = 403, description = "An author cannot approve their own work", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another was first, or it does not stand there", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn approve(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(step): JsonBody<ReviewStep>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    let (stands, _) = work.draft_at(step.revision)?;
    must_be(stands, DraftState::InReview)?;
    if work.is_author(teacher.0.user()) {
        return Err(Refusal::new(
            ProblemCode::Forbidden,
            "You wrote a part of this draft, so you cannot approve it.",
            "Ask a colleague to read and approve it.",
        ));
    }
    moved(
        &state,
        &teacher,
        work,
        step,
        DraftState::Approved,
        EventKind::Approved,
    )
    .await
}

/// Gives it back to its authors, with a note on what to mend.
#[utoipa::path(
    post, path = "/api/v1/content/templates/{template}/return", tag = "content",
    params(("template" = TemplateId, Path)), request_body = ReviewStep,
    responses(
        (status = 200, description = "A draft again", body = TemplateDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another was first, or it does not stand there", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn give_back(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(step): JsonBody<ReviewStep>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    let (stands, _) = work.draft_at(step.revision)?;
    if stands == DraftState::Draft {
        return Err(wrong_state(stands));
    }
    moved(
        &state,
        &teacher,
        work,
        step,
        DraftState::Draft,
        EventKind::Returned,
    )
    .await
}

/// Makes it live as the next version: from now on devices fetch it with their plan. Answers to the
/// version before are read with that one.
#[utoipa::path(
    post, path = "/api/v1/content/templates/{template}/publish", tag = "content",
    params(("template" = TemplateId, Path)), request_body = ReviewStep,
    responses(
        (status = 200, description = "Live", body = TemplateDetail),
        (status = 400, description = "What must be mended first", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another was first, or it does not stand there", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn publish(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(step): JsonBody<ReviewStep>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    let (stands, newest) = work.draft_at(step.revision)?;
    must_be(stands, DraftState::Approved)?;
    // the bank may have moved on since it was submitted
    work::must_be_clean(&work, &newest.template).await?;
    let template = Template {
        version: work.next_version(&state).await?,
        ..newest.template.clone()
    };
    let live = version_of(&template, Origin::District, state.now_ms());
    let live = live.map_err(|error| {
        tracing::error!(%error, "a template cannot be kept");
        Refusal::internal()
    })?;
    let stand = work.stand();
    let after = AuthoredRow {
        state: None,
        first_revision: stand.revision + 1,
        live_version: Some(template.version),
        retired: false,
        ..stand
    };
    let step = Step {
        live: Some(live),
        note: work::note(step.note)?,
        version: Some(template.version),
        ..Step::new(EventKind::Published, AuditAction::PublishContent)
    };
    work::take(&state, &teacher, work, after, step)
        .await
        .map(Json)
}

/// Takes it out of new questions. Its versions stay for the answers that name them.
#[utoipa::path(
    post, path = "/api/v1/content/templates/{template}/retire", tag = "content",
    params(("template" = TemplateId, Path)), request_body = ReviewStep,
    responses(
        (status = 200, description = "No longer asked", body = TemplateDetail),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Another was first, or it does not stand there", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn retire(
    State(state): State<AppState>,
    teacher: Teacher,
    One(id): One<TemplateId>,
    JsonBody(step): JsonBody<ReviewStep>,
) -> Reply<Json<TemplateDetail>> {
    let work = Work::read(&state, id).await?;
    let Some(live) = work.live().map(|live| live.version) else {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This template is not live.",
            "Reload the page: it may have been retired already.",
        ));
    };
    if step.revision != live {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            format!("Version {live} is live by now, not {}.", step.revision),
            "Reload the page and look at it again.",
        )
        .field("revision"));
    }
    let after = AuthoredRow {
        live_version: None,
        retired: true,
        ..work.stand()
    };
    let step = Step {
        note: work::note(step.note)?,
        version: Some(live),
        ..Step::new(EventKind::Retired, AuditAction::PublishContent)
    };
    work::take(&state, &teacher, work, after, step)
        .await
        .map(Json)
}

async fn moved(
    state: &AppState,
    teacher: &Teacher,
    work: Work,
    step: ReviewStep,
    to: DraftState,
    kind: EventKind,
) -> Reply<Json<TemplateDetail>> {
    let after = AuthoredRow {
        state: Some(to),
        ..work.stand()
    };
    let step = Step {
        note: work::note(step.note)?,
        ..Step::new(kind, AuditAction::ReviewContent)
    };
    work::take(state, teacher, work, after, step)
        .await
        .map(Json)
}

fn must_be(stands: DraftState, wanted: DraftState) -> Reply<()> {
    if stands == wanted {
        Ok(())
    } else {
        Err(wrong_state(stands))
    }
}

fn wrong_state(stands: DraftState) -> Refusal {
    let (is, next) = match stands {
        DraftState::Draft => ("a draft", "It can be submitted for review."),
        DraftState::InReview => ("in review", "It can be approved or returned."),
        DraftState::Approved => ("approved", "It can be published or returned."),
    };
    Refusal::new(
        ProblemCode::Conflict,
        format!("This template is {is}."),
        next,
    )
}
