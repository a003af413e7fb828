//! A teacher's own text against the bank: its terms, its ideas, the sentences that carry them, and
//! what the bank does not know. Nothing is written anew: all of it points into the text.

#[cfg(feature = "author")]
mod concepts;
mod found;
#[cfg(feature = "author")]
mod key;
#[cfg(feature = "author")]
mod lexicon;
#[cfg(feature = "author")]
mod run;
#[cfg(feature = "author")]
mod segment;
#[cfg(feature = "author")]
mod terms;
#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests;
#[cfg(feature = "author")]
mod unknown;

pub use found::{Analysis, ConceptFound, ParagraphFound, SentenceFound, TermFound, UnknownWord};
#[cfg(feature = "author")]
pub use run::{AnalyseError, MAX_WORDS, analyse};
