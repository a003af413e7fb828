//! Saying it in English: the productive turn of the bridge.

use serde::{Deserialize, Serialize};

use crate::{PassageId, SkillCode, TermId};

/// One small task with a word. Device and server make it alike from the English side of the bridge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SayTask {
    pub kind: SayKind,
    pub term: TermId,
    /// Whose idea the sentence is taken from; neither: the word's own gloss.
    pub skill: Option<SkillCode>,
    pub passage: Option<PassageId>,
    /// Which sentence of the idea.
    pub sentence: u8,
}

/// From closed to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SayKind {
    /// Choose the word that fills the gap.
    Choose,
    /// Write the word that fills the gap.
    Type,
    /// Write a sentence of one's own with the word.
    Own,
}

/// What a try came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    Right,
    /// The word is meant, a letter is off: told, and not counted.
    Spelling,
    /// Another word.
    Other,
    /// A sentence of one's own without the word: told, and not counted.
    WordMissing,
    /// Not a sentence yet: told, and not counted.
    TooShort,
    /// The sentence is the panel's own: told, and not counted.
    Copied,
}

impl Said {
    /// Whether it is evidence: right or wrong, and not merely unfinished.
    pub fn counts(self) -> bool {
        matches!(self, Self::Right | Self::Other)
    }
}
