//! Characters to tokens.

use super::{AlgebraError, ReadOptions, RelationOp};
use crate::check::plain::plain_chars;
use crate::expr::decimal;
use crate::{Rational, RawAnswer};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// `digits` as typed, in plain digits.
    Number {
        value: Rational,
        digits: String,
    },
    /// `½`: one sign, so that `½²` is a quarter.
    Vulgar {
        top: i128,
        bottom: i128,
    },
    Letter(char),
    Plus,
    Minus,
    Times,
    Divide,
    Slash,
    Caret,
    /// A run of raised digits. Anything outside an `i16` is held at its end.
    Raised(i16),
    Root,
    Open(char),
    Close(char),
    Relation(RelationOp),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    /// Its last character in the plain form (`-` for `−`), `√` for the word: for telling the
    /// student where.
    pub sign: char,
    /// Whether a space stands before it.
    pub spaced: bool,
}

pub(super) fn lex(text: &str, options: &ReadOptions) -> Result<Vec<Token>, AlgebraError> {
    if text.chars().nth(RawAnswer::MAX_CHARS).is_some() {
        return Err(AlgebraError::TooLong);
    }
    let mut chars: Vec<char> = text.chars().filter_map(|c| plain(c, options)).collect();
    while chars.last() == Some(&' ') {
        chars.pop();
    }
    // the full stop of a sentence
    if matches!(chars.last(), Some('.' | ',')) && chars.len() > 1 {
        chars.pop();
    }
    let mut lexer = Lexer {
        chars: &chars,
        at: 0,
        options,
    };
    let mut tokens = Vec::new();
    loop {
        let spaced = lexer.skip_spaces();
        let Some(kind) = lexer.token()? else {
            break;
        };
        let last = chars.get(lexer.at - 1).copied().unwrap_or(' ');
        let sign = match kind {
            Kind::Root => '√',
            _ => typed(last, options),
        };
        tokens.push(Token { kind, sign, spaced });
    }
    if tokens.is_empty() {
        return Err(AlgebraError::Empty);
    }
    Ok(tokens)
}

/// One plain character, with `.` before decimals and `,` between thousands whatever the locale.
/// `None` for what is not seen.
fn plain(c: char, options: &ReadOptions) -> Option<char> {
    let unseen = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FEFF}');
    if unseen {
        return None;
    }
    let shifted = |to: u32, from: u32| char::from_u32(u32::from(c) - from + to);
    let c = match c {
        // full-width forms of all of ASCII
        '\u{FF01}'..='\u{FF5E}' => shifted(0x21, 0xFF01)?,
        // the italics of a copied formula
        '\u{1D434}'..='\u{1D44D}' => shifted(0x41, 0x1D434)?,
        '\u{1D44E}'..='\u{1D467}' => shifted(0x61, 0x1D44E)?,
        '\u{210E}' => 'h',
        _ => c,
    };
    match (c, plain_chars(c).as_slice()) {
        (',' | '.', _) => Some(typed(c, options)),
        (_, []) => None,
        (_, [one]) => Some(*one),
        _ => Some(c),
    }
}

/// A comma for a point and back, where the comma is the decimal sign.
fn typed(c: char, options: &ReadOptions) -> char {
    match c {
        ',' if options.locale.decimal_comma => '.',
        '.' if options.locale.decimal_comma => ',',
        _ => c,
    }
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    options: &'a ReadOptions,
}

