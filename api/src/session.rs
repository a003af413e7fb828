//! Signing in.

use item_bank::LanguageTag;
use serde::{Deserialize, Serialize};

use crate::UserId;

/// `POST /api/v1/session/staff`
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffSignIn {
    pub username: String,
    pub password: String,
}

/// `POST /api/v1/session/student`
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StudentSignIn {
    /// As printed by the teacher, `MAPLE-27`; case, spaces and the hyphen do not matter.
    pub class_code: String,
    /// Given name, with the first letter of the family name where two share it: "Ana", "Ana R".
    /// Case and accents do not matter.
    pub name: String,
    pub pin: String,
}

// Debug output of a sign-in must never show a secret or a name.
impl std::fmt::Debug for StaffSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StaffSignIn(redacted)")
    }
}

impl std::fmt::Debug for StudentSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StudentSignIn(redacted)")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Student,
    Teacher,
}

wire_read::choice!(Role {
    "student" Student,
    "teacher" Teacher,
});

/// `GET /api/v1/session`, and the reply to signing in. `DELETE /api/v1/session` signs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    pub user: UserId,
    pub role: Role,
    /// "Ana R." for students, "Ms. Okafor" for staff.
    pub display_name: String,
    #[serde(default)]
    pub home_language: Option<LanguageTag>,
    pub expires_at_ms: i64,
}

wire_read::object!(Session {
    user,
    role,
    display_name,
    home_language,
    expires_at_ms
});
