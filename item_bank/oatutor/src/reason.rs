//! Why something was not imported.

use std::fmt;

use serde::Serialize;

/// Kinds of reasons, as the report counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A file is missing or is no JSON.
    Unreadable,
    /// No step, or a step that asks nothing.
    NothingAsked,
    NoLicense,
    /// A picture, and no text that stands for it.
    NeedsFigure,
    /// A placeholder that only the original platform can fill.
    Placeholder,
    /// Mathematics that our reader does not understand.
    Latex,
    /// Hints that wait for each other, or for one that is not there.
    HintOrder,
    NoSkill,
    /// The right answer is not among the choices, or several are.
    Choices,
    /// A kind of question that we do not have.
    UnknownKind,
    Variables,
    /// Our checker does not read the answer as one of its kind.
    AnswerUnread,
    /// The checker calls a listed answer wrong, or another choice right.
    AnswerRefused,
    /// The checker could not tell a wrong answer from the right one.
    AnswerLoose,
    /// The template gives no item.
    Template,
}

impl Reason {
    /// As it stands in JSON: `needs-figure`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NothingAsked => "nothing-asked",
            Self::NoLicense => "no-license",
            Self::NeedsFigure => "needs-figure",
            Self::Placeholder => "placeholder",
            Self::Latex => "latex",
            Self::HintOrder => "hint-order",
            Self::NoSkill => "no-skill",
            Self::Choices => "choices",
            Self::UnknownKind => "unknown-kind",
            Self::Variables => "variables",
            Self::AnswerUnread => "answer-unread",
            Self::AnswerRefused => "answer-refused",
            Self::AnswerLoose => "answer-loose",
            Self::Template => "template",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "cannot be read",
            Self::NothingAsked => "asks nothing",
            Self::NoLicense => "has no licence",
            Self::NeedsFigure => "needs a figure without alternative text",
            Self::Placeholder => "has a placeholder of the platform",
            Self::Latex => "has mathematics that is not understood",
            Self::HintOrder => "has hints in no possible order",
            Self::NoSkill => "belongs to no skill",
            Self::Choices => "has choices without exactly one right one",
            Self::UnknownKind => "is of a kind that is not supported",
            Self::Variables => "has variables that do not fit",
            Self::AnswerUnread => "has an answer that the checker cannot read",
            Self::AnswerRefused => "has an answer that the checker refuses",
            Self::AnswerLoose => "has an answer that the checker cannot tell from a wrong one",
            Self::Template => "makes no item",
        })
    }
}

/// Stops one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub reason: Reason,
    pub detail: String,
    pub step: Option<String>,
}

impl Held {
    pub fn new(reason: Reason, detail: impl Into<String>) -> Self {
        Self {
            reason,
            detail: detail.into(),
            step: None,
        }
    }

    pub fn at(mut self, step: &str) -> Self {
        self.step.get_or_insert_with(|| step.to_owned());
        self
    }
}
