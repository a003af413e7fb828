//! `POST /api/v1/session/staff`

use api::{Problem, ProblemCode, Role, Session, StaffSignIn};
use axum::extract::State;
use axum::http::HeaderMap;

use super::open::{self, Opened, Try};
use crate::auth::limiter::Account;
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Peer};
use crate::state::AppState;

/// Signs a teacher in by user name and password.
#[utoipa::path(
    post, path = "/api/v1/session/staff", tag = "session", request_body = StaffSignIn,
    responses(
        (status = 200, description = "Signed in; the session cookie is set", body = Session),
        (status = 401, description = "Wrong user name or password", body = Problem,
            content_type = "application/problem+json"),
        (status = 429, description = "Too many tries for this account", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "Too many sign-ins at once", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    headers: HeaderMap,
    Peer(peer): Peer,
    JsonBody(sign_in): JsonBody<StaffSignIn>,
) -> Reply<Opened> {
    open::check_field("username", &sign_in.username, false)?;
    open::check_field("password", &sign_in.password, true)?;
    let username = sign_in.username.trim().to_lowercase();
    let found = state.store.staff_by_username(&username).await?;
    let attempt = Try {
        account: Account::Staff(username),
        peer,
        secret: sign_in.password,
        subject: found
            .as_ref()
            .map(|staff| (staff.id, staff.credential.clone())),
    };
    let user = open::check(&state, attempt, wrong).await?;
    let display_name = found.map(|staff| staff.display_name).unwrap_or_default();
    open::open(&state, &headers, user, Role::Teacher, display_name, None).await
}

fn wrong() -> Refusal {
    Refusal::new(
        ProblemCode::WrongSignIn,
        "This user name and password do not go together.",
        "Check both; the password distinguishes capital letters. \
         The person who runs Trellis at your school can set a new one.",
    )
}
