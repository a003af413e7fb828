//! What became of an answer.

use serde::{Deserialize, Serialize};

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Correct,
    /// The right value in another form than asked: said, not graded wrong, not scored; the student
    /// writes it again.
    Almost {
        why: Almost,
    },
    Wrong {
        /// Index of the misconception (numbers, algebra, words) or choice (choices) whose feedback
        /// answers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feedback: Option<u8>,
    },
    /// Not an answer of this kind at all: nothing is scored, the reason is told.
    Unreadable {
        why: Unreadable,
    },
}

wire_read::choice!(Verdict {
    "correct" Correct,
    "almost" Almost { why },
    "wrong" Wrong { feedback },
    "unreadable" Unreadable { why },
});

impl Verdict {
    pub fn is_correct(&self) -> bool {
        matches!(self, Self::Correct)
    }

    /// Whether it counts as an attempt: an almost or an unreadable one does not.
    pub fn is_scored(&self) -> bool {
        matches!(self, Self::Correct | Self::Wrong { .. })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Almost {
    NotSimplest,
    NotMixed,
    NotDecimal,
    /// A percent was asked for: `0.25` where it should be `25 %`.
    NotPercent,
    /// Right, and not rounded as asked.
    NotRounded,
    WrongUnit,
    MissingUnit,
    NotExpanded,
    NotFactored,
    /// The same solutions, and not yet solved for the letter.
    NotSolved,
    /// The solution, where the equation was asked for.
    AlreadySolved,
    /// The right word, a letter off.
    Spelling,
}

wire_read::choice!(Almost {
    "not-simplest" NotSimplest,
    "not-mixed" NotMixed,
    "not-decimal" NotDecimal,
    "not-percent" NotPercent,
    "not-rounded" NotRounded,
    "wrong-unit" WrongUnit,
    "missing-unit" MissingUnit,
    "not-expanded" NotExpanded,
    "not-factored" NotFactored,
    "not-solved" NotSolved,
    "already-solved" AlreadySolved,
    "spelling" Spelling,
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unreadable {
    Empty,
    NotANumber,
    ZeroDenominator,
    TooLong,
    /// A choice was sent for a number, or the other way round, or one that is not there.
    WrongKind,
    /// A gap is empty, a part not joined, a mark missing.
    Incomplete,
    /// Algebra that ends too early, or has a sign that does not belong.
    NotAlgebra,
    /// A bracket without its pair.
    OpenBracket,
    /// An equation or inequality needs its sign: `=`, `<`, `>`.
    NoRelation,
    /// A letter that the question does not have.
    OtherLetter,
    TooComplicated,
}

wire_read::choice!(Unreadable {
    "empty" Empty,
    "not-a-number" NotANumber,
    "zero-denominator" ZeroDenominator,
    "too-long" TooLong,
    "wrong-kind" WrongKind,
    "incomplete" Incomplete,
    "not-algebra" NotAlgebra,
    "open-bracket" OpenBracket,
    "no-relation" NoRelation,
    "other-letter" OtherLetter,
    "too-complicated" TooComplicated,
});
