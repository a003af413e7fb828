//! What went wrong, as RFC 9457 problem details.

use std::fmt;

use serde::{Deserialize, Serialize};

/// `application/problem+json`. `title` and `detail` are for people; `code` is for programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `/problems/<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    pub code: ProblemCode,
    pub title: String,
    pub status: u16,
    /// What was wrong, here.
    pub detail: String,
    /// What to do about it.
    pub remedy: String,
    /// The field of the request it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Seconds after which trying again can succeed; also in the `Retry-After` header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
}

wire_read::object!(Problem {
    kind as "type",
    code,
    title,
    status,
    detail,
    remedy,
    field,
    retry_after_s
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// Wrong class code, name, PIN, user name or password. Which one is not told to staff.
    WrongSignIn,
    /// Two students of the class answer to this name.
    AmbiguousName,
    /// Too many wrong tries for this account.
    TooManyTries,
    NotSignedIn,
    SessionExpired,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    Malformed,
    TooLarge,
    WrongMediaType,
    CrossSite,
    Conflict,
    /// The queue for writing or hashing is full.
    Busy,
    /// The database cannot be written: full, read-only or locked.
    StorageUnavailable,
    Timeout,
    Internal,
}

wire_read::choice!(ProblemCode {
    "wrong-sign-in" WrongSignIn,
    "ambiguous-name" AmbiguousName,
    "too-many-tries" TooManyTries,
    "not-signed-in" NotSignedIn,
    "session-expired" SessionExpired,
    "forbidden" Forbidden,
    "not-found" NotFound,
    "method-not-allowed" MethodNotAllowed,
    "malformed" Malformed,
    "too-large" TooLarge,
    "wrong-media-type" WrongMediaType,
    "cross-site" CrossSite,
    "conflict" Conflict,
    "busy" Busy,
    "storage-unavailable" StorageUnavailable,
    "timeout" Timeout,
    "internal" Internal,
});

impl ProblemCode {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongSignIn => "wrong-sign-in",
            Self::AmbiguousName => "ambiguous-name",
            Self::TooManyTries => "too-many-tries",
            Self::NotSignedIn => "not-signed-in",
            Self::SessionExpired => "session-expired",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::Malformed => "malformed",
            Self::TooLarge => "too-large",
            Self::WrongMediaType => "wrong-media-type",
            Self::CrossSite => "cross-site",
            Self::Conflict => "conflict",
            Self::Busy => "busy",
            Self::StorageUnavailable => "storage-unavailable",
            Self::Timeout => "timeout",
            Self::Internal => "internal",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.detail, self.remedy)
    }
}
