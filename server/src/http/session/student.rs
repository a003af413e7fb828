//! `POST /api/v1/session/student`

use api::{Problem, ProblemCode, Role, Session, StudentSignIn};
use axum::extract::State;
use axum::http::HeaderMap;
use store::StudentAccount;

use super::open::{self, Opened, Try};
use crate::auth::limiter::Account;
use crate::auth::names::{self, Match};
use crate::error::{Refusal, Reply};
use crate::http::extract::{JsonBody, Peer};
use crate::state::AppState;

/// Signs a student in by class code, name and PIN.
#[utoipa::path(
    post, path = "/api/v1/session/student", tag = "session", request_body = StudentSignIn,
    responses(
        (status = 200, description = "Signed in; the session cookie is set", body = Session),
        (status = 401, description = "Wrong class code, name or PIN", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "Two students of the class answer to this name",
            body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many tries for this student", body = Problem,
            content_type = "application/problem+json"),
        (status = 503, description = "Too many sign-ins at once", body = Problem,
            content_type = "application/problem+json"),
    )
)]
pub async fn post(
    State(state): State<AppState>,
    headers: HeaderMap,
    Peer(peer): Peer,
    JsonBody(sign_in): JsonBody<StudentSignIn>,
) -> Reply<Opened> {
    open::check_field("class_code", &sign_in.class_code, false)?;
    open::check_field("name", &sign_in.name, false)?;
    open::check_field("pin", &sign_in.pin, true)?;
    let class_code = names::canonical_class_code(&sign_in.class_code);
    let roster = match state.store.class_by_code(&class_code).await? {
        Some(class) => state.store.sign_in_roster(class.id).await?,
        None => Vec::new(),
    };
    let unknown = || Account::UnknownStudent {
        class_code,
        name: names::fold(&sign_in.name),
    };
    let (account, found) = match names::find(&roster, &sign_in.name) {
        Match::One(student) => (Account::Student(student.id), Some(student)),
        Match::Nobody => (unknown(), None),
        Match::Several { with_family } => {
            // Counted, so that nobody learns a class's names by asking.
            state
                .limiter
                .begin(&unknown(), state.now_ms())
                .map_err(open::too_many)?;
            return Err(ambiguous(with_family));
        }
    };
    let attempt = Try {
        account,
        peer,
        secret: sign_in.pin.trim().to_owned(),
        subject: found.map(|student| (student.id, student.credential.clone())),
    };
    let user = open::check(&state, attempt, wrong).await?;
    let home_language = state
        .store
        .student(user)
        .await?
        .and_then(|row| row.home_language);
    let display_name = found.map(display_name).unwrap_or_default();
    open::open(
        &state,
        &headers,
        user,
        Role::Student,
        display_name,
        home_language,
    )
    .await
}

/// "Ana R."
fn display_name(student: &StudentAccount) -> String {
    match student.family_name.chars().next() {
        Some(initial) => format!("{} {initial}.", student.given_name),
        None => student.given_name.clone(),
    }
}

fn wrong() -> Refusal {
    Refusal::new(
        ProblemCode::WrongSignIn,
        "This class code, name and PIN do not go together.",
        "Check each one, then try again. Your teacher can tell you what is right.",
    )
}

fn ambiguous(with_family: bool) -> Refusal {
    let remedy = if with_family {
        "Type your whole name: first name, then family name."
    } else {
        "Add the first letter of your family name, like \"Ana R\"."
    };
    Refusal::new(
        ProblemCode::AmbiguousName,
        "More than one student in this class has that name.",
        remedy,
    )
    .field("name")
}
