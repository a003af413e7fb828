//! Rows of the bridge: uses of words, levels of support, and reviews of a language's texts.

use api::{Decision, SupportLevel, UseId, UserId};
use engine::{SchoolDay, TermEvent};
use item_bank::bridge::{Said, SayTask, UnitId};
use item_bank::{LanguageTag, SkillCode, TermId};

/// One thing that happened with one word, checked, on its way to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUse {
    pub id: UseId,
    pub term: TermId,
    pub what: Happened,
    /// By the school's clock.
    pub at_ms: i64,
    pub day: SchoolDay,
    pub received_at_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    Met,
    Asked,
    Said {
        task: SayTask,
        said: Said,
        /// Only of sentences of the student's own.
        text: Option<String>,
    },
    /// It was the right answer to a question that asked for it.
    Answered,
}

/// What became of a use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UseAppended {
    Stored,
    /// Same id, same content: nothing was written. With what it came to the first time.
    Duplicate {
        said: Option<Said>,
    },
    /// Same id, other content: nothing was written.
    IdReused,
}

/// What counts for a student and a word, `times` times after each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEventRow {
    pub student: UserId,
    pub term: TermId,
    pub event: TermEvent,
    pub day: SchoolDay,
    pub times: u32,
}

/// A sentence that a student wrote with a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceRow {
    pub student: UserId,
    pub term: TermId,
    pub text: String,
    pub at_ms: i64,
}

/// How many of a student's answers were given with the bridge open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeaningRow {
    pub student: UserId,
    pub answers: u32,
    pub with_bridge: u32,
}

/// A teacher's word on one skill of a student.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportRow {
    pub student: UserId,
    pub skill: SkillCode,
    pub level: SupportLevel,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSupport {
    pub student: UserId,
    /// `None` is the student's own level.
    pub skill: Option<SkillCode>,
    pub level: SupportLevel,
    pub set_by: UserId,
    pub set_at_ms: i64,
}

/// What a reader of a language decides about one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnitReview {
    pub language: LanguageTag,
    pub unit: UnitId,
    /// Of the text, in hex.
    pub sha256: String,
    pub decision: Decision,
    pub reason: Option<String>,
    pub reviewer: UserId,
    pub at_ms: i64,
}

/// The newest decision on a text as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitReviewRow {
    pub language: LanguageTag,
    pub unit: UnitId,
    pub sha256: String,
    pub decision: Decision,
    pub reason: Option<String>,
    /// Display name.
    pub reviewer: String,
    pub at_ms: i64,
}
