//! `GET /api/v1/classes/{class}/students/{student}/skills/{skill}`

use api::{ClassId, EstimateTrace, Problem, UserId};
use axum::Json;
use axum::extract::{Path, State};
use item_bank::SkillCode;

use super::access;
use crate::error::{Refusal, Reply};
use crate::http::extract::Teacher;
use crate::practice::trace::{self, Behind};
use crate::state::AppState;

/// The responses behind one estimate and how each moved it.
#[utoipa::path(
    get, path = "/api/v1/classes/{class}/students/{student}/skills/{skill}", tag = "classes",
    params(("class" = ClassId, Path), ("student" = UserId, Path), ("skill" = SkillCode, Path)),
    responses(
        (status = 200, description = "The trace, newest first", body = EstimateTrace),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a student of this teacher's class, or no such skill",
            body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    Path((class, student, skill)): Path<(String, String, String)>,
) -> Reply<Json<EstimateTrace>> {
    let class: ClassId = class.parse().map_err(|_| Refusal::not_found("class"))?;
    let student: UserId = student.parse().map_err(|_| Refusal::not_found("student"))?;
    let class = access::class(&state, &teacher, class).await?;
    let roster = state.store.roster(class.id).await?;
    let student = roster.into_iter().find(|row| row.id == student);
    let student = student.ok_or_else(|| Refusal::not_found("student"))?;
    let code: Option<SkillCode> = skill.parse().ok();
    let skill = code.as_ref().and_then(|code| state.bank.skill(code));
    let skill = skill.ok_or_else(|| Refusal::not_found("skill"))?;
    access::note_student(&state, &teacher, student.id, skill.code.as_str()).await?;
    let responses = state.store.responses_of(student.id, &skill.code).await?;
    let opportunities = state.store.opportunities_of(student.id).await?;
    let behind = Behind {
        student: &student,
        skill,
        responses: &responses,
        opportunities: &opportunities,
    };
    let rule = state.policy.mastery;
    Ok(Json(trace::of(state.bank, &state.model, rule, behind)))
}
