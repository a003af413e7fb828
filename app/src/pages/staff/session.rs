//! Who is signed in to the staff app.

use api::{Role, Session, StaffSignIn};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::store::StaffStore;
use crate::api::{ApiError, session};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    Checking,
    In(Session),
    Out(Why),
    /// Whether someone is signed in could not be learnt.
    Unknown(ApiError),
}

/// Why the sign-in is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    NotYet,
    /// It ended while a page was open; signing in leads back to that page.
    Expired,
    SignedOut,
    /// The browser is signed in as a student.
    Student,
}

impl SessionState {
    pub fn of(session: Option<Session>) -> Self {
        match session {
            None => Self::Out(Why::NotYet),
            Some(session) if session.role == Role::Student => Self::Out(Why::Student),
            Some(session) => Self::In(session),
        }
    }

    pub fn session(&self) -> Option<&Session> {
        match self {
            Self::In(session) => Some(session),
            _ => None,
        }
    }

    /// A call was refused for want of a session. Someone who signed out knows why.
    pub fn expire(&mut self) {
        if !matches!(self, Self::Out(_)) {
            *self = Self::Out(Why::Expired);
        }
    }
}

/// The state of the sign-in form; not what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIn {
    pub busy: bool,
    pub error: Option<ApiError>,
}

impl StaffStore {
    pub fn check_session(self) {
        self.session.set(SessionState::Checking);
        spawn_local(async move {
            match session::current().await {
                Ok(Some(session)) => self.welcome(session),
                Ok(None) => self.session.set(SessionState::Out(Why::NotYet)),
                Err(error) => self.session.set(SessionState::Unknown(error)),
            }
        });
    }

    /// A press while another is under way does nothing.
    pub fn try_sign_in(self, credentials: StaffSignIn) {
        if self.sign_in.with_untracked(|form| form.busy) {
            return;
        }
        self.sign_in.set(SignIn {
            busy: true,
            error: None,
        });
        spawn_local(async move {
            match session::sign_in_staff(&credentials).await {
                Ok(session) => {
                    self.sign_in.set(SignIn::default());
                    self.welcome(session);
                }
                Err(error) => self.sign_in.set(SignIn {
                    busy: false,
                    error: Some(error),
                }),
            }
        });
    }

    /// What was on screen stays for the same person, whose session had only expired.
    fn welcome(self, session: Session) {
        if self.owner.get_value() != Some(session.user) {
            self.forget();
            self.owner.set_value(Some(session.user));
        }
        self.session.set(SessionState::of(Some(session)));
    }

    pub fn sign_out(self) {
        spawn_local(async move {
            // A session that cannot be ended at the school ends when its cookie does; what this
            // tab holds is gone either way.
            let ended = session::sign_out().await;
            self.forget();
            self.session.set(match ended {
                Ok(()) => SessionState::Out(Why::SignedOut),
                Err(error) => SessionState::Unknown(error),
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use api::UserId;
    use uuid::Uuid;

    use super::*;

    fn session(role: Role) -> Session {
        Session {
            user: UserId(Uuid::from_u128(1)),
            role,
            display_name: "Ms. Okafor".into(),
            home_language: None,
            expires_at_ms: 0,
        }
    }

    #[test]
    fn a_student_is_not_let_into_the_staff_pages() {
        assert_eq!(
            SessionState::of(Some(session(Role::Student))),
            SessionState::Out(Why::Student)
        );
        assert!(
            SessionState::of(Some(session(Role::Teacher)))
                .session()
                .is_some()
        );
        assert_eq!(SessionState::of(None), SessionState::Out(Why::NotYet));
    }

    #[test]
    fn signing_out_is_not_told_as_expiry() {
        let mut state = SessionState::Out(Why::SignedOut);
        state.expire();
        assert_eq!(state, SessionState::Out(Why::SignedOut));
        let mut state = SessionState::In(session(Role::Teacher));
        state.expire();
        assert_eq!(state, SessionState::Out(Why::Expired));
    }
}
