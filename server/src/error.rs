//! What a request is refused with: RFC 9457 problem details.

use api::{Problem, ProblemCode};
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use store::StoreError;

/// A problem on its way to the client. Boxed, so that `Result`s stay small.
#[derive(Clone, Debug)]
pub struct Refusal(Box<Problem>);

pub type Reply<T> = Result<T, Refusal>;

/// Seconds after which a full queue is worth another try.
const BUSY_RETRY_S: u32 = 1;
/// Seconds after which a database that could not be written is worth another try.
const STORAGE_RETRY_S: u32 = 5;

impl Refusal {
    /// `detail` says what was wrong, here; `remedy` what to do about it. Both are for people.
    pub fn new(code: ProblemCode, detail: impl Into<String>, remedy: impl Into<String>) -> Self {
        let status = status_of(code);
        Self(Box::new(Problem {
            kind: format!("/problems/{}", code.as_str()),
            code,
            title: title_of(code).to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
            remedy: remedy.into(),
            field: None,
            retry_after_s: None,
        }))
    }

    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.0.retry_after_s = Some(seconds);
        self
    }

    pub fn problem(&self) -> &Problem {
        &self.0
    }

    pub fn not_found(what: &str) -> Self {
        Self::new(
            ProblemCode::NotFound,
            format!("There is no such {what} here."),
            "Go back and choose from the list; it may have been removed.",
        )
    }

    pub fn malformed(detail: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(ProblemCode::Malformed, detail, remedy)
    }

    pub fn busy() -> Self {
        Self::new(
            ProblemCode::Busy,
            "The server is very busy just now.",
            "Wait a moment and try again; nothing was lost.",
        )
        .retry_after(BUSY_RETRY_S)
    }

    /// The client learns nothing of the inside; the log has the cause.
    pub fn internal() -> Self {
        Self::new(
            ProblemCode::Internal,
            "Something went wrong on the server.",
            "Try again. If it happens again, tell the person who runs Trellis at your school.",
        )
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict(what) => Self::new(
                ProblemCode::Conflict,
                format!("{what} is there already."),
                "Reload the page to see it.",
            ),
            StoreError::Missing(what) => Self::new(
                ProblemCode::NotFound,
                format!("{what} is not there."),
                "Reload the page; it may have been removed.",
            ),
            StoreError::Busy => Self::busy(),
            StoreError::Unavailable { .. } => {
                tracing::error!(%error, "the database is not available");
                Self::new(
                    ProblemCode::StorageUnavailable,
                    "The school's database cannot be reached just now.",
                    "Keep this page open; it will try again by itself.",
                )
                .retry_after(STORAGE_RETRY_S)
            }
            other => {
                tracing::error!(error = %other, "the store failed");
                Self::internal()
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = status_of(self.0.code);
        let retry = self.0.retry_after_s;
        let mut response = (status, Json(&*self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = retry {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

fn status_of(code: ProblemCode) -> StatusCode {
    match code {
        ProblemCode::WrongSignIn | ProblemCode::NotSignedIn | ProblemCode::SessionExpired => {
            StatusCode::UNAUTHORIZED
        }
        ProblemCode::AmbiguousName | ProblemCode::Conflict => StatusCode::CONFLICT,
        ProblemCode::TooManyTries => StatusCode::TOO_MANY_REQUESTS,
        ProblemCode::Forbidden | ProblemCode::CrossSite => StatusCode::FORBIDDEN,
        ProblemCode::NotFound => StatusCode::NOT_FOUND,
        ProblemCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ProblemCode::Malformed => StatusCode::BAD_REQUEST,
        ProblemCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ProblemCode::WrongMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ProblemCode::Busy | ProblemCode::StorageUnavailable => StatusCode::SERVICE_UNAVAILABLE,
        ProblemCode::Timeout => StatusCode::GATEWAY_TIMEOUT,
        ProblemCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn title_of(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::WrongSignIn => "That sign-in does not match",
        ProblemCode::AmbiguousName => "More than one student has this name",
        ProblemCode::TooManyTries => "Too many tries",
        ProblemCode::NotSignedIn => "Not signed in",
        ProblemCode::SessionExpired => "Signed out for safety",
        ProblemCode::Forbidden => "Not for this account",
        ProblemCode::NotFound => "Not found",
        ProblemCode::MethodNotAllowed => "Not possible here",
        ProblemCode::Malformed => "The request could not be read",
        ProblemCode::TooLarge => "Too much at once",
        ProblemCode::WrongMediaType => "Only JSON is read here",
        ProblemCode::CrossSite => "Sent from another site",
        ProblemCode::Conflict => "It is there already",
        ProblemCode::Busy => "Busy",
        ProblemCode::StorageUnavailable => "Storage is not available",
        ProblemCode::Timeout => "Took too long",
        ProblemCode::Internal => "Something went wrong",
    }
}
