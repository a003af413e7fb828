//! A draft, and what it is held against.

use crate::bridge::English;
use crate::rich::Rich;
use crate::{LanguageTag, TermId};

/// A core is one to three entries.
pub(crate) const MAX_SENTENCES: usize = 3;
/// Characters of a core, all entries together.
pub(crate) const MAX_CORE: usize = 420;
/// Characters of `works`.
pub(crate) const MAX_WORKS: usize = 260;
/// Characters below which nothing is explained: a third of it where a character is a syllable.
pub(super) const MIN_CORE: usize = 24;

/// A text of a home language as it was drafted.
#[derive(Clone, Copy, Debug)]
pub struct DraftText<'a> {
    /// Marked text: `[[term]]`, `$mathematics$`.
    pub core: &'a [String],
    pub works: Option<&'a str>,
}

/// What it must agree with.
#[derive(Clone, Debug)]
pub struct Against<'a> {
    /// The cards that marks may name.
    pub english: &'a English,
    /// The same idea in English; empty when there is only the source.
    pub core: &'a [Rich],
    /// Terms that stay in English.
    pub terms: &'a [TermId],
    /// Their words in the home language, several separated by ", ".
    pub equivalents: &'a [(TermId, String)],
    pub language: &'a LanguageTag,
    pub right_to_left: bool,
    /// The text that it is about; may be empty.
    pub source: &'a str,
    /// Terms whose meaning a question scores: never explained.
    pub construct_terms: &'a [TermId],
    /// Right answers as they are printed.
    pub answers: &'a [String],
}
