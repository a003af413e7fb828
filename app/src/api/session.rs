//! Signing in and out.

use api::{Session, StaffSignIn, StudentSignIn};

use super::{ApiError, client};

/// Who is signed in; `None` when nobody is.
pub async fn current() -> Result<Option<Session>, ApiError> {
    match client::fetch("/session").await {
        Ok(session) => Ok(Some(session)),
        Err(error) if error.is_signed_out() => Ok(None),
        Err(error) => Err(error),
    }
}

pub async fn sign_in_student(credentials: &StudentSignIn) -> Result<Session, ApiError> {
    client::submit("/session/student", credentials).await
}

pub async fn sign_in_staff(credentials: &StaffSignIn) -> Result<Session, ApiError> {
    client::submit("/session/staff", credentials).await
}

/// A session that is gone already counts as signed out.
pub async fn sign_out() -> Result<(), ApiError> {
    match client::delete("/session").await {
        Err(error) if !error.is_signed_out() => Err(error),
        _ => Ok(()),
    }
}
