//! LaTeX mathematics, the part that schoolbooks and open content pools use, to our own tree.
//!
//! One pass over the characters and one over the tokens; nesting is limited, so that no text can
//! exhaust a device's stack. Colours and spacing are left out: they carry no mathematics.

mod script;
mod symbols;
mod table;

use super::TextError;
use super::math::{Piece, single};
use crate::rich::Math;

/// Deeper than any formula that a person reads.
const MAX_DEPTH: u8 = 32;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Char(char),
    /// Without its backslash.
    Command(String),
    /// A value put in by `@{...}`.
    Value(Math),
    Space,
    /// `__` or longer: something to fill in.
    Blank,
}

/// Reads `\frac{3}{4}`, what stands between `$$` and `$$`. The error names what is not understood.
pub fn read_latex(source: &str) -> Result<Math, TextError> {
    parse(&[Piece::Source(source.to_owned())])
}

pub(super) fn parse(pieces: &[Piece]) -> Result<Math, TextError> {
    let mut tokens = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Source(source) => lex(source, &mut tokens),
            Piece::Value(math) => tokens.push(Token::Value(math.clone())),
        }
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        depth: 0,
        fences: 0,
    };
    let row = parser.row(Stop::End)?;
    match parser.peek() {
        None => Ok(single(row)),
        Some(Token::Command(name)) => Err(bad(&format!("\\{name} without its pair"))),
        Some(_) => Err(bad("a } without its {")),
    }
}

fn lex(source: &str, tokens: &mut Vec<Token>) {
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        tokens.push(match c {
            '\\' => {
                let mut name = String::new();
                while let Some(letter) = chars.next_if(char::is_ascii_alphabetic) {
                    name.push(letter);
                }
                if name.is_empty() {
                    name.extend(chars.next());
                }
                Token::Command(name)
            }
            '_' if chars.peek() == Some(&'_') => {
                while chars.next_if_eq(&'_').is_some() {}
                Token::Blank
            }
            // zero-width marks come in with copied text
            c if c.is_whitespace()
                || c == '~'
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}') =>
            {
                Token::Space
            }
            c => Token::Char(c),
        });
    }
}

/// What ends a row, besides the end of everything and what belongs to an outer level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    End,
    Bracket,
    Cell,
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: u8,
    /// Brackets open here: inside them `1,200` is two numbers.
    fences: usize,
}

