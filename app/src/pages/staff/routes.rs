//! Addresses of the staff app's pages. The router takes them without [`BASE`].

use api::{ClassId, UserId};
use item_bank::SkillCode;

pub const BASE: &str = "/staff";

pub fn classes() -> String {
    format!("{BASE}/")
}

pub fn class(id: ClassId) -> String {
    format!("{BASE}/classes/{id}")
}

/// Value of `show` in a class's address: who needs the teacher, first.
pub const ATTENTION: &str = "attention";

pub fn class_attention(id: ClassId) -> String {
    format!("{}?show={ATTENTION}", class(id))
}

pub fn trace(class: ClassId, student: UserId, skill: &SkillCode) -> String {
    format!("{BASE}/classes/{class}/students/{student}/skills/{skill}")
}
