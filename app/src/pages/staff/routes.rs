//! Addresses of the staff app's pages. The router takes them without [`BASE`].

use api::{ClassId, ReadingId, TextState, UserId};
use item_bank::{LanguageTag, SkillCode, TemplateId};

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

/// The languages of the bridge.
pub fn bridge() -> String {
    format!("{BASE}/bridge")
}

/// What the address of every language's texts begins with.
pub fn bridge_reviews() -> String {
    format!("{BASE}/bridge/review")
}

pub fn bridge_review(language: &LanguageTag) -> String {
    format!("{BASE}/bridge/review/{language}")
}

/// A language's texts in one state.
pub fn bridge_review_of(language: &LanguageTag, state: TextState) -> String {
    let state = super::bridge::state_code(state);
    format!("{BASE}/bridge/review/{language}?state={state}")
}

pub fn bridge_texts() -> String {
    format!("{BASE}/bridge/texts")
}

pub fn bridge_text_new() -> String {
    format!("{BASE}/bridge/texts/new")
}

pub fn bridge_text(id: ReadingId) -> String {
    format!("{BASE}/bridge/texts/{id}")
}

pub fn bridge_print() -> String {
    format!("{BASE}/bridge/print")
}

/// The sheet of one class.
pub fn bridge_print_of(class: ClassId) -> String {
    format!("{BASE}/bridge/print?class={class}")
}

/// The words of a class.
pub fn class_bridge(class: ClassId) -> String {
    format!("{BASE}/classes/{class}/bridge")
}
