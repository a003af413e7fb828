//! What is wrong with a draft.

use serde::{Deserialize, Serialize};

/// One thing wrong, for the person who asked for the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    pub reason: Reason,
    /// What, where, and what to do.
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A `[[mark]]` or `$mathematics$` that cannot be read, or a mark without a card.
    BadMark,
    /// A term of the English text is not kept in English.
    TermMissing,
    /// The home-language word stands where the English one should, or a mark shows no English form.
    TermTranslated,
    /// Another script or language than was asked for.
    WrongLanguage,
    /// A number is gone, new or different.
    NumberChanged,
    /// A negation is gone or new.
    NegationChanged,
    /// A word that the question itself scores is explained or translated.
    ConstructExplained,
    AnswerLeaked,
    TooLong,
    TooShort,
    /// An address, markup, or words to or from a machine.
    HasLink,
    BlockedWord,
    /// Mathematics outside `$` in a text that is read from right to left, where it would be reordered.
    PlainMathematics,
}
