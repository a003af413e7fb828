//! What Trellis finds in a text that a teacher pastes.

use item_bank::TermId;
use item_bank::bridge::UnitId;
use serde::{Deserialize, Serialize};

/// Most words of a text.
pub const MAX_WORDS: usize = 2_000;

/// `POST /api/v1/bridge/analyses` and the command `trellis bridge analyse`. Nothing is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnalyseText {
    /// Plain text of 1 to [`MAX_WORDS`] words; an empty line parts paragraphs.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Analysis {
    pub words: u32,
    /// In their order. A sentence is named by its place in this list, from 0.
    pub sentences: Vec<AnalysedSentence>,
    /// By their first place in the text.
    pub terms: Vec<FoundTerm>,
    /// Best first, at most 3; empty where no idea of the bank matches well enough.
    pub concepts: Vec<FoundConcept>,
    /// Why there is none, for people.
    pub no_concept: Option<String>,
    /// Words that the bank has no card for, most frequent first.
    pub unknown: Vec<UnknownWord>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AnalysedSentence {
    /// From 0.
    pub paragraph: u16,
    pub text: String,
    /// One of those that carry the idea.
    pub key: bool,
    /// Higher carries more; only to be compared within one text.
    pub score: f32,
    /// Why it scores so, for people.
    pub reasons: Vec<String>,
    /// Where terms stand in it, in order; they do not overlap.
    pub marks: Vec<SentenceMark>,
}

/// A term in a sentence. Offsets count bytes of UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentenceMark {
    pub term: TermId,
    pub start: u32,
    pub end: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundTerm {
    pub term: TermId,
    pub en: String,
    /// 2 general academic, 3 of the discipline.
    pub tier: u8,
    /// In English.
    pub gloss: String,
    /// Times that it stands in the text.
    pub count: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundConcept {
    /// A skill or a passage.
    pub topic: UnitId,
    pub title: String,
    pub score: f32,
    /// How far it is ahead of the next, as a share of its score: 0 to 1.
    pub margin: f32,
    /// For people.
    pub reasons: Vec<String>,
    pub matched: Vec<TermId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnknownWord {
    pub word: String,
    pub count: u32,
    /// The first that it stands in.
    pub sentence: u16,
    /// For people.
    pub reason: String,
}
