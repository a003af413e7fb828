//! Content as teachers write, review and publish it. Staff only; students meet what is live.

use engine::Difficulty;
use item_bank::{
    Inline, ItemView, Kind, LicenseFrom, Passage, Pathway, SkillCode, Template, TemplateId,
};
use serde::{Deserialize, Serialize};

/// `GET /api/v1/content/templates`: everything that is live, retired or being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateList {
    /// In teaching order of their skills, then by id.
    pub templates: Vec<TemplateSummary>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateSummary {
    pub id: TemplateId,
    /// The one that is live.
    pub version: Option<u32>,
    pub skill: SkillCode,
    pub kind: Kind,
    pub difficulty: Difficulty,
    /// Of the draft, where there is one.
    pub state: TemplateState,
    /// Who saved last; content that comes with Trellis has none.
    pub author: Option<String>,
    pub source: String,
    /// SPDX expression.
    pub license: String,
    pub updated_at_ms: Option<i64>,
}

/// Where a template stands on its way to students.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TemplateState {
    Draft,
    InReview,
    Approved,
    Live,
    Retired,
}

/// `GET /api/v1/content/templates/{id}`.
///
/// `GET .../versions/{version}` gives a version that was ever live, `GET .../revisions/{revision}`
/// what a draft was at that revision; both as a [`Template`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateDetail {
    pub live: Option<Template>,
    pub draft: Option<TemplateDraft>,
    /// Oldest first.
    pub history: Vec<ReviewEvent>,
    /// Every version that was ever live, ascending.
    pub versions: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateDraft {
    pub template: Template,
    /// Counts the saves of this id, from 1.
    pub revision: u32,
    pub state: TemplateState,
    /// Display names of everyone who saved it since it was last published.
    pub authors: Vec<String>,
    /// Whether the reader of this may approve it: in review, and not one of its authors.
    pub may_approve: bool,
    pub may_edit: bool,
}

/// What happened to a template, and who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReviewEvent {
    pub at_ms: i64,
    /// Display name; an import names its program.
    pub by: String,
    pub kind: ReviewEventKind,
    pub note: Option<String>,
    /// The version that it made live or retired.
    pub version: Option<u32>,
    pub revision: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReviewEventKind {
    Created,
    Edited,
    Submitted,
    Returned,
    Approved,
    Published,
    Retired,
    Imported,
}

/// `POST /api/v1/content/templates`. The id is free, or that of a live template: then this begins a
/// draft of its next version. The version that it says does not count: publishing sets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTemplate {
    pub template: Template,
}

/// `PUT /api/v1/content/templates/{id}/draft`. A 409 when another has saved since `revision`. What
/// was in review or approved is a draft again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EditTemplate {
    /// The one that was edited.
    pub revision: u32,
    pub template: Template,
}

/// `POST /api/v1/content/templates/{id}/submit`, `approve`, `return`, `publish` and `retire`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewStep {
    /// The draft's, as it was read; for `retire` the live version.
    pub revision: u32,
    pub note: Option<String>,
}

/// `POST /api/v1/content/preview`: nothing is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PreviewRequest {
    pub template: Template,
    /// At most [`PreviewRequest::MAX_SEEDS`].
    #[cfg_attr(feature = "openapi", schema(max_items = 12))]
    pub seeds: Vec<u32>,
}

impl PreviewRequest {
    pub const MAX_SEEDS: usize = 12;
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewReply {
    /// One for each seed, in their order.
    pub items: Vec<PreviewItem>,
    /// What would keep it from being submitted.
    pub failures: Vec<PreviewFinding>,
    pub warnings: Vec<PreviewFinding>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewItem {
    pub seed: u32,
    /// Absent when the seed makes none: then `error` says why.
    pub item: Option<ItemView>,
    pub answer: Vec<Inline>,
    pub error: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewFinding {
    /// That shows it; absent when every seed does.
    pub seed: Option<u32>,
    pub what: String,
}

/// `GET /api/v1/content/skills`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillGraph {
    /// Prerequisites before what needs them.
    pub skills: Vec<SkillNode>,
    pub pathways: Vec<Pathway>,
    /// Of the drawing, in pixels.
    pub width: f64,
    pub height: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillNode {
    pub code: SkillCode,
    pub title: String,
    pub short: String,
    pub grade: u8,
    pub domain: String,
    /// CCSS-M codes it serves.
    pub standards: Vec<String>,
    pub prerequisites: Vec<SkillCode>,
    /// Of any state.
    pub templates: u32,
    pub live: u32,
    /// Where it stands in the drawing, in pixels from its left upper corner.
    pub x: f64,
    pub y: f64,
}

/// `GET /api/v1/content/attribution`: what comes from others, and by which licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attribution {
    pub sources: Vec<ImportedSource>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportedSource {
    pub book: Option<String>,
    pub url: Option<String>,
    /// SPDX expression.
    pub license: String,
    /// Which level of the source named the licence.
    pub license_from: LicenseFrom,
    pub templates: u32,
    /// Lessons or courses of it that the templates come from.
    pub titles: Vec<String>,
}

/// `GET /api/v1/content/passages/{id}`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassageDetail {
    pub passage: Passage,
    /// Its paragraphs, ready to be shown.
    pub paragraphs: Vec<Vec<Inline>>,
}
