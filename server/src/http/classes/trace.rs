//! `GET /api/v1/classes/{class}/students/{student}/skills/{skill}`

use api::{ClassId, EstimateTrace, Problem, SkillPin, UserId};
use axum::Json;
use axum::extract::{Path, State};
use item_bank::SkillCode;

use super::access;
use crate::error::Reply;
use crate::http::extract::Teacher;
use crate::practice::settings;
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
    Path(path): Path<(String, String, String)>,
) -> Reply<Json<EstimateTrace>> {
    let access::Of {
        class,
        student,
        skill,
    } = access::student_skill(&state, &teacher, &path).await?;
    access::note_student(&state, &teacher, student.id, skill.code.as_str()).await?;
    let responses = state.store.responses_of(student.id, &skill.code).await?;
    let opportunities = state.store.opportunities_of(student.id).await?;
    let pins = state.store.pins_of_student(student.id).await?;
    let pin = pins.into_iter().find(|row| row.skill == skill.code);
    let behind = Behind {
        student: &student,
        skill: &skill,
        responses: &responses,
        opportunities: &opportunities,
        pin: pin.map(|row| SkillPin {
            teacher: row.teacher,
            pinned_at_ms: row.pinned_at_ms,
        }),
    };
    let rule = settings::rule(&state.policy, class.settings);
    Ok(Json(trace::of(&state.bank(), &state.model, rule, behind)))
}
