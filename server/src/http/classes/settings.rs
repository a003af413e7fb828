//! `GET` and `PUT /api/v1/classes/{class}/settings`

use api::{CellUpdate, ClassId, OutOfRange, PracticeSettings, Problem};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use store::{AuditAction, ClassRow};

use super::access;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, One, Teacher};
use crate::practice::{cells, settings};
use crate::state::AppState;

/// When a skill is mastered in this class, and how hard its questions are.
#[utoipa::path(
    get, path = "/api/v1/classes/{class}/settings", tag = "classes",
    params(("class" = ClassId, Path)),
    responses(
        (status = 200, description = "What is in force, chosen or by default",
            body = PracticeSettings),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
) -> Reply<Json<PracticeSettings>> {
    let class = access::class(&state, &teacher, class).await?;
    Ok(Json(settings::of_class(&state.policy, class.settings)))
}

/// Chooses both, for all skills of the class. Levels are told by them at once; estimates stay as
/// they are. Students have them with their next plan.
#[utoipa::path(
    put, path = "/api/v1/classes/{class}/settings", tag = "classes",
    params(("class" = ClassId, Path)), request_body = PracticeSettings,
    responses(
        (status = 204, description = "Kept"),
        (status = 400, description = "Outside its range: the problem names the field", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "Not a class of this teacher", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    teacher: Teacher,
    One(class): One<ClassId>,
    JsonBody(chosen): JsonBody<PracticeSettings>,
) -> Reply<StatusCode> {
    let class = access::class(&state, &teacher, class).await?;
    chosen.check().map_err(|wrong| refusal(&wrong))?;
    let detail = format!(
        "mastery_threshold {}, success_target {}",
        chosen.mastery_threshold, chosen.success_target
    );
    let audit = access::entry(
        &state,
        &teacher,
        AuditAction::SetPractice,
        class.id.to_string(),
        Some(&detail),
    );
    if state.store.set_practice(class.id, chosen, audit).await? {
        tell(&state, &class, chosen).await;
    }
    Ok(StatusCode::NO_CONTENT)
}

fn refusal(wrong: &OutOfRange) -> Refusal {
    let (low, high) = (wrong.range.start(), wrong.range.end());
    let what = match wrong.field {
        "mastery_threshold" => "A skill cannot count as mastered from",
        _ => "Questions cannot be chosen for a chance of success of",
    };
    Refusal::malformed(
        format!("{what} {}.", wrong.value),
        format!("Choose from {low:.2} to {high:.2}."),
    )
    .field(wrong.field)
}

/// Tells those who watch the class which cells have another level now. The choice is safe by then: a
/// failure here costs them an update.
async fn tell(state: &AppState, class: &ClassRow, chosen: PracticeSettings) {
    if !state.live.is_watched() {
        return;
    }
    let estimates = match state.store.estimates_of_class(class.id).await {
        Ok(estimates) => estimates,
        Err(error) => {
            tracing::warn!(%error, "new settings could not be told");
            return;
        }
    };
    let before = settings::rule(&state.policy, class.settings);
    let after = settings::rule(&state.policy, Some(chosen));
    for row in estimates {
        if before.level(&row.state) != after.level(&row.state) {
            let update = CellUpdate {
                student: row.student,
                cell: cells::of(&after, &row),
                skill: row.skill,
            };
            state.live.tell(class.id, &update);
        }
    }
}
