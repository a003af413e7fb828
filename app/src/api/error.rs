//! Why a call failed, in the caller's terms.

use api::{Problem, ProblemCode};

/// Every way a call can fail. The first two mean "later"; the others name a cause.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// No reply at all: no network, a refused connection, or nothing within the time limit.
    #[error("no connection to the school")]
    Unreachable,
    /// The server said what was wrong, as problem details.
    #[error("{0}")]
    Problem(Box<Problem>),
    /// A reply that is not what this version of the app expects: a proxy's page, or a newer server.
    #[error("unexpected reply ({status}): {what}")]
    Unexpected { status: u16, what: String },
}

impl ApiError {
    /// The session ended or never was: sign in, then go on.
    pub fn is_signed_out(&self) -> bool {
        matches!(
            self.code(),
            Some(ProblemCode::NotSignedIn | ProblemCode::SessionExpired)
        )
    }

    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// The field of the form that the problem is about.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) => problem.field.as_deref(),
            _ => None,
        }
    }

    /// Seconds after which trying again can succeed.
    pub fn retry_after_s(&self) -> Option<u32> {
        match self {
            Self::Problem(problem) => problem.retry_after_s,
            _ => None,
        }
    }

    /// Whether the same call may succeed later without anybody changing it.
    pub fn is_passing(&self) -> bool {
        match self {
            // A page of the network's own ("accept the terms") goes away too.
            Self::Unreachable | Self::Unexpected { .. } => true,
            Self::Problem(problem) => problem.status >= 500 || problem.status == 429,
        }
    }

    /// What was wrong and what to do, for people.
    pub fn explain(&self) -> (String, String) {
        match self {
            Self::Unreachable => (
                "We could not reach the school's server.".into(),
                "Check the internet connection, then try again.".into(),
            ),
            Self::Problem(problem) => (problem.detail.clone(), problem.remedy.clone()),
            Self::Unexpected { status, .. } => (
                format!("The server's answer made no sense to this page (status {status})."),
                "Reload the page. If it happens again, tell the person who runs Trellis.".into(),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: ProblemCode, status: u16) -> ApiError {
        ApiError::Problem(Box::new(Problem {
            kind: format!("/problems/{}", code.as_str()),
            code,
            title: "t".into(),
            status,
            detail: "What was wrong.".into(),
            remedy: "What to do.".into(),
            field: None,
            retry_after_s: None,
        }))
    }

    #[test]
    fn an_ended_session_is_told_from_a_wrong_pin() {
        assert!(problem(ProblemCode::SessionExpired, 401).is_signed_out());
        assert!(problem(ProblemCode::NotSignedIn, 401).is_signed_out());
        assert!(!problem(ProblemCode::WrongSignIn, 401).is_signed_out());
        assert!(!ApiError::Unreachable.is_signed_out());
    }

    #[test]
    fn only_passing_failures_are_worth_a_second_try() {
        assert!(ApiError::Unreachable.is_passing());
        assert!(problem(ProblemCode::Busy, 503).is_passing());
        assert!(problem(ProblemCode::TooManyTries, 429).is_passing());
        assert!(
            ApiError::Unexpected {
                status: 200,
                what: "<html>".into()
            }
            .is_passing()
        );
        assert!(!problem(ProblemCode::Malformed, 400).is_passing());
    }
}
