//! Paragraphs, sentences and words.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::found::ParagraphFound;
use crate::bridge::abbreviation::{is_abbreviation, is_title};

/// Characters of a line up to which it may be a heading.
const MAX_HEADING: usize = 60;

/// A sentence's place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub paragraph: usize,
    pub start: usize,
    pub end: usize,
}

/// A word's place in the text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
    pub sentence: usize,
    /// In lower case, with plain apostrophes.
    pub lower: String,
    /// It begins with a capital.
    pub capital: bool,
    /// It is the first word of its sentence.
    pub first: bool,
    /// Only a space or a hyphen stands between it and the word before.
    pub joined: bool,
}

/// Composed letters, `\n\n` between paragraphs and single spaces elsewhere.
pub(super) fn normalise(text: &str) -> String {
    let text: String = text
        .nfc()
        .filter(|c| *c == '\n' || !c.is_control() || c.is_whitespace())
        .collect();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.lines().map(one_spaced).collect();
    let mut out = String::with_capacity(text.len());
    for (n, line) in lines.iter().enumerate() {
        if line.is_empty() {
            continue;
        }
        if !out.is_empty() {
            let above = lines[n - 1].as_str();
            out.push_str(if breaks(above, line) { "\n\n" } else { " " });
        }
        out.push_str(line);
    }
    out
}

fn one_spaced(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line ends a paragraph: blank, the end of a sentence, or a heading.
fn breaks(above: &str, below: &str) -> bool {
    let ended = above.ends_with(['.', '!', '?', ':', '"', '\u{201D}']);
    let heading = above.chars().count() < MAX_HEADING && below.starts_with(char::is_uppercase);
    above.is_empty() || ended || heading
}

pub(super) fn paragraphs(text: &str) -> Vec<ParagraphFound> {
    let mut start = 0;
    text.split("\n\n")
        .map(|paragraph| {
            let found = ParagraphFound {
                start,
                end: start + paragraph.len(),
            };
            start = found.end + 2;
            found
        })
        .collect()
}

/// By Unicode's rules, except that a title or an abbreviation ends no sentence.
pub(super) fn sentences(text: &str, paragraphs: &[ParagraphFound]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let inside = &text[paragraph.start..paragraph.end];
        let mut goes_on = false;
        for (at, sentence) in inside.split_sentence_bound_indices() {
            let end = paragraph.start + at + sentence.trim_end().len();
            match found.last_mut() {
                Some(last) if goes_on => last.end = end,
                _ => found.push(Span {
                    paragraph: n,
                    start: paragraph.start + at,
                    end,
                }),
            }
            goes_on = goes_on_after(sentence, &inside[at + sentence.len()..]);
        }
    }
    found
}

fn goes_on_after(sentence: &str, rest: &str) -> bool {
    let Some(before) = sentence.trim_end().strip_suffix('.') else {
        return false;
    };
    let word = before.rsplit([' ', '(', '"']).next().unwrap_or(before);
    let next = rest.split_whitespace().next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let lower = next.starts_with(char::is_lowercase);
    is_title(word) || initial && !next.is_empty() || is_abbreviation(word) && lower
}

pub(super) fn words(text: &str, sentences: &[Span]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (n, sentence) in sentences.iter().enumerate() {
        let inside = &text[sentence.start..sentence.end];
        for (at, word) in inside.unicode_word_indices() {
            let start = sentence.start + at;
            let before = words.last().filter(|last| last.sentence == n);
            let gap = before.map_or("", |last| &text[last.end..start]);
            words.push(Word {
                first: before.is_none(),
                joined: matches!(gap, " " | "-" | "\u{2010}" | "\u{2011}"),
                start,
                end: start + word.len(),
                sentence: n,
                lower: word.to_lowercase().replace('\u{2019}', "'"),
                capital: word.starts_with(char::is_uppercase),
            });
        }
    }
    words
}
