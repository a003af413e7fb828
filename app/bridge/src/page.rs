//! What the student has before them, and what they did with it.

use std::collections::{BTreeMap, BTreeSet};

use api::ReadingId;
use engine::MasteryLevel;
use item_bank::bridge::say::SayView;
use item_bank::bridge::{Said, SayTask, Support};
use item_bank::{Kind, PassageId, Rich, SkillCode, TermId};
use serde::Deserialize;

/// What the bridge reads of an [`item_bank::ItemView`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Question {
    pub skill: SkillCode,
    pub passage: Option<PassageId>,
    pub kind: Kind,
    pub stem: Rich,
    pub terms: Vec<TermId>,
    /// Words whose meaning the question tests: never explained beside it.
    pub construct_terms: Vec<TermId>,
}

/// What the bridge stands beside.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    Question(Question, MasteryLevel),
    Reading(ReadingId),
}

/// One question or reading. A new one begins anew.
#[derive(Debug)]
pub struct Page {
    pub subject: Subject,
    /// More or less than the level says, as the student asked.
    pub support: Support,
    /// Parts that the student folded or unfolded, by name.
    pub folds: BTreeMap<String, bool>,
    /// The home language's idea is there whole, though one sentence would stand.
    pub whole_idea: bool,
    /// Words used well before this page: their cards are folded, until asked for.
    pub known: BTreeSet<TermId>,
    pub shown: BTreeSet<TermId>,
    pub met: BTreeSet<TermId>,
    pub asked: BTreeSet<TermId>,
    /// Of the instruction, from 0.
    pub step: usize,
    pub turn: Option<Turn>,
    /// Tasks tried or passed over.
    pub past: Vec<SayTask>,
    /// Written first, in any language. It never leaves this value.
    pub plan: String,
    /// What is being read aloud.
    pub heard: Option<String>,
    /// What there was no voice for.
    pub no_voice: Option<String>,
}

/// One task of saying it in English.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    pub task: SayTask,
    pub view: SayView,
    pub text: String,
    pub said: Option<Said>,
}

impl Page {
    pub fn new(subject: Subject, support: Support) -> Self {
        Self {
            subject,
            support,
            folds: BTreeMap::new(),
            whole_idea: false,
            known: BTreeSet::new(),
            shown: BTreeSet::new(),
            met: BTreeSet::new(),
            asked: BTreeSet::new(),
            step: 0,
            turn: None,
            past: Vec::new(),
            plan: String::new(),
            heard: None,
            no_voice: None,
        }
    }

    pub fn question(&self) -> Option<&Question> {
        match &self.subject {
            Subject::Question(question, _) => Some(question),
            Subject::Reading(_) => None,
        }
    }

    pub fn is_open(&self, part: &str, otherwise: bool) -> bool {
        self.folds.get(part).copied().unwrap_or(otherwise)
    }
}
