//! `POST /api/v1/classes/{class}/assignments`

use api::{Assignment, AssignmentId, ClassId, NewAssignment, Problem, ProblemCode};
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use store::{AuditAction, NewAssignmentRow, StoreError};

use crate::error::{Refusal, Reply};
use crate::http::classes::access;
use crate::http::extract::{JsonBody, One, Teacher};
use crate::ids;
use crate::state::AppState;

type Created = (StatusCode, [(HeaderName, String); 1], Json<Assignment>);

/// Gives a pathway to a class. Its students have it with their next plan.
#[utoipa::path(
    post, path = "/api/v1/classes/{class}/assignments", tag = "classes",
    params(("class" = ClassId, Path)), request_body = NewAssignment,
    responses(
        (status = 201, description = "Assigned", body = Assignment),
        (status = 400, description = "No such pathway", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Assigned already", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
    JsonBody(new): JsonBody<NewAssignment>,
) -> Reply<Created> {
    let class = access::class(&state, &teacher, class).await?;
    let bank = state.bank();
    let Some(pathway) = bank.pathway(&new.pathway) else {
        return Err(Refusal::malformed(
            format!("There is no pathway '{}'.", new.pathway),
            "Choose one of /api/v1/pathways.",
        )
        .field("pathway"));
    };
    let now_ms = state.now_ms();
    let id = AssignmentId(ids::new(now_ms)?);
    let row = NewAssignmentRow {
        id,
        class: class.id,
        pathway: new.pathway.clone(),
        assigned_by: teacher.0.user(),
        assigned_at_ms: now_ms,
    };
    state.store.assign(row).await.map_err(|error| match error {
        StoreError::Conflict(_) => Refusal::new(
            ProblemCode::Conflict,
            format!("{} has \"{}\" already.", class.title, pathway.title),
            "Nothing needs to be done.",
        )
        .field("pathway"),
        other => other.into(),
    })?;
    access::note(
        &state,
        &teacher,
        AuditAction::Assign,
        class.id,
        Some(new.pathway.as_str()),
    )
    .await?;
    let assignment = Assignment {
        id,
        class: class.id,
        pathway: new.pathway,
        title: pathway.title.clone(),
        assigned_at_ms: now_ms,
    };
    let location = [(LOCATION, format!("/api/v1/assignments/{id}"))];
    Ok((StatusCode::CREATED, location, Json(assignment)))
}
