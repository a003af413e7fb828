//! What a task shows.

use super::bank::{own_words, word_bank};
use super::task::{SayKind, SayTask, Source};
use crate::bridge::English;
use crate::rich::{Inline, Rich};

/// A task as the panel shows it. The gap stands between `before` and `after`; a sentence of one's
/// own has neither.
#[derive(Clone, Debug, PartialEq)]
pub struct SayView {
    pub before: Rich,
    pub after: Rich,
    /// Words to choose from, or to use in a sentence.
    pub bank: Vec<String>,
    /// How a sentence of one's own may start: an open frame.
    pub starter: Option<String>,
}

/// `None` when the task names nothing of this bank.
pub fn view(english: &English, task: &SayTask) -> Option<SayView> {
    let term = english.terms.get(&task.term)?;
    let source = task.source(english)?;
    if task.kind == SayKind::Own {
        let concept = match source {
            Source::Idea { concept, .. } => Some(concept),
            Source::Gloss => None,
        };
        return Some(SayView {
            before: Rich::new(),
            after: Rich::new(),
            bank: own_words(english, task, concept),
            starter: concept.and_then(|concept| concept.frame.clone()),
        });
    }
    let (before, after, shown) = match source {
        Source::Idea {
            sentence,
            at,
            shown,
            ..
        } => {
            let (before, after) = (sentence[..at].to_vec(), sentence[at + 1..].to_vec());
            (before, after, shown)
        }
        Source::Gloss => {
            let asked = format!("What is the word? {} ", term.gloss);
            (vec![Inline::Text(asked)], Rich::new(), term.en.as_str())
        }
    };
    Some(SayView {
        before,
        after,
        bank: word_bank(english, task, term, shown),
        starter: None,
    })
}
