//! What a distilled instruction must keep: asserted, whatever the splitting did.

use super::scan::{Kind, Piece, scan};
use crate::bridge::abbreviation::is_abbreviation;
use crate::rich::{Inline, plain};

/// Numbers, names, negations, mathematics and marked terms, as a sorted multiset.
pub(super) fn facts(inlines: &[Inline]) -> Vec<String> {
    let pieces = scan(inlines);
    let mut facts = Vec::new();
    let mut starts = true;
    for (n, piece) in pieces.iter().enumerate() {
        match piece.kind {
            Kind::Space => {}
            Kind::Sign(c) => starts = ends_sentence(&pieces, n, c) || starts && !matches!(c, ','),
            Kind::Whole => {
                let inline = &inlines[piece.inline];
                facts.push(match inline {
                    Inline::Term(mark) => format!("term {} {}", mark.id, mark.text),
                    other => format!("mathematics {}", plain(std::slice::from_ref(other))),
                });
                starts = false;
            }
            Kind::Word => {
                let word = piece.text;
                if word.contains(|c: char| c.is_numeric()) {
                    facts.push(format!("number {word}"));
                } else if is_negation(word) {
                    facts.push(format!("negation {}", word.to_lowercase()));
                } else if !starts && word.starts_with(char::is_uppercase) {
                    facts.push(format!("name {word}"));
                }
                starts = false;
            }
        }
    }
    facts.sort_unstable();
    facts
}

/// All letters and signs in order, without spaces.
pub(super) fn letters(inlines: &[Inline]) -> String {
    let mut text = plain(inlines);
    text.retain(|c| !c.is_whitespace());
    text
}

pub(super) fn is_negation(word: &str) -> bool {
    let word = word.to_lowercase().replace('\u{2019}', "'");
    word.ends_with("n't")
        || matches!(
            word.as_str(),
            "not"
                | "no"
                | "never"
                | "none"
                | "nothing"
                | "nor"
                | "neither"
                | "cannot"
                | "except"
                | "without"
        )
}

fn ends_sentence(pieces: &[Piece<'_>], at: usize, sign: char) -> bool {
    let before = at.checked_sub(1).map(|n| &pieces[n]);
    let short = before.is_some_and(|p| p.kind == Kind::Word && is_abbreviation(p.text));
    matches!(sign, '!' | '?') || sign == '.' && !short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_stay_is_counted() {
        let text = |text: &str| vec![Inline::Text(text.to_owned())];
        let all = facts(&text(
            "Do not add 3.5 and 1,200. Mr. Diaz and Ana don't. Write it without 2.",
        ));
        assert_eq!(
            all,
            [
                "name Ana",
                "name Diaz",
                "negation don't",
                "negation not",
                "negation without",
                "number 1,200",
                "number 2",
                "number 3.5",
            ]
        );
        assert_ne!(facts(&text("Add 3 and 3.")), facts(&text("Add 3.")));
        assert_ne!(facts(&text("Ask Ana.")), facts(&text("Ask ana.")));
    }
}
