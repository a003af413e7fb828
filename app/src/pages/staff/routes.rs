//! Addresses of the staff app's pages. The router takes them without [`BASE`].

use api::{ClassId, UserId};
use item_bank::{SkillCode, TemplateId};

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

pub fn content() -> String {
    format!("{BASE}/content")
}

/// The library, narrowed to one skill.
pub fn content_of(skill: &SkillCode) -> String {
    format!("{BASE}/content?skill={skill}")
}

pub fn content_map() -> String {
    format!("{BASE}/content/map")
}

/// The map, with one skill open.
pub fn content_map_at(skill: &SkillCode) -> String {
    format!("{BASE}/content/map?skill={skill}")
}

pub fn content_attribution() -> String {
    format!("{BASE}/content/attribution")
}

pub fn content_new() -> String {
    format!("{BASE}/content/new")
}

/// A new template that starts as a copy of another.
pub fn content_copy(id: &TemplateId) -> String {
    format!("{BASE}/content/new?from={id}")
}

pub fn template(id: &TemplateId) -> String {
    format!("{BASE}/content/templates/{id}")
}

pub fn template_edit(id: &TemplateId) -> String {
    format!("{BASE}/content/templates/{id}/edit")
}
