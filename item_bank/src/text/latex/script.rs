//! Powers, indexes and primes, and the commands that build something.

use super::{Parser, Stop, Token, bad, symbols};
use crate::rich::Math;
use crate::text::TextError;

impl Parser {
    /// `^`, `_` or primes, put on the last thing of the row.
    pub(super) fn script(&mut self, row: &mut Vec<Math>) -> Result<(), TextError> {
        let Some(Token::Char(mark)) = self.next() else {
            return Ok(());
        };
        let base = row.pop().unwrap_or_else(|| Math::Row(Vec::new()));
        let part = match mark {
            '^' | '_' => self.argument()?,
            _ => {
                let mut primes = String::from('′');
                while matches!(self.peek(), Some(Token::Char('\'' | '′' | '’'))) {
                    self.at += 1;
                    primes.push('′');
                }
                Math::Op(primes)
            }
        };
        let up = mark != '_';
        if up && part == Math::Op("∘".to_owned()) {
            row.push(base);
            row.push(Math::Op("°".to_owned()));
            return Ok(());
        }
        row.push(match (base, up) {
            // never deeper by repetition: two of a kind are an error, as in TeX
            (Math::Sup(_) | Math::SubSup(_), true) | (Math::Sub(_) | Math::SubSup(_), false) => {
                return Err(bad("two ^ or two _ in a row: group with { }"));
            }
            (Math::Sub(sub), true) => Math::SubSup(Box::new((sub.0, sub.1, part))),
            (Math::Sup(sup), false) => Math::SubSup(Box::new((sup.0, part, sup.1))),
            (base, true) => Math::Sup(Box::new((base, part))),
            (base, false) => Math::Sub(Box::new((base, part))),
        });
        Ok(())
    }

    /// `None` for what leaves nothing on the page.
    pub(super) fn command(&mut self, name: &str) -> Result<Option<Math>, TextError> {
        Ok(Some(match name {
            "frac" | "dfrac" | "tfrac" | "cfrac" => {
                Math::Frac(Box::new((self.argument()?, self.argument()?)))
            }
            "sqrt" => {
                self.skip_space();
                if self.eat('[') {
                    let index = self.row(Stop::Bracket)?;
                    if !self.eat(']') {
                        return Err(bad("\\sqrt[ without its ]"));
                    }
                    Math::Root(Box::new((self.argument()?, super::single(index))))
                } else {
                    Math::Sqrt(Box::new(self.argument()?))
                }
            }
            "binom" | "dbinom" | "tbinom" => {
                let table = vec![vec![self.argument()?], vec![self.argument()?]];
                fenced("(", Math::Table(table), ")")
            }
            "left" => {
                let open = self.fence()?;
                let fences = self.fences;
                self.fences += 1;
                let inside = self.row(Stop::End)?;
                self.fences = fences;
                match self.next() {
                    Some(Token::Command(right)) if right == "right" => {}
                    _ => return Err(bad("\\left without its \\right")),
                }
                fenced(&open, Math::Row(inside), &self.fence()?)
            }
            "begin" => self.table()?,
            "text" | "textbf" | "textit" | "textrm" | "textsf" | "mbox" | "emph" => {
                Math::Words(self.raw()?)
            }
            "mathrm" | "mathbf" | "mathit" | "mathsf" | "mathbb" | "mathcal" | "boldsymbol"
            | "operatorname" => self.name(name)?,
            "color" | "textcolor" | "hspace" | "vspace" | "phantom" => {
                self.raw()?;
                return Ok(None);
            }
            "boxed" | "underline" | "ensuremath" => self.argument()?,
            "quad" | "qquad" => Math::Words(" ".to_owned()),
            _ if symbols::is_silent(name) => return Ok(None),
            _ => match (symbols::accent(name), symbols::symbol(name)) {
                (Some(mark), _) => Math::Over(Box::new((self.argument()?, mark.to_owned()))),
                (_, Some(symbol)) => self.symbol(symbol),
                _ if symbols::is_function(name) => Math::Ident(name.to_owned()),
                _ => return Err(bad(&format!("\\{name} is not known here"))),
            },
        }))
    }

