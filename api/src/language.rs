//! The bridge's languages: what staff read side by side with the English, and approve.

use item_bank::bridge::{Cognate, PartOfSpeech, UnitId};
use item_bank::{Figure, Inline, LanguageTag};
use serde::{Deserialize, Serialize};

use crate::PackRef;

/// Most texts on a page, and most decisions at a time: nobody approves many without reading them.
pub const MAX_TEXTS: usize = 10;
/// Characters that the reason of a decision may have.
pub const MAX_REASON: usize = 500;

/// `GET /api/v1/bridge/languages`, by tag: how far a language has come here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LanguageReview {
    pub tag: LanguageTag,
    /// In the language itself.
    pub name: String,
    pub right_to_left: bool,
    pub counts: TextCounts,
    /// Whether the operator has named the one who asks a reader of this language.
    pub may_review: bool,
}

/// `texts` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextCounts {
    pub texts: u32,
    pub approved: u32,
    pub drafted: u32,
    pub returned: u32,
    pub changed: u32,
}

/// Where a text stands, by the newest decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TextState {
    /// Nobody has decided on it as it is; it may have been given back and mended since.
    Drafted,
    /// A reader of the language approved exactly this text.
    Approved,
    /// A reader of the language gave exactly this text back.
    Returned,
    /// Approved once, but it or its English is another by now: not shown until it is read again.
    Changed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TextKind {
    Skill,
    Passage,
    Term,
    Labels,
    Verbs,
    Interface,
}

/// `GET /api/v1/bridge/languages/{tag}/texts`: those that the query (`state`, `kind`, `domain`,
/// `search`, `after`, `limit`) leaves, ideas first, then words, then the rest; at most [`MAX_TEXTS`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextPage {
    pub texts: Vec<BridgeText>,
    /// All that the query leaves, on this page or another.
    pub found: u32,
    /// What to ask for as `after` to go on; absent on the last page.
    pub next: Option<UnitId>,
}

/// One text beside its English.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BridgeText {
    pub unit: UnitId,
    pub kind: TextKind,
    /// Of the skill or passage, the English term, or the section.
    pub title: String,
    /// Of the skill, of the passage's questions, or of the first idea with the word; absent for texts
    /// that are of none.
    pub domain: Option<String>,
    pub body: TextBody,
    /// Of the text and its English, in hex: what a decision is about.
    pub sha256: String,
    pub state: TextState,
    /// The newest, on this text or on what it was before.
    pub decision: Option<TextDecision>,
    /// How it came to be: "machine draft, 2026-11".
    pub origin: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TextBody {
    /// Of a skill or a passage.
    Concept(ConceptText),
    Term(Box<TermText>),
    /// Labels, task verbs, or a section of the app's own words.
    Rows(Vec<TextRow>),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConceptText {
    /// Sentences of the idea.
    pub core: BothCores,
    /// Of the questions or the passage, in English only.
    pub sentence: Option<String>,
    /// How its English works.
    pub works: BothWorks,
    /// For saying it, in English only.
    pub frame: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BothCores {
    pub english: Vec<Vec<Inline>>,
    pub home: Vec<Vec<Inline>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BothWorks {
    pub english: Option<Vec<Inline>>,
    pub home: Option<Vec<Inline>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermText {
    pub en: String,
    pub part_of_speech: PartOfSpeech,
    /// 2 general academic, 3 of the discipline.
    pub tier: u8,
    /// In English.
    pub gloss: String,
    /// In English: the everyday sense against the school sense.
    pub everyday: Option<String>,
    pub picture: Option<Figure>,
    /// In the home language, as all that follows.
    pub equivalent: String,
    pub explanation: Vec<Inline>,
    pub cognate: Cognate,
    pub note: Option<Vec<Inline>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextRow {
    pub key: String,
    pub english: String,
    /// Empty where nobody wrote it yet.
    pub home: String,
}

/// What a reader of the language said, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextDecision {
    pub decision: Decision,
    /// Display name.
    pub by: String,
    pub at_ms: i64,
    pub reason: Option<String>,
    /// Of the text that was decided on, which may be another by now.
    pub sha256: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Approve,
    Return,
}

/// `POST /api/v1/bridge/languages/{tag}/reviews`: all of them or none. A 409 names the text that is
/// not any more what was read. The reply is the language's [`LanguageReview`] after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReviews {
    /// 1 to [`MAX_TEXTS`].
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 10))]
    pub decisions: Vec<NewReview>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    pub unit: UnitId,
    /// [`BridgeText::sha256`] as it was read.
    pub sha256: String,
    pub decision: Decision,
    /// Needed to give a text back; at most [`MAX_REASON`] characters.
    #[serde(default)]
    pub reason: Option<String>,
}

/// `GET /api/v1/bridge/packs` (staff): what may be shown here, for printing a glossary. Each is at
/// [`PackRef::url`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BridgePacks {
    /// An [`item_bank::bridge::English`].
    pub english: PackRef,
    /// By tag.
    pub languages: Vec<BridgePack>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BridgePack {
    pub tag: LanguageTag,
    /// In the language itself.
    pub name: String,
    pub right_to_left: bool,
    /// An [`item_bank::LanguagePack`].
    pub pack: PackRef,
}
