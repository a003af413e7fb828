//! An item: what one student meets.

mod answer;
mod axis;
mod face;
mod key;
mod verdict;
mod view;

use engine::Difficulty;
use serde::Serialize;

use crate::figure::Figure;
use crate::rich::Rich;
use crate::template::Kind;
use crate::{PassageId, SkillCode, TemplateRef, TermId};

pub use answer::{Interval, IntervalEnd, RawAnswer};
pub use axis::Axis;
pub(crate) use axis::Scale;
pub use key::{Cell, Choice, Foreseen, Key, Part, Wanted};
pub use verdict::{Almost, Unreadable, Verdict};
pub use view::{AskView, CellView, Entry, HintView, ItemView};

/// A template at a version with a seed, made concrete.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    pub template: TemplateRef,
    pub seed: u32,
    pub skill: SkillCode,
    pub difficulty: Difficulty,
    pub kind: Kind,
    pub stem: Rich,
    pub figure: Option<Figure>,
    pub passage: Option<PassageId>,
    /// What a right answer may look like, said before the student answers.
    pub form_note: String,
    pub unit: Option<String>,
    pub key: Key,
    pub hints: Vec<Hint>,
    pub solution: Vec<Rich>,
    pub misconceptions: Vec<Misconception>,
    /// What any other wrong answer is told.
    pub feedback: Option<Rich>,
    pub terms: Vec<TermId>,
    pub construct_terms: Vec<TermId>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hint {
    pub text: Rich,
    pub ask: Option<SubQuestion>,
}

/// What a scaffold asks: answered for practice, never scored.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SubQuestion {
    pub kind: Kind,
    pub key: Key,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Misconception {
    pub answer: Foreseen,
    pub feedback: Rich,
}
