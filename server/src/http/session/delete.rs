//! `DELETE /api/v1/session`

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use store::{AuditAction, AuditEntry};

use crate::auth::cookie;
use crate::auth::sessions::Lookup;
use crate::error::Reply;
use crate::state::AppState;

/// Signs out. Signing out twice is no error.
#[utoipa::path(
    delete, path = "/api/v1/session", tag = "session",
    responses((status = 204, description = "Signed out; the cookie is cleared"))
)]
pub async fn delete(
    State(state): State<AppState>,
    headers: HeaderMap,
) -> Reply<(StatusCode, [(HeaderName, HeaderValue); 1])> {
    if let Some(token) = cookie::read(&headers) {
        let token = token.hash();
        if let Lookup::Live(session) = state.sessions.look_up(token, state.now_ms()).await? {
            let entry = AuditEntry {
                at_ms: state.now_ms(),
                actor: Some(session.user),
                action: AuditAction::SignOut,
                subject: Some(session.user.to_string()),
                detail: None,
            };
            state.store.audit(entry).await?;
        }
        state.sessions.close(token).await?;
    }
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, cookie::clear())]))
}