impl Parser {
    fn row(&mut self, stop: Stop) -> Result<Vec<Math>, TextError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(bad("it is nested too deeply"));
        }
        let mut row = Vec::new();
        while let Some(token) = self.peek() {
            match token {
                Token::Char('}') => break,
                Token::Char(']') if stop == Stop::Bracket => break,
                Token::Char('&') if stop == Stop::Cell => break,
                Token::Command(name) if name == "right" || name == "end" => break,
                Token::Command(name) if stop == Stop::Cell && matches!(&**name, "\\" | "cr") => {
                    break;
                }
                Token::Char('^' | '_' | '\'' | '′' | '’') => self.script(&mut row)?,
                _ => self.item(&mut row)?,
            }
        }
        self.depth -= 1;
        Ok(row)
    }

    fn item(&mut self, row: &mut Vec<Math>) -> Result<(), TextError> {
        let Some(token) = self.next() else {
            return Ok(());
        };
        let math = match token {
            Token::Space => return Ok(()),
            Token::Value(math) => math,
            Token::Blank | Token::Char('?') => Math::Blank,
            Token::Char('{') => self.rest_of_group()?,
            Token::Char(c) if c.is_ascii_digit() => Math::Num(self.number(c)),
            Token::Char('.') if matches!(self.peek(), Some(Token::Char('0'..='9'))) => {
                Math::Num(self.number('.'))
            }
            Token::Char(c) => self.character(c)?,
            Token::Command(name) => match self.command(&name)? {
                Some(math) => math,
                None => return Ok(()),
            },
        };
        match (row.last(), math) {
            // `2\frac{3}{4}` is a mixed number to everyone who reads it
            (Some(Math::Num(whole)), Math::Frac(parts))
                if is_whole(whole)
                    && matches!(&*parts, (Math::Num(n), Math::Num(d)) if is_whole(n) && is_whole(d)) =>
            {
                let whole = row.pop().unwrap_or(Math::Blank);
                row.push(Math::Mixed(Box::new((whole, parts.0, parts.1))));
            }
            (_, math) => row.push(math),
        }
        Ok(())
    }

    fn character(&mut self, c: char) -> Result<Math, TextError> {
        let op = match c {
            '&' => return Err(bad("& outside a table")),
            c if c.is_control() => return Err(bad("a control character")),
            c if c.is_alphabetic() || c == '∞' => return Ok(Math::Ident(c.to_string())),
            '-' | '–' => '\u{2212}',
            '*' => '×',
            c => c,
        };
        match op {
            '(' | '[' => self.fences += 1,
            ')' | ']' => self.fences = self.fences.saturating_sub(1),
            _ => {}
        }
        Ok(Math::Op(op.to_string()))
    }

    /// Digits, one point with digits after it, and commas before groups of three where no bracket
    /// makes them a list.
    fn number(&mut self, first: char) -> String {
        let mut text = String::from(first);
        let mut point = first == '.';
        while let Some(Token::Char(c)) = self.peek() {
            let digit =
                |n: usize| matches!(self.tokens.get(self.at + n), Some(Token::Char('0'..='9')));
            let fits = match c {
                '0'..='9' => true,
                '.' => !point && digit(1),
                ',' => {
                    let grouped = text.split(',').skip(1).all(|group| group.len() == 3);
                    let head = text.split(',').next().unwrap_or_default();
                    let short = head.len() <= 3 && !head.starts_with('0');
                    let three = (1..=3).all(digit) && !digit(4);
                    self.fences == 0 && !point && grouped && short && three
                }
                _ => false,
            };
            if !fits {
                break;
            }
            point |= *c == '.';
            text.push(*c);
            self.at += 1;
        }
        text
    }

    /// After a `{`: up to its `}`.
    fn rest_of_group(&mut self) -> Result<Math, TextError> {
        let fences = std::mem::take(&mut self.fences);
        let row = self.row(Stop::End)?;
        self.fences = fences;
        match self.next() {
            Some(Token::Char('}')) => Ok(single(row)),
            _ => Err(bad("a { without its }")),
        }
    }

    /// What a command or a script applies to: a group, a command or one character.
    fn argument(&mut self) -> Result<Math, TextError> {
        self.skip_space();
        let missing = || bad("something is missing after ^, _ or a command");
        match self.next().ok_or_else(missing)? {
            Token::Char('{') => self.rest_of_group(),
            Token::Char(c) if c.is_ascii_digit() => Ok(Math::Num(c.to_string())),
            Token::Char('}' | '^' | '_') | Token::Space => Err(missing()),
            Token::Char(c) => self.character(c),
            Token::Value(math) => Ok(math),
            Token::Blank => Ok(Math::Blank),
            Token::Command(name) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(bad("it is nested too deeply"));
                }
                let math = self.command(&name)?.ok_or_else(missing)?;
                self.depth -= 1;
                Ok(math)
            }
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get_mut(self.at)?;
        self.at += 1;
        // each token is read once
        Some(std::mem::replace(token, Token::Space))
    }

    fn eat(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(&Token::Char(wanted));
        self.at += usize::from(there);
        there
    }

    fn skip_space(&mut self) {
        while self.peek() == Some(&Token::Space) {
            self.at += 1;
        }
    }
}

fn is_whole(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c == ',')
}

fn bad(what: &str) -> TextError {
    TextError::Latex(what.to_owned())
}

#[cfg(test)]
mod tests;
