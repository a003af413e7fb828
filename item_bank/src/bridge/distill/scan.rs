//! An instruction as words, signs and things that stay whole.

use crate::rich::Inline;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters and digits, with what joins them: `3.5`, `e.g`, `don't`.
    Word,
    Space,
    Sign(char),
    /// Mathematics or a marked term.
    Whole,
}

/// A stretch of one inline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub kind: Kind,
    /// Of a text; empty for what stays whole.
    pub text: &'a str,
    pub inline: usize,
    /// Byte where it starts in the inline's text.
    pub start: usize,
}

pub(super) fn text_of(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(text) | Inline::Strong(text) => Some(text),
        Inline::Math(_) | Inline::Term(_) => None,
    }
}

/// All of it: nothing is left out between the pieces.
pub(super) fn scan(inlines: &[Inline]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for (inline, source) in inlines.iter().enumerate() {
        let Some(text) = text_of(source) else {
            pieces.push(Piece {
                kind: Kind::Whole,
                text: "",
                inline,
                start: 0,
            });
            continue;
        };
        let mut start = 0;
        while let Some(c) = text[start..].chars().next() {
            let rest = &text[start..];
            let (kind, length) = if c.is_alphanumeric() {
                (Kind::Word, word_length(rest))
            } else if c.is_whitespace() {
                let end = rest.find(|c: char| !c.is_whitespace());
                (Kind::Space, end.unwrap_or(rest.len()))
            } else {
                (Kind::Sign(c), c.len_utf8())
            };
            pieces.push(Piece {
                kind,
                text: &rest[..length],
                inline,
                start,
            });
            start += length;
        }
    }
    pieces
}

fn word_length(text: &str) -> usize {
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let joins = match c {
            '\'' | '\u{2019}' | '-' => before.is_alphabetic() && after.is_alphabetic(),
            '.' => before.is_alphanumeric() && after.is_alphanumeric(),
            ',' | '/' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            c => c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036F}'),
        };
        if !joins {
            return at;
        }
        before = c;
    }
    text.len()
}
