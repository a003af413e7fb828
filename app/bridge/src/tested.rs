//! What may not stand beside a question: whatever explains a word whose meaning the question tests.
//!
//! An idea that marks such a word explains it, in the sentence that names it or in the next, so it is
//! withheld whole, with its tasks. Of what is plain English (glosses, frames, how a sentence works)
//! everything is withheld that so much as says the word.

use item_bank::bridge::say::Topic;
use item_bank::bridge::{Concept, ConceptEn, English, LanguagePack};
use item_bank::{Inline, Rich, TermId};

use crate::known::Known;
use crate::page::Page;

#[derive(Clone, Copy, Debug)]
pub struct Tested<'a> {
    terms: &'a [TermId],
    english: &'a English,
}

impl<'a> Tested<'a> {
    pub fn of(known: &'a Known, page: &'a Page) -> Self {
        let terms = page.question().map(|it| &it.construct_terms[..]);
        Self {
            terms: terms.unwrap_or_default(),
            english: &known.english,
        }
    }

    pub fn words(self) -> &'a [TermId] {
        self.terms
    }

    pub fn contains(self, term: &TermId) -> bool {
        self.terms.contains(term)
    }

    /// Whether an idea explains a tested word, on either side.
    pub fn is_told_by(self, english: Option<&ConceptEn>, home: Option<&Concept>) -> bool {
        english.is_some_and(|it| self.is_marked_in(&it.core))
            || home.is_some_and(|it| self.is_marked_in(&it.core))
    }

    /// Whether a task made from the idea shows a tested word: in a sentence, or in the frame to start
    /// with.
    pub fn is_told_by_tasks_of(self, topic: Topic<'_>) -> bool {
        let concept = match topic {
            Topic::Skill(code) => self.english.concepts.get(code),
            Topic::Passage(id) => self.english.passages.get(id),
        };
        concept.is_some_and(|it| {
            let frame = it.frame.as_deref();
            self.is_told_by(Some(it), None) || frame.is_some_and(|frame| self.is_said_in(frame))
        })
    }

    /// Whether the note on how a sentence works shows a tested word, in either language.
    pub fn is_told_by_works(self, english: &ConceptEn, home: Option<&Concept>) -> bool {
        let works = english
            .works
            .iter()
            .chain(home.and_then(|it| it.works.as_ref()));
        works.into_iter().any(|it| self.is_in(it))
    }

    /// Whether the card of a word explains another one that is tested.
    pub fn is_told_by_card(self, term: &TermId, home: Option<&LanguagePack>) -> bool {
        let english = self.english.terms.get(term);
        let home = home.and_then(|home| home.terms.get(term));
        let senses = english.map(|it| [Some(&it.gloss), it.everyday.as_ref()]);
        let told = home.map(|it| [Some(&it.explanation), it.note.as_ref()]);
        let senses = senses.into_iter().flatten().flatten();
        senses.into_iter().any(|text| self.is_said_in(text))
            || told
                .into_iter()
                .flatten()
                .flatten()
                .any(|it| self.is_in(it))
    }

    fn is_marked_in(self, sentences: &[Rich]) -> bool {
        let marked =
            |inline: &Inline| matches!(inline, Inline::Term(mark) if self.contains(&mark.id));
        sentences.iter().flatten().any(marked)
    }

    fn is_in(self, text: &Rich) -> bool {
        let said = |inline: &Inline| match inline {
            Inline::Term(mark) => self.contains(&mark.id),
            Inline::Text(text) => self.is_said_in(text),
            _ => false,
        };
        text.iter().any(said)
    }

    /// Whether plain text has one of the words, in any of its forms.
    fn is_said_in(self, text: &str) -> bool {
        if self.terms.is_empty() {
            return false;
        }
        let text = words(text);
        let terms = self
            .terms
            .iter()
            .filter_map(|id| self.english.terms.get(id));
        let mut forms = terms.flat_map(|term| term.forms.iter().chain([&term.en]));
        forms.any(|form| text.contains(&words(form)))
    }
}

/// In lower case, a space around each word.
fn words(text: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let plain: String = text.to_lowercase().chars().map(letters).collect();
    let mut spaced = " ".to_owned();
    for word in plain.split_whitespace() {
        spaced.push_str(word);
        spaced.push(' ');
    }
    spaced
}
