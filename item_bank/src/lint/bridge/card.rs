//! A home language's side of a word card.

use crate::bridge::validate::language::doubt;
use crate::bridge::validate::numbers::has_plain_mathematics;
use crate::bridge::validate::wording::{home_words, without_quotations};
use crate::bridge::{Cognate, LanguagePack, Term, TermEn, cognate};
use crate::lint::Sink;
use crate::rich::{Inline, Rich, plain};
use crate::{Bank, TermId};

/// Characters of an explanation, and of a note.
const MAX_EXPLANATION: usize = 220;
/// How alike words look that are said to be cognates at least, and others at most.
const COGNATES: f32 = 0.5;
const OTHERS: f32 = 0.75;

pub(super) fn check(
    bank: &Bank,
    language: &LanguagePack,
    (id, term): (&TermId, &Term),
    sink: &mut Sink,
) {
    if term.equivalent.trim().is_empty() || plain(&term.explanation).trim().is_empty() {
        sink.fail(format!(
            "the card '{id}' lacks its equivalent or explanation"
        ));
    }
    let texts = [
        ("explanation", Some(&term.explanation)),
        ("note", term.note.as_ref()),
    ];
    for (what, text) in texts
        .into_iter()
        .filter_map(|(what, text)| Some((what, text?)))
    {
        check_text(
            bank,
            language,
            &format!("the card '{id}': its {what}"),
            text,
            sink,
        );
    }
    let Some(english) = bank.english().terms.get(id) else {
        sink.fail(format!("a card for '{id}', which is not in terms/"));
        return;
    };
    if english.everyday.is_some() && term.note.is_none() {
        sink.fail(format!(
            "the card '{id}' lacks its note: the English tells its everyday from its school meaning"
        ));
    }
    check_cognate(language, id, term, english, sink);
}

fn check_text(bank: &Bank, language: &LanguagePack, what: &str, text: &Rich, sink: &mut Sink) {
    let length = plain(text).chars().count();
    if length > MAX_EXPLANATION {
        sink.fail(format!(
            "{what} has {length} characters, over {MAX_EXPLANATION}"
        ));
    }
    for inline in text {
        if let Inline::Term(mark) = inline
            && !bank.english().terms.contains_key(&mark.id)
        {
            sink.fail(format!("{what} marks '{}', which has no card", mark.text));
        }
    }
    let words = home_words(text);
    // words it quotes are English
    if let Some(doubt) = doubt(&without_quotations(&words), &language.language, 0.7) {
        sink.fail(format!("{what} is not in '{}': {doubt}", language.language));
    }
    if language.right_to_left && has_plain_mathematics(&words) {
        sink.fail(format!(
            "{what} has mathematics outside $...$, which would be reordered: put it between dollar signs"
        ));
    }
}

fn check_cognate(
    language: &LanguagePack,
    id: &TermId,
    term: &Term,
    english: &TermEn,
    sink: &mut Sink,
) {
    // in another script two words are alike by their sound, which is not computed here
    let Some(likeness) = cognate(&english.en, &term.equivalent, &language.language) else {
        return;
    };
    let pair = format!(
        "'{}' and '{}' are alike by {likeness:.2}",
        english.en, term.equivalent
    );
    match term.cognate {
        Cognate::Yes if likeness < COGNATES => {
            sink.warn(format!("the card '{id}' says cognate: {pair}"));
        }
        Cognate::No if likeness > OTHERS => {
            sink.warn(format!("the card '{id}' says no cognate: {pair}"));
        }
        _ => {}
    }
}
