//! `PUT` and `DELETE /api/v1/classes/{class}/students/{student}/skills/{skill}/pin`

use api::{ClassId, Problem, UserId};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use item_bank::SkillCode;
use store::{AuditAction, NewPin};

use super::access;
use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// Gives the student this skill first, until it is mastered, whatever the pathway or a prerequisite
/// says. Their device has it with its next plan. Asking again changes nothing.
#[utoipa::path(
    put, path = "/api/v1/classes/{class}/students/{student}/skills/{skill}/pin", tag = "classes",
    params(("class" = ClassId, Path), ("student" = UserId, Path), ("skill" = SkillCode, Path)),
    responses(
        (status = 204, description = "It goes first"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a student of this teacher's class, or no such skill",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    teacher: Teacher,
    Path(path): Path<(String, String, String)>,
) -> Reply<StatusCode> {
    let of = access::student_skill(&state, &teacher, &path).await?;
    let (student, skill) = (of.student.id, of.skill.code.clone());
    let (subject, detail) = (student.to_string(), Some(skill.as_str()));
    let audit = access::entry(&state, &teacher, AuditAction::Pin, subject, detail);
    let pin = NewPin {
        student,
        skill: skill.clone(),
        pinned_by: teacher.0.user(),
        pinned_at_ms: audit.at_ms,
    };
    state.store.pin(pin, audit).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The skill takes its usual place again. Taking back what is not pinned changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/classes/{class}/students/{student}/skills/{skill}/pin", tag = "classes",
    params(("class" = ClassId, Path), ("student" = UserId, Path), ("skill" = SkillCode, Path)),
    responses(
        (status = 204, description = "It does not go first"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a student of this teacher's class, or no such skill",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    teacher: Teacher,
    Path(path): Path<(String, String, String)>,
) -> Reply<StatusCode> {
    let of = access::student_skill(&state, &teacher, &path).await?;
    let (student, skill) = (of.student.id, &of.skill.code);
    let (subject, detail) = (student.to_string(), Some(skill.as_str()));
    let audit = access::entry(&state, &teacher, AuditAction::Unpin, subject, detail);
    state.store.unpin(student, skill, audit).await?;
    Ok(StatusCode::NO_CONTENT)
}
