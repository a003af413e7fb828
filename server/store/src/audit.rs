//! What goes into the audit log.

use api::UserId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditAction {
    SignIn,
    SignInFailed,
    SignOut,
    ReadClass,
    ReadStudent,
    Assign,
    Unassign,
    Pin,
    Unpin,
    SetPractice,
    AdoptModel,
    EditContent,
    ReviewContent,
    PublishContent,
    ImportContent,
    SetSupport,
    ReviewLanguage,
    EditReading,
    ReviewReading,
    AssignReading,
    Draft,
}

impl AuditAction {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::SignInFailed => "sign-in-failed",
            Self::SignOut => "sign-out",
            Self::ReadClass => "read-class",
            Self::ReadStudent => "read-student",
            Self::Assign => "assign",
            Self::Unassign => "unassign",
            Self::Pin => "pin",
            Self::Unpin => "unpin",
            Self::SetPractice => "set-practice",
            Self::AdoptModel => "adopt-model",
            Self::EditContent => "edit-content",
            Self::ReviewContent => "review-content",
            Self::PublishContent => "publish-content",
            Self::ImportContent => "import-content",
            Self::SetSupport => "set-support",
            Self::ReviewLanguage => "review-language",
            Self::EditReading => "edit-reading",
            Self::ReviewReading => "review-reading",
            Self::AssignReading => "assign-reading",
            Self::Draft => "draft",
        }
    }
}

/// Who did what to whose record. Append-only.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditEntry {
    pub at_ms: i64,
    pub actor: Option<UserId>,
    pub action: AuditAction,
    /// The person, class, template or language acted on.
    pub subject: Option<String>,
    /// Ids and codes only, never names or answers.
    pub detail: Option<String>,
}
