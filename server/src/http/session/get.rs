//! `GET /api/v1/session`

use api::{Problem, Session};
use axum::Json;

use crate::http::extract::SignedIn;

/// Who is signed in.
#[utoipa::path(
    get, path = "/api/v1/session", tag = "session",
    responses(
        (status = 200, description = "Signed in", body = Session),
        (status = 401, description = "Nobody is", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn get(who: SignedIn) -> Json<Session> {
    let session = who.session;
    Json(Session {
        user: session.user,
        role: session.role,
        display_name: session.display_name.clone(),
        home_language: session.home_language.clone(),
        expires_at_ms: session.expires_at_ms,
    })
}
