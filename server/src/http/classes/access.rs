//! Whether a teacher may, and the note that they did.

use api::{ClassId, UserId};
use store::{AuditAction, AuditEntry, ClassRow};

use crate::error::{Refusal, Reply};
use crate::http::extract::Teacher;
use crate::state::AppState;

/// The class, if this teacher teaches it. Another's class is not told apart from none.
pub async fn class(state: &AppState, teacher: &Teacher, class: ClassId) -> Reply<ClassRow> {
    let row = state
        .store
        .class_of_teacher(teacher.0.user(), class)
        .await?;
    row.ok_or_else(|| Refusal::not_found("class"))
}

/// Notes that a class's record was read or changed. Awaited before the answer: what cannot be
/// noted is not shown.
pub async fn note(
    state: &AppState,
    teacher: &Teacher,
    action: AuditAction,
    class: ClassId,
    detail: Option<&str>,
) -> Reply<()> {
    write(state, teacher, action, class.to_string(), detail).await
}

/// Notes that a student's record was read.
pub async fn note_student(
    state: &AppState,
    teacher: &Teacher,
    student: UserId,
    detail: &str,
) -> Reply<()> {
    write(
        state,
        teacher,
        AuditAction::ReadStudent,
        student.to_string(),
        Some(detail),
    )
    .await
}

async fn write(
    state: &AppState,
    teacher: &Teacher,
    action: AuditAction,
    subject: String,
    detail: Option<&str>,
) -> Reply<()> {
    let entry = AuditEntry {
        at_ms: state.now_ms(),
        actor: Some(teacher.0.user()),
        action,
        subject: Some(subject),
        detail: detail.map(str::to_owned),
    };
    Ok(state.store.audit(entry).await?)
}
