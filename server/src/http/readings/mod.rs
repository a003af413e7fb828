//! Texts that teachers prepare with the bridge.

pub mod analyses;
pub mod assignments;
pub mod cores;
pub mod create;
pub mod drafts;
pub mod list;
pub mod needed_cards;
pub mod one;
pub mod preview;
pub mod steps;

use api::ReadingId;
use store::{AuditAction, AuditEntry};

use crate::content::ContentError;
use crate::error::Refusal;
use crate::http::extract::Teacher;
use crate::state::AppState;

/// The line of the audit trail that says what this teacher does now.
fn entry(
    state: &AppState,
    teacher: &Teacher,
    action: AuditAction,
    reading: ReadingId,
    detail: impl Into<String>,
) -> AuditEntry {
    AuditEntry {
        at_ms: state.now_ms(),
        actor: Some(teacher.0.user()),
        action,
        subject: Some(reading.to_string()),
        detail: Some(detail.into()),
    }
}

/// It is kept, and the next change of it or the next start serves it.
fn not_served_yet(error: &ContentError) -> Refusal {
    tracing::error!(%error, "a reading is not served yet");
    Refusal::internal()
}
