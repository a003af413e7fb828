//! `PUT /api/v1/plan/preferences`

use api::{Preferences, Problem};
use axum::extract::State;
use axum::http::StatusCode;

use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Student};
use crate::practice::plan;
use crate::state::AppState;

/// Keeps what the student chose.
#[utoipa::path(
    put, path = "/api/v1/plan/preferences", tag = "practice", request_body = Preferences,
    responses(
        (status = 204, description = "Kept"),
        (status = 400, description = "A language that is not offered", body = Problem,
            content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn put(
    State(state): State<AppState>,
    Student(who): Student,
    JsonBody(wish): JsonBody<Preferences>,
) -> Reply<StatusCode> {
    let now = state.store.student(who.user()).await?;
    let now = now
        .ok_or_else(|| Refusal::not_found("student"))?
        .home_language;
    if wish.home_language == now {
        return Ok(StatusCode::NO_CONTENT);
    }
    if let Some(language) = &wish.home_language {
        let offered = plan::languages(&state.bank());
        if !offered.iter().any(|choice| choice.tag == *language) {
            let tags: Vec<&str> = offered.iter().map(|choice| choice.tag.as_str()).collect();
            return Err(Refusal::malformed(
                format!("The bridge does not speak '{language}' yet."),
                format!(
                    "Choose one of: {}; or none for English only.",
                    tags.join(", ")
                ),
            )
            .field("home_language"));
        }
    }
    state
        .store
        .set_home_language(who.user(), wish.home_language)
        .await?;
    state.sessions.forget_user(who.user());
    Ok(StatusCode::NO_CONTENT)
}
