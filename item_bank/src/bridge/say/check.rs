//! What a try came to.

use super::task::{Said, SayKind, SayTask, Source};
use crate::TermId;
use crate::bridge::words::{edits, fold, has_words};
use crate::bridge::{English, TermEn};
use crate::rich::plain;

/// Characters of a try that are read.
pub const MAX_TEXT: usize = 400;
/// Fewer words are not a sentence yet.
const MIN_WORDS: usize = 5;
/// Letters from which on a second slip is still a slip of spelling.
const LONG_WORD: usize = 9;

/// Judges what was chosen or written. `None` when the task names nothing of this bank.
pub fn check(english: &English, task: &SayTask, text: &str) -> Option<Said> {
    let term = english.terms.get(&task.term)?;
    let source = task.source(english)?;
    let said: String = text.chars().take(MAX_TEXT).collect();
    let said = fold(&said);
    let shown = match source {
        Source::Idea { shown, .. } => Some(shown),
        Source::Gloss => None,
    };
    let forms = forms_of(term, shown);
    Some(match task.kind {
        SayKind::Choose | SayKind::Type => word(english, &task.term, &forms, &said),
        SayKind::Own => own_sentence(english, &task.term, &forms, &said, || {
            panel_texts(term, &source)
        }),
    })
}

fn forms_of(term: &TermEn, shown: Option<&str>) -> Vec<String> {
    let forms = term.forms.iter().map(String::as_str);
    let all = [term.en.as_str()].into_iter().chain(shown).chain(forms);
    all.map(fold).filter(|form| !form.is_empty()).collect()
}

fn word(english: &English, id: &TermId, forms: &[String], said: &str) -> Said {
    if said.is_empty() {
        return Said::TooShort;
    }
    // "a fraction", "to estimate": the word is there
    let bare = ["a ", "an ", "the ", "to "];
    let bare = bare.iter().find_map(|start| said.strip_prefix(start));
    let is_form = |said: &str| forms.iter().any(|form| form == said);
    if is_form(said) || bare.is_some_and(is_form) {
        Said::Right
    } else if [Some(said), bare]
        .into_iter()
        .flatten()
        .any(|said| is_misspelt(english, id, forms, said))
    {
        Said::Spelling
    } else {
        Said::Other
    }
}

/// A slip away from the word, and not another word of the bank.
fn is_misspelt(english: &English, id: &TermId, forms: &[String], said: &str) -> bool {
    let near = forms.iter().any(|form| {
        let letters = form.chars().filter(|c| *c != ' ').count();
        edits(form, said) <= if letters < LONG_WORD { 1 } else { 2 }
    });
    near && !english
        .terms
        .iter()
        .any(|(other, term)| other != id && forms_of(term, None).iter().any(|form| form == said))
}

fn own_sentence(
    english: &English,
    id: &TermId,
    forms: &[String],
    said: &str,
    panel: impl Fn() -> Vec<String>,
) -> Said {
    let words: Vec<&str> = said.split(' ').collect();
    // a sentence in English: other scripts are for the plan
    let is_latin = |word: &&&str| word.chars().any(|c| c < '\u{0250}' && c.is_alphanumeric());
    if words.iter().filter(is_latin).count() < MIN_WORDS {
        return Said::TooShort;
    }
    if !forms.iter().any(|form| has_words(said, form)) {
        let slip = forms.iter().any(|form| {
            let width = form.split(' ').count();
            // of short words too many others are one letter away
            form.len() >= MIN_WORDS
                && words
                    .windows(width)
                    .any(|few| is_misspelt(english, id, std::slice::from_ref(form), &few.join(" ")))
        });
        return if slip {
            Said::Spelling
        } else {
            Said::WordMissing
        };
    }
    let copied = panel().iter().any(|text| is_copy(&words, text));
    if copied { Said::Copied } else { Said::Right }
}

/// What stands on the panel in English.
fn panel_texts(term: &TermEn, source: &Source<'_>) -> Vec<String> {
    let mut texts = vec![fold(&term.gloss)];
    texts.extend(term.everyday.as_deref().map(fold));
    if let Source::Idea { concept, .. } = source {
        texts.extend(concept.core.iter().map(|text| fold(&plain(text))));
        texts.extend(concept.frame.as_deref().map(fold));
        texts.extend(concept.sentence.as_deref().map(fold));
        texts.extend(concept.works.as_ref().map(|text| fold(&plain(text))));
    }
    texts
}

/// Whether nine tenths of the words stand in `text` in the same order.
fn is_copy(words: &[&str], text: &str) -> bool {
    let text: Vec<&str> = text.split(' ').collect();
    // the longest common subsequence, one row at a time
    let mut row = vec![0_usize; text.len() + 1];
    for word in words {
        let mut corner = 0;
        for (n, other) in text.iter().enumerate() {
            let above = row[n + 1];
            row[n + 1] = if word == other {
                corner + 1
            } else {
                above.max(row[n])
            };
            corner = above;
        }
    }
    row[text.len()] * 10 >= words.len() * 9
}
