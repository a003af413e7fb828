//! Which tasks there are.

use serde::{Deserialize, Serialize};

use crate::bridge::{ConceptEn, English};
use crate::rich::{Inline, Rich, TermMark};
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
    /// Nothing, or not a sentence yet: told, and not counted.
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

/// Whose idea the tasks are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic<'a> {
    Skill(&'a SkillCode),
    Passage(&'a PassageId),
}

/// A task for every sentence of the idea and every term with a card that is marked in it, in order.
/// Empty when the bank has no such idea.
pub fn tasks(english: &English, of: Topic<'_>, kind: SayKind) -> Vec<SayTask> {
    let Some(concept) = concept(english, of) else {
        return Vec::new();
    };
    let mut tasks: Vec<SayTask> = Vec::new();
    for (n, text) in concept.core.iter().enumerate() {
        let Ok(sentence) = u8::try_from(n) else { break };
        for mark in marks(text).filter(|mark| english.terms.contains_key(&mark.id)) {
            let (skill, passage) = match of {
                Topic::Skill(code) => (Some(code.clone()), None),
                Topic::Passage(id) => (None, Some(id.clone())),
            };
            let task = SayTask {
                kind,
                term: mark.id.clone(),
                skill,
                passage,
                sentence,
            };
            if !tasks.contains(&task) {
                tasks.push(task);
            }
        }
    }
    tasks
}

/// A task for a word that stands in no idea at hand: what it means is the question.
pub fn task_for_term(english: &English, term: &TermId, kind: SayKind) -> Option<SayTask> {
    english.terms.contains_key(term).then(|| SayTask {
        kind,
        term: term.clone(),
        skill: None,
        passage: None,
        sentence: 0,
    })
}

pub(super) fn concept<'e>(english: &'e English, of: Topic<'_>) -> Option<&'e ConceptEn> {
    match of {
        Topic::Skill(code) => english.concepts.get(code),
        Topic::Passage(id) => english.passages.get(id),
    }
}

pub(super) fn marks(text: &Rich) -> impl Iterator<Item = &TermMark> {
    text.iter().filter_map(|inline| match inline {
        Inline::Term(mark) => Some(mark),
        _ => None,
    })
}

impl SayTask {
    /// What the task is made from; `None` when it names nothing of the bank.
    pub(super) fn source<'e>(&self, english: &'e English) -> Option<Source<'e>> {
        let of = match (&self.skill, &self.passage) {
            (Some(code), None) => Topic::Skill(code),
            (None, Some(id)) => Topic::Passage(id),
            (None, None) if self.sentence == 0 => return Some(Source::Gloss),
            _ => return None,
        };
        let concept = concept(english, of)?;
        let sentence = concept.core.get(usize::from(self.sentence))?;
        let at = sentence
            .iter()
            .position(|inline| matches!(inline, Inline::Term(mark) if mark.id == self.term))?;
        let Some(Inline::Term(mark)) = sentence.get(at) else {
            return None;
        };
        Some(Source::Idea {
            concept,
            sentence,
            at,
            shown: &mark.text,
        })
    }
}

pub(super) enum Source<'e> {
    Idea {
        concept: &'e ConceptEn,
        sentence: &'e Rich,
        /// Where the mark stands.
        at: usize,
        shown: &'e str,
    },
    Gloss,
}
