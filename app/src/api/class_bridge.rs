//! The words that a class has met, and how much of the bridge stands open to whom.

use api::{ClassBridge, ClassId, SetSupport, SupportLevel, UserId};
use item_bank::SkillCode;

use super::{ApiError, client};

pub async fn report(class: ClassId) -> Result<ClassBridge, ApiError> {
    client::get(&format!("/classes/{class}/bridge")).await
}

/// Without a skill it is the student's own level.
pub async fn set_support(
    class: ClassId,
    student: UserId,
    level: SupportLevel,
    skill: Option<SkillCode>,
) -> Result<(), ApiError> {
    let path = format!("/classes/{class}/students/{student}/support");
    client::put(&path, &SetSupport { level, skill }).await
}

/// Takes back the word on one skill.
pub async fn clear_support(
    class: ClassId,
    student: UserId,
    skill: &SkillCode,
) -> Result<(), ApiError> {
    let path = format!("/classes/{class}/students/{student}/support?skill={skill}");
    client::delete(&path).await
}
