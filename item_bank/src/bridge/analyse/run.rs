//! The analysis as a whole.

use super::concepts::NO_CONCEPT;
use super::found::Analysis;
use super::lexicon::Lexicon;
use super::{concepts, key, segment, terms, unknown};
use crate::Bank;

/// Words of a text that is read.
pub const MAX_WORDS: usize = 2_000;
/// Characters of one: no word is longer than twenty letters for long.
const MAX_CHARACTERS: usize = 24_000;

/// Why a text is not analysed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnalyseError {
    #[error("the text has no words: paste at least one sentence")]
    Empty,
    #[error("the text has {words} words, over {MAX_WORDS}: paste a part of it")]
    TooLong { words: usize },
    #[error("the text has {characters} characters, over {MAX_CHARACTERS}: paste a part of it")]
    TooManyCharacters { characters: usize },
}

/// Finds terms, ideas and key sentences of a text of 1 to 2,000 words. The same text gives the same
/// answer on every machine.
pub fn analyse(bank: &Bank, text: &str) -> Result<Analysis, AnalyseError> {
    let characters = text.chars().count();
    if characters > MAX_CHARACTERS {
        let words = text.split_whitespace().count();
        return Err(if words > MAX_WORDS {
            AnalyseError::TooLong { words }
        } else {
            AnalyseError::TooManyCharacters { characters }
        });
    }
    let text = segment::normalise(text);
    let paragraphs = segment::paragraphs(&text);
    let spans = segment::sentences(&text, &paragraphs);
    let words = segment::words(&text, &spans);
    match words.len() {
        0 => return Err(AnalyseError::Empty),
        n if n > MAX_WORDS => return Err(AnalyseError::TooLong { words: n }),
        _ => {}
    }
    let lexicon = Lexicon::of(bank);
    let found = terms::find(&lexicon, &words);
    let concepts = concepts::find(bank, &lexicon, &found);
    let sentences = key::sentences(&text, &spans, &words, &found.terms, &lexicon);
    let unknown = unknown::find(&lexicon, &words, &found.covered);
    Ok(Analysis {
        words: words.len() as u32,
        paragraphs,
        sentences,
        terms: found.terms,
        no_concept: concepts.is_empty().then(|| NO_CONCEPT.to_owned()),
        concepts,
        unknown,
        text,
    })
}
