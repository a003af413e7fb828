//! An item: what one student meets.

use engine::Difficulty;
use serde::{Deserialize, Serialize};

use crate::rational::Rational;
use crate::rich::Rich;
use crate::template::{Form, Kind};
use crate::{SkillCode, TemplateRef, TermId};

/// A template at a version with a seed, made concrete.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub template: TemplateRef,
    pub seed: u32,
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    pub kind: Kind,
    pub stem: Rich,
    /// What a right answer may look like, said before the student answers.
    pub form_note: String,
    pub unit: Option<String>,
    pub key: Key,
    pub hints: Vec<Rich>,
    pub solution: Vec<Rich>,
    pub misconceptions: Vec<Misconception>,
    pub terms: Vec<TermId>,
    pub construct_terms: Vec<TermId>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Key {
    Number { value: Rational, form: Form },
    Choices(Vec<Choice>),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    pub text: Rich,
    /// The same said aloud; MathML inside a label has no reliable name.
    pub spoken: String,
    pub correct: bool,
    pub feedback: Option<Rich>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Misconception {
    pub answer: Rational,
    pub feedback: Rich,
}

/// What the student gave, as given. The server checks this, never the device's verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RawAnswer {
    /// As typed. At most [`RawAnswer::MAX_CHARS`] characters are read.
    Text(String),
    /// Position of the chosen choice in the item's order.
    Choice(u8),
    /// Positions of all chosen choices.
    Choices(Vec<u8>),
}

impl RawAnswer {
    pub const MAX_CHARS: usize = 200;
}

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
        /// Index of the misconception (numbers) or choice (choices) whose feedback answers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        feedback: Option<u8>,
    },
    /// Not an answer of this kind at all: nothing is scored, the reason is told.
    Unreadable {
        why: Unreadable,
    },
}

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
    WrongUnit,
}

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
}
