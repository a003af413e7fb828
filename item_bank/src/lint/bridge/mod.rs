//! The bridge against the bank: its English side, and every language.

mod answers;
mod card;
mod concept;
mod english;
mod interface;
mod language;
mod message;

pub(super) use answers::Answers;
pub(super) use english::check as check_english;
pub(super) use language::check as check_language;
