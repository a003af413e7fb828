//! The notation between dollar signs.

use super::TextError;
use super::show::numeral;
use crate::rich::Math;

/// What stands between the dollars, values already computed.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Source(String),
    Value(Math),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Atom(Math),
    Op(&'static str),
    Slash,
    Caret,
    Open,
    Close,
    Space,
}

pub(super) fn parse(pieces: &[Piece]) -> Result<Math, TextError> {
    let mut tokens = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Source(source) => lex(source, &mut tokens)?,
            Piece::Value(math) => tokens.push(Token::Atom(math.clone())),
        }
    }
    let mut parser = Parser { tokens, at: 0 };
    let row = parser.row()?;
    if parser.at < parser.tokens.len() {
        return Err(TextError::Math("a ) without its (".to_owned()));
    }
    Ok(single(row))
}

fn lex(source: &str, tokens: &mut Vec<Token>) -> Result<(), TextError> {
    let chars: Vec<char> = source.chars().collect();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let mut width = 1;
        let token = match c {
            ' ' => Token::Space,
            '0'..='9' => {
                width = number_width(&chars[at..]);
                let text: String = chars[at..at + width]
                    .iter()
                    .filter(|&&c| c != ',')
                    .collect();
                Token::Atom(Math::Num(numeral(&text)))
            }
            '"' => {
                let close = chars[at + 1..].iter().position(|&c| c == '"');
                let close = close.ok_or_else(|| bad(source, "a quote without its pair"))?;
                width = close + 2;
                Token::Atom(Math::Words(chars[at + 1..=at + close].iter().collect()))
            }
            c if c.is_alphabetic() => {
                width = chars[at..].iter().take_while(|c| c.is_alphabetic()).count();
                let word: String = chars[at..at + width].iter().collect();
                match word.as_str() {
                    "div" => Token::Op("÷"),
                    _ if width == 1 => Token::Atom(Math::Ident(word)),
                    _ => {
                        let what = format!("'{word}' in '{source}': put words in \"quotes\"");
                        return Err(TextError::Math(what));
                    }
                }
            }
            '\\' if next == Some('$') => {
                width = 2;
                Token::Op("$")
            }
            '!' | '<' | '>' if next == Some('=') => {
                width = 2;
                Token::Op(match c {
                    '!' => "≠",
                    '<' => "≤",
                    _ => "≥",
                })
            }
            '/' => Token::Slash,
            '^' => Token::Caret,
            '(' => Token::Open,
            ')' => Token::Close,
            '?' => Token::Atom(Math::Blank),
            '+' => Token::Op("+"),
            '-' => Token::Op("\u{2212}"),
            '*' => Token::Op("×"),
            '=' => Token::Op("="),
            '<' => Token::Op("<"),
            '>' => Token::Op(">"),
            ':' => Token::Op(":"),
            '%' => Token::Op("%"),
            ',' => Token::Op(","),
            other => return Err(bad(source, &format!("'{other}' has no meaning here"))),
        };
        tokens.push(token);
        at += width;
    }
    Ok(())
}

/// Digits, commas before groups of three, and one point with digits after it.
fn number_width(chars: &[char]) -> usize {
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut at = 0;
    let mut point = false;
    loop {
        match chars.get(at) {
            Some('0'..='9') => at += 1,
            Some(',') if !point && (1..=3).all(|n| digit(at + n)) && !digit(at + 4) => at += 1,
            Some('.') if !point && digit(at + 1) => {
                point = true;
                at += 1;
            }
            _ => return at,
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

impl Parser {
    fn row(&mut self) -> Result<Vec<Math>, TextError> {
        let mut row: Vec<Math> = Vec::new();
        let mut spaced = false;
        while let Some(token) = self.tokens.get(self.at) {
            match token {
                Token::Close => break,
                Token::Space => {
                    self.at += 1;
                    spaced = true;
                    continue;
                }
                Token::Op(op) => {
                    row.push(Math::Op((*op).to_owned()));
                    self.at += 1;
                }
                _ => {
                    let term = self.term()?;
                    match (spaced, row.last(), term) {
                        // `2 3/4`: a whole number, a space, a fraction
                        (true, Some(Math::Num(whole)), Math::Frac(parts))
                            if whole.chars().all(|c| c.is_ascii_digit() || c == ',') =>
                        {
                            let whole = row.pop().unwrap_or(Math::Blank);
                            row.push(Math::Mixed(Box::new((whole, parts.0, parts.1))));
                        }
                        (_, _, term) => row.push(term),
                    }
                }
            }
            spaced = false;
        }
        Ok(row)
    }

    fn term(&mut self) -> Result<Math, TextError> {
        let mut left = self.atom()?;
        if self.eat(&Token::Caret) {
            left = Math::Sup(Box::new((left, bare(self.atom()?))));
        }
        if self.eat(&Token::Slash) {
            let mut right = self.atom()?;
            if self.eat(&Token::Caret) {
                right = Math::Sup(Box::new((right, bare(self.atom()?))));
            }
            return Ok(Math::Frac(Box::new((bare(left), bare(right)))));
        }
        Ok(left)
    }

    fn atom(&mut self) -> Result<Math, TextError> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        match token {
            Some(Token::Atom(math)) => Ok(math),
            Some(Token::Open) => {
                let mut row = self.row()?;
                if !self.eat(&Token::Close) {
                    return Err(TextError::Math("a ( without its )".to_owned()));
                }
                row.insert(0, Math::Op("(".to_owned()));
                row.push(Math::Op(")".to_owned()));
                Ok(Math::Row(row))
            }
            _ => Err(TextError::Math(
                "a / or ^ needs a number, name or bracket on both sides".into(),
            )),
        }
    }

    fn eat(&mut self, token: &Token) -> bool {
        let there = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(there);
        there
    }
}

/// A fraction's bar groups by itself: the brackets of `(a + b)/c` are not shown.
fn bare(math: Math) -> Math {
    let open = Math::Op("(".to_owned());
    match math {
        Math::Row(row) if row.first() == Some(&open) => single(row[1..row.len() - 1].to_vec()),
        other => other,
    }
}

pub(super) fn single(mut row: Vec<Math>) -> Math {
    if row.len() == 1 {
        row.remove(0)
    } else {
        Math::Row(row)
    }
}

fn bad(source: &str, what: &str) -> TextError {
    TextError::Math(format!("{what} in '{source}'"))
}
