//! Whether a teacher may, and the note that they did.

use api::{ClassId, UserId};
use item_bank::{Skill, SkillCode};
use store::{AuditAction, AuditEntry, ClassRow, StudentRow};

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

/// One student of a class of this teacher, and a skill.
pub struct Of {
    pub class: ClassRow,
    pub student: StudentRow,
    pub skill: Skill,
}

/// What a path of class and student names, if this teacher teaches the class and the student is in it.
pub async fn student_of(
    state: &AppState,
    teacher: &Teacher,
    id: &str,
    student: &str,
) -> Reply<(ClassRow, StudentRow)> {
    let id: ClassId = id.parse().map_err(|_| Refusal::not_found("class"))?;
    let student: UserId = student.parse().map_err(|_| Refusal::not_found("student"))?;
    let class = class(state, teacher, id).await?;
    let roster = state.store.roster(class.id).await?;
    let student = roster.into_iter().find(|row| row.id == student);
    let student = student.ok_or_else(|| Refusal::not_found("student"))?;
    Ok((class, student))
}

/// What a path of class, student and skill names, if this teacher teaches the class, the student is
/// in it and the bank has the skill.
pub async fn student_skill(
    state: &AppState,
    teacher: &Teacher,
    (id, student, skill): &(String, String, String),
) -> Reply<Of> {
    let (class, student) = student_of(state, teacher, id, student).await?;
    let code: Option<SkillCode> = skill.parse().ok();
    let skill = code.and_then(|code| state.bank().skill(&code).cloned());
    let skill = skill.ok_or_else(|| Refusal::not_found("skill"))?;
    Ok(Of {
        class,
        student,
        skill,
    })
}

/// The line of the audit trail that says what this teacher does now.
pub fn entry(
    state: &AppState,
    teacher: &Teacher,
    action: AuditAction,
    subject: String,
    detail: Option<&str>,
) -> AuditEntry {
    AuditEntry {
        at_ms: state.now_ms(),
        actor: Some(teacher.0.user()),
        action,
        subject: Some(subject),
        detail: detail.map(str::to_owned),
    }
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
    let entry = entry(state, teacher, action, subject, detail);
    Ok(state.store.audit(entry).await?)
}