    fn symbol(&mut self, symbol: &str) -> Math {
        match symbol {
            "{" | "⟨" | "⌊" | "⌈" => self.fences += 1,
            "}" | "⟩" | "⌋" | "⌉" => self.fences = self.fences.saturating_sub(1),
            _ => {}
        }
        let letter = |c: char| c.is_alphabetic() || matches!(c, '∞' | '∅' | '∂' | '∇' | '∠');
        if symbol.starts_with(letter) {
            Math::Ident(symbol.to_owned())
        } else {
            Math::Op(symbol.to_owned())
        }
    }

    /// `\mathbb{R}`, `\operatorname{sec}`: a name in one piece, or mathematics in another face.
    fn name(&mut self, command: &str) -> Result<Math, TextError> {
        let from = self.at;
        self.skip_space();
        let mut to = self.at;
        if self.peek() == Some(&Token::Char('{')) {
            to += 1;
            while matches!(self.tokens.get(to), Some(Token::Char(c)) if c.is_alphabetic()) {
                to += 1;
            }
        }
        let letters = to.saturating_sub(self.at + 1);
        if letters == 0 || self.tokens.get(to) != Some(&Token::Char('}')) {
            self.at = from;
            return self.argument();
        }
        let word = self.raw()?;
        Ok(Math::Ident(match (command, word.as_str()) {
            ("mathbb", "R") => "ℝ".to_owned(),
            ("mathbb", "N") => "ℕ".to_owned(),
            ("mathbb", "Z") => "ℤ".to_owned(),
            ("mathbb", "Q") => "ℚ".to_owned(),
            ("mathbb", "C") => "ℂ".to_owned(),
            _ => word,
        }))
    }

    /// The characters of a group as they stand.
    pub(super) fn raw(&mut self) -> Result<String, TextError> {
        self.skip_space();
        if !self.eat('{') {
            return match self.next() {
                Some(Token::Char(c)) => Ok(c.to_string()),
                _ => Err(bad("a command without its { }")),
            };
        }
        let mut text = String::new();
        let mut open = 0;
        loop {
            match self.next().ok_or_else(|| bad("a { without its }"))? {
                Token::Char('}') if open == 0 => return Ok(text),
                Token::Char(c) => {
                    open += i32::from(c == '{') - i32::from(c == '}');
                    text.push(c);
                }
                Token::Space => text.push(' '),
                Token::Blank => text.push_str("___"),
                Token::Value(math) => text.push_str(&math.plain()),
                Token::Command(name) => match symbols::symbol(&name) {
                    Some(symbol) => text.push_str(symbol),
                    None if symbols::is_silent(&name) => text.push(' '),
                    None => return Err(bad(&format!("\\{name} is not known in a text"))),
                },
            }
        }
    }

    /// The bracket after `\left` or `\right`; empty for `.`.
    fn fence(&mut self) -> Result<String, TextError> {
        self.skip_space();
        match self.next() {
            Some(Token::Char('.')) => Ok(String::new()),
            Some(Token::Char(c)) if "()[]|/<>".contains(c) => Ok(c.to_string()),
            Some(Token::Command(name)) => match symbols::symbol(&name) {
                Some(symbol) if "{}⟨⟩⌊⌋⌈⌉|‖∥".contains(symbol) => {
                    Ok(symbol.to_owned())
                }
                _ => Err(bad(&format!("\\{name} is no bracket"))),
            },
            _ => Err(bad("\\left or \\right without a bracket")),
        }
    }
}

/// The thing between brackets; an empty one is not shown.
pub(super) fn fenced(open: &str, inside: Math, close: &str) -> Math {
    let mut row = match inside {
        Math::Row(row) => row,
        other => vec![other],
    };
    if !open.is_empty() {
        row.insert(0, Math::Op(open.to_owned()));
    }
    if !close.is_empty() {
        row.push(Math::Op(close.to_owned()));
    }
    Math::Row(row)
}
