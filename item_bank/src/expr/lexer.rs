//! Characters to tokens.

use super::ExprError;
use crate::Rational;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(Rational),
    Name(String),
    Text(String),
    Symbol(&'static str),
}

/// Longest first, so that `<=` is not read as `<`.
const SYMBOLS: [&str; 14] = [
    "!=", "<=", ">=", "+", "-", "*", "/", "^", "=", "<", ">", "(", ")", ",",
];

/// Tokens with the character position each starts at.
pub(super) fn lex(source: &str) -> Result<Vec<(usize, Token)>, ExprError> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        let token = if c.is_whitespace() {
            at += 1;
            continue;
        } else if c.is_ascii_digit() {
            at = end_of(&chars, at, |c| c.is_ascii_digit() || c == '.');
            let text: String = chars[start..at].iter().collect();
            Token::Number(decimal(&text).ok_or_else(|| unexpected(&text, start, source))?)
        } else if c.is_ascii_alphabetic() || c == '_' {
            at = end_of(&chars, at, |c| {
                c.is_ascii_alphanumeric() || c == '_' || c == '.'
            });
            Token::Name(chars[start..at].iter().collect())
        } else if c == '\'' {
            let close = end_of(&chars, at + 1, |c| c != '\'');
            if close == chars.len() {
                return Err(ExprError::EndsEarly(source.to_owned()));
            }
            at = close + 1;
            Token::Text(chars[start + 1..close].iter().collect())
        } else {
            let rest: String = chars[at..chars.len().min(at + 2)].iter().collect();
            let symbol = SYMBOLS.into_iter().find(|s| rest.starts_with(s));
            let symbol = symbol.ok_or_else(|| unexpected(&c.to_string(), at, source))?;
            at += symbol.len();
            Token::Symbol(symbol)
        };
        tokens.push((start, token));
    }
    Ok(tokens)
}

pub(super) fn unexpected(found: &str, at: usize, source: &str) -> ExprError {
    ExprError::Unexpected {
        found: found.to_owned(),
        at,
        source_text: source.to_owned(),
    }
}

fn end_of(chars: &[char], from: usize, keep: impl Fn(char) -> bool) -> usize {
    chars[from..]
        .iter()
        .position(|&c| !keep(c))
        .map_or(chars.len(), |n| from + n)
}

/// `12` or `0.25`, exactly.
pub(crate) fn decimal(text: &str) -> Option<Rational> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 18 || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let digits: i128 = format!("0{whole}{part}").parse().ok()?;
    Rational::new(digits, 10i128.pow(part.len() as u32))
}