impl Lexer<'_> {
    fn token(&mut self) -> Result<Option<Kind>, AlgebraError> {
        let Some(c) = self.peek(0) else {
            return Ok(None);
        };
        let next_is_digit = self.peek(1).is_some_and(|c| c.is_ascii_digit());
        if c.is_ascii_digit() || (c == '.' && next_is_digit) {
            return self.number().map(Some);
        }
        if raised(c).is_some() {
            return self.raised_run().map(Some);
        }
        if is_relation(c) {
            return self.relation().map(Some);
        }
        if self.is_word("sqrt") {
            self.at += 4;
            return Ok(Some(Kind::Root));
        }
        self.at += 1;
        Ok(Some(match c {
            '+' => Kind::Plus,
            '-' => Kind::Minus,
            '*' if self.peek(0) == Some('*') => {
                self.at += 1;
                Kind::Caret
            }
            '*' | '×' | '·' | '⋅' | '∙' | '•' | '✕' | '✖' | '⨯' | '∗' => {
                Kind::Times
            }
            '÷' | ':' => Kind::Divide,
            '/' => Kind::Slash,
            '^' | 'ˆ' => Kind::Caret,
            '√' => Kind::Root,
            '(' | '[' | '{' => Kind::Open(c),
            ')' => Kind::Close('('),
            ']' => Kind::Close('['),
            '}' => Kind::Close('{'),
            c if c.is_alphabetic() => Kind::Letter(self.letter(c)?),
            c => match plain_chars(c).as_slice() {
                [_, top, _, bottom] => Kind::Vulgar {
                    top: top.to_digit(10).map_or(0, i128::from),
                    bottom: bottom.to_digit(10).map_or(1, i128::from),
                },
                _ => return Err(self.unexpected(c)),
            },
        }))
    }

    /// Digits with points and commas that have a digit behind them.
    fn number(&mut self) -> Result<Kind, AlgebraError> {
        let start = self.at;
        while let Some(c) = self.peek(0) {
            let inner = matches!(c, '.' | ',') && self.peek(1).is_some_and(|c| c.is_ascii_digit());
            if !c.is_ascii_digit() && !inner {
                break;
            }
            self.at += 1;
        }
        let run = &self.chars[start..self.at];
        let plain: String = run.iter().collect();
        let digits = run.iter().map(|&c| typed(c, self.options)).collect();
        let plain = ungrouped(&plain, self.options).ok_or_else(|| self.unexpected(','))?;
        if plain.matches('.').count() > 1 {
            return Err(self.unexpected('.'));
        }
        let value = decimal(&plain).ok_or(AlgebraError::TooComplicated)?;
        Ok(Kind::Number { value, digits })
    }

    fn raised_run(&mut self) -> Result<Kind, AlgebraError> {
        let mut value: i16 = 0;
        let mut sign = 1;
        let mut digits = 0;
        while let Some(part) = self.peek(0).and_then(raised) {
            match part {
                Raised::Digit(digit) => {
                    value = value.saturating_mul(10).saturating_add(digit);
                    digits += 1;
                }
                Raised::Sign(part) if digits == 0 => sign *= part,
                Raised::Sign(_) => break,
            }
            self.at += 1;
        }
        if digits == 0 {
            return Err(AlgebraError::MissingOperand {
                sign: self.chars[self.at - 1],
            });
        }
        Ok(Kind::Raised(value * sign))
    }

    /// One or two signs, also with spaces between: `> =`. Children write `=>` for `≥`.
    fn relation(&mut self) -> Result<Kind, AlgebraError> {
        let first = self.peek(0).unwrap_or('=');
        let mut run = String::new();
        while let Some(c) = self.peek(0).filter(|&c| is_relation(c) || c == '/') {
            // `x =/= 3`, but never `= /3`
            if c == '/' && !(run == "=" && self.peek(1) == Some('=')) {
                break;
            }
            run.push(c);
            self.at += 1;
            let back = self.at;
            self.skip_spaces();
            if !self.peek(0).is_some_and(is_relation) && self.peek(0) != Some('/') {
                self.at = back;
            }
        }
        let op = match run.as_str() {
            "=" | "==" => RelationOp::Equal,
            "≠" | "!=" | "<>" | "=/=" => RelationOp::NotEqual,
            "<" => RelationOp::Less,
            "≤" | "⩽" | "≦" | "<=" | "=<" => RelationOp::LessOrEqual,
            ">" => RelationOp::Greater,
            "≥" | "⩾" | "≧" | ">=" | "=>" => RelationOp::GreaterOrEqual,
            _ => return Err(self.unexpected(first)),
        };
        Ok(Kind::Relation(op))
    }

    /// The item's letter that is meant.
    fn letter(&self, c: char) -> Result<char, AlgebraError> {
        let asked = &self.options.letters;
        let other_case = |&&letter: &&char| letter.eq_ignore_ascii_case(&c);
        let twin = |&&letter: &&char| Some(letter) == latin_twin(c);
        if asked.is_empty() || asked.contains(&c) {
            return Ok(c);
        }
        let found = asked.iter().find(other_case);
        let found = found.or_else(|| asked.iter().find(twin));
        found.copied().ok_or(AlgebraError::UnknownLetter(c))
    }

    fn is_word(&self, word: &str) -> bool {
        let same = |(n, c): (usize, char)| self.peek(n).is_some_and(|t| t.eq_ignore_ascii_case(&c));
        word.chars().enumerate().all(same)
    }

    fn skip_spaces(&mut self) -> bool {
        let from = self.at;
        while self.peek(0) == Some(' ') {
            self.at += 1;
        }
        self.at > from
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn unexpected(&self, c: char) -> AlgebraError {
        let what = typed(c, self.options);
        AlgebraError::UnexpectedSign { what }
    }
}

/// Without the commas between groups of three.
fn ungrouped(number: &str, options: &ReadOptions) -> Option<String> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    let regular = (1..=3).contains(&first) && groups.clone().all(|group| group.len() == 3);
    if !whole.contains(',') || (regular && !part.contains(',')) {
        return (!part.contains(',')).then(|| number.replace(',', ""));
    }
    // `1.5` where the comma is the decimal sign
    let lenient = options.locale.decimal_comma && !number.contains('.') && groups.count() == 1;
    lenient.then(|| number.replace(',', "."))
}

fn is_relation(c: char) -> bool {
    matches!(
        c,
        '=' | '<' | '>' | '!' | '≠' | '≤' | '≥' | '⩽' | '⩾' | '≦' | '≧'
    )
}

enum Raised {
    Digit(i16),
    Sign(i16),
}

fn raised(c: char) -> Option<Raised> {
    let digit = match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => (u32::from(c) - u32::from('⁴') + 4) as i16,
        '⁺' => return Some(Raised::Sign(1)),
        '⁻' => return Some(Raised::Sign(-1)),
        _ => return None,
    };
    Some(Raised::Digit(digit))
}

/// What a Cyrillic keyboard gives for the letters of a formula.
fn latin_twin(c: char) -> Option<char> {
    Some(match c {
        'а' | 'А' => 'a',
        'в' | 'В' => 'b',
        'с' | 'С' => 'c',
        'е' | 'Е' => 'e',
        'к' | 'К' => 'k',
        'м' | 'М' => 'm',
        'о' | 'О' => 'o',
        'р' | 'Р' => 'p',
        'т' | 'Т' => 't',
        'у' | 'У' => 'y',
        'х' | 'Х' => 'x',
        _ => return None,
    })
}
