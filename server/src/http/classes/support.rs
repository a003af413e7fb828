//! `PUT` and `DELETE /api/v1/classes/{class}/students/{student}/support`

use api::{ClassId, Problem, SetSupport, SupportLevel, UserId};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use item_bank::SkillCode;
use serde::Deserialize;
use store::{AuditAction, NewSupport};
use utoipa::IntoParams;

use super::access;
use crate::error::{Refusal, Reply};
use crate::http::extract::{Asked, JsonBody, Teacher};
use crate::state::AppState;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OfSkill {
    skill: SkillCode,
}

/// How much of the bridge stands open for a student, on the whole or on one skill. Their device has
/// it with its next plan; asking for more or less always works there.
#[utoipa::path(
    put, path = "/api/v1/classes/{class}/students/{student}/support", tag = "classes",
    params(("class" = ClassId, Path), ("student" = UserId, Path)), request_body = SetSupport,
    responses(
        (status = 204, description = "Kept"),
        (status = 400, description = "Not a level, or no such skill", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a student of this teacher's class", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    teacher: Teacher,
    Path((class, student)): Path<(String, String)>,
    JsonBody(set): JsonBody<SetSupport>,
) -> Reply<StatusCode> {
    let (_, student) = access::student_of(&state, &teacher, &class, &student).await?;
    if let Some(skill) = &set.skill
        && state.bank().skill(skill).is_none()
    {
        return Err(Refusal::malformed(
            format!("There is no skill '{skill}'."),
            "Choose one of the class's skills, or null for all of them.",
        )
        .field("skill"));
    }
    let detail = match &set.skill {
        Some(skill) => format!("{} on {skill}", word(set.level)),
        None => word(set.level).to_owned(),
    };
    let subject = student.id.to_string();
    let audit = access::entry(
        &state,
        &teacher,
        AuditAction::SetSupport,
        subject,
        Some(&detail),
    );
    let support = NewSupport {
        student: student.id,
        skill: set.skill,
        level: set.level,
        set_by: teacher.0.user(),
        set_at_ms: audit.at_ms,
    };
    state.store.set_support(support, audit).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes back the word on one skill: the student's own level holds there again. Taking back what
/// nobody said changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/classes/{class}/students/{student}/support", tag = "classes",
    params(("class" = ClassId, Path), ("student" = UserId, Path), OfSkill),
    responses(
        (status = 204, description = "The student's own level holds"),
        (status = 400, description = "No skill is named", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a student of this teacher's class", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn delete(
    State(state): State<AppState>,
    teacher: Teacher,
    Path((class, student)): Path<(String, String)>,
    Asked(of): Asked<OfSkill>,
) -> Reply<StatusCode> {
    let (_, student) = access::student_of(&state, &teacher, &class, &student).await?;
    let detail = format!("none of its own on {}", of.skill);
    let subject = student.id.to_string();
    let audit = access::entry(
        &state,
        &teacher,
        AuditAction::SetSupport,
        subject,
        Some(&detail),
    );
    state
        .store
        .remove_support(student.id, &of.skill, audit)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn word(level: SupportLevel) -> &'static str {
    match level {
        SupportLevel::None => "none",
        SupportLevel::Emerging => "emerging",
        SupportLevel::Expanding => "expanding",
        SupportLevel::Bridging => "bridging",
        SupportLevel::Exited => "exited",
    }
}
