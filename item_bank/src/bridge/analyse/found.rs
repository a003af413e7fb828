//! What an analysis finds, as it goes to the teacher's page.

use serde::{Deserialize, Serialize};

use crate::TermId;
use crate::bridge::{Tier, UnitId};

/// All places are bytes of [`Analysis::text`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Analysis {
    /// The text as it was read: composed letters (NFC), one kind of line end, no spaces too many.
    pub text: String,
    /// 1 to 2,000.
    pub words: u32,
    pub paragraphs: Vec<ParagraphFound>,
    pub sentences: Vec<SentenceFound>,
    /// In the order of the text; they do not overlap.
    pub terms: Vec<TermFound>,
    /// At most three, the likeliest first; empty when no concept of the bank matches.
    pub concepts: Vec<ConceptFound>,
    /// Why there is no concept, when there is none.
    pub no_concept: Option<String>,
    /// Candidates for cards of their own, the most frequent first.
    pub unknown: Vec<UnknownWord>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ParagraphFound {
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SentenceFound {
    /// Index into [`Analysis::paragraphs`].
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
    /// One of those that carry the idea: at most a third of all, at least one.
    pub key: bool,
    /// Comparable within one text only.
    pub score: f32,
    /// For a person to read: "has the terms 'ratio' and 'rate'".
    pub reasons: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermFound {
    pub term: TermId,
    pub start: usize,
    pub end: usize,
    /// Index into [`Analysis::sentences`].
    pub sentence: usize,
    #[cfg_attr(feature = "openapi", schema(value_type = u8))]
    pub tier: Tier,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConceptFound {
    /// A skill or a passage.
    pub topic: UnitId,
    /// Comparable within one text only.
    pub score: f32,
    /// How far it is ahead of the next, as a share of its score: 0 to 1.
    pub margin: f32,
    /// For a person to read, the weightiest first.
    pub reasons: Vec<String>,
    pub matched: Vec<TermId>,
}

/// A word that may need a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnknownWord {
    /// In lower case, as it first stands in the text.
    pub word: String,
    pub count: u32,
    /// Where it stands first: index into [`Analysis::sentences`].
    pub sentence: usize,
    pub reason: String,
}
