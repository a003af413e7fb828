//! One pass over an author's text.

use super::math::{self, Piece};
use super::{TextError, latex, show};
use crate::Rational;
use crate::expr::{Scope, Value, evaluate, parse};
use crate::rich::{Inline, Math, Rich};

/// Puts the values of `scope` into `source` and structures it. See `docs/CONTENT.md`.
pub(crate) fn compose(source: &str, scope: &Scope) -> Result<Rich, TextError> {
    let mut composer = Composer {
        source,
        scope,
        out: Vec::new(),
        text: String::new(),
        bold: false,
    };
    composer.run()?;
    Ok(composer.out)
}

struct Composer<'a> {
    source: &'a str,
    scope: &'a Scope,
    out: Rich,
    text: String,
    bold: bool,
}

impl Composer<'_> {
    fn run(&mut self) -> Result<(), TextError> {
        let mut rest = self.source;
        while let Some(c) = rest.chars().next() {
            let mut next = &rest[c.len_utf8()..];
            match c {
                '\\' if next.starts_with(['$', '{', '}', '*', '\\']) => {
                    self.text.push_str(&next[..1]);
                    next = &next[1..];
                }
                '{' => {
                    let (value, after) = self.value(next)?;
                    next = after;
                    match value {
                        Value::Text(text) => self.text.push_str(&text),
                        Value::Number(number) => self.number(number),
                        Value::Shown(Math::Num(numeral)) => self.text.push_str(&numeral),
                        Value::Shown(math) => self.math(math),
                        Value::Truth(_) => return Err(truth(rest)),
                    }
                }
                '$' if next.starts_with('$') => next = self.latex(&next[1..])?,
                '$' => next = self.mathematics(next)?,
                '*' if next.starts_with('*') => {
                    self.flush();
                    self.bold = !self.bold;
                    next = &next[1..];
                }
                c => self.text.push(c),
            }
            rest = next;
        }
        self.flush();
        if self.bold {
            Err(TextError::OpenBold(self.source.to_owned()))
        } else {
            Ok(())
        }
    }

    /// The value of the expression up to its closing brace, and what follows it.
    fn value<'s>(&self, from: &'s str) -> Result<(Value, &'s str), TextError> {
        let close = closing_brace(from).ok_or_else(|| TextError::OpenBrace(self.source.into()))?;
        let source = &from[..close];
        let value = parse(source).and_then(|expr| evaluate(&expr, self.scope));
        let value = value.map_err(|error| TextError::Expression {
            source_text: source.to_owned(),
            error,
        })?;
        Ok((value, &from[close + 1..]))
    }

    fn mathematics<'s>(&mut self, from: &'s str) -> Result<&'s str, TextError> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = from;
        loop {
            let c = rest.chars().next();
            let c = c.ok_or_else(|| TextError::OpenMath(self.source.to_owned()))?;
            let mut next = &rest[c.len_utf8()..];
            match c {
                '$' => {
                    pieces.push(Piece::Source(literal));
                    self.math(math::parse(&pieces)?);
                    return Ok(next);
                }
                '{' => {
                    let (value, after) = self.value(next)?;
                    next = after;
                    pieces.push(Piece::Source(std::mem::take(&mut literal)));
                    pieces.push(Piece::Value(match value {
                        Value::Number(number) => show::number(number),
                        Value::Shown(math) => math,
                        Value::Text(text) => Math::Words(text),
                        Value::Truth(_) => return Err(truth(rest)),
                    }));
                }
                '\\' if next.starts_with('$') => {
                    literal.push_str("\\$");
                    next = &next[1..];
                }
                c => literal.push(c),
            }
            rest = next;
        }
    }

    /// Between `$$` and `$$`: braces are LaTeX's own, so only `@{...}` puts a value in.
    fn latex<'s>(&mut self, from: &'s str) -> Result<&'s str, TextError> {
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut rest = from;
        loop {
            let c = rest.chars().next();
            let c = c.ok_or_else(|| TextError::OpenLatex(self.source.to_owned()))?;
            let mut next = &rest[c.len_utf8()..];
            match c {
                '$' if next.starts_with('$') => {
                    pieces.push(Piece::Source(literal));
                    self.math(latex::parse(&pieces)?);
                    return Ok(&next[1..]);
                }
                '@' if next.starts_with('{') => {
                    let (value, after) = self.value(&next[1..])?;
                    next = after;
                    match value {
                        Value::Number(number) => {
                            pieces.push(Piece::Source(std::mem::take(&mut literal)));
                            pieces.push(Piece::Value(show::number(number)));
                        }
                        Value::Shown(math) => {
                            pieces.push(Piece::Source(std::mem::take(&mut literal)));
                            pieces.push(Piece::Value(math));
                        }
                        // a text is LaTeX itself here: `\text{@{who}}` for words
                        Value::Text(text) => literal.push_str(&text),
                        Value::Truth(_) => return Err(truth(rest)),
                    }
                }
                '\\' => {
                    // the sign after a backslash is not the end: `\$`
                    literal.push(c);
                    if let Some(escaped) = next.chars().next() {
                        literal.push(escaped);
                        next = &next[escaped.len_utf8()..];
                    }
                }
                c => literal.push(c),
            }
            rest = next;
        }
    }

    fn number(&mut self, number: Rational) {
        match show::number(number) {
            Math::Num(numeral) => self.text.push_str(&numeral),
            math => self.math(math),
        }
    }

    fn math(&mut self, math: Math) {
        self.flush();
        self.out.push(Inline::Math(math));
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.out.push(if self.bold {
                Inline::Strong(text)
            } else {
                Inline::Text(text)
            });
        }
    }
}

fn truth(from: &str) -> TextError {
    let end = from.find('}').unwrap_or(from.len());
    let start = from.find('{').map_or(0, |at| at + 1).min(end);
    TextError::Truth(from[start..end].to_owned())
}

/// Where the brace closes, quoted texts skipped.
fn closing_brace(from: &str) -> Option<usize> {
    let mut quoted = false;
    from.char_indices().find_map(|(at, c)| {
        quoted ^= c == '\'';
        (c == '}' && !quoted).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rich::plain;

    fn scope() -> Scope {
        let mut scope = Scope::default();
        for (name, n, d) in [("a", 3, 1), ("b", 4, 1), ("x", 1, 3), ("big", 1200, 1)] {
            scope.set(name, Value::Number(Rational::new(n, d).unwrap()));
        }
        scope.set("who", Value::Text("Ana".to_owned()));
        scope
    }

    fn check(source: &str, expected: &str) {
        let composed = compose(source, &scope());
        let printed = composed.map_or_else(|e| format!("! {e}"), |rich| plain(&rich));
        assert_eq!(printed, expected, "{source}");
    }

    #[test]
    fn values_and_mathematics() {
        check("{who} has ${a}/{b}$ of {big}.", "Ana has 3/4 of 1,200.");
        check("$2 {a}/{b} + 1/2 = ?$", "2 3/4 + 1/2 = ?");
        check("$({a} + 1)/{b}$", "(3 + 1)/4");
        check("a share of {x}", "a share of 1/3");
        check("It costs \\${money(a/b)}.", "It costs $0.75.");
        check("${a} : {b}$", "3 : 4");
        check("${a} div {b} * 2 \"cups\"$", "3 ÷ 4 × 2cups");
        check("**All** of {plural(1, 'it', 'them')}", "All of it");
        check("{if(a > b, '}', 'no')}", "no");
        check(
            "$$x$ y",
            "! '$$x$ y' has $$ without its pair: $$ stands around LaTeX",
        );
        check("It is $$\\frac{@{a}}{y}$$ of {big}", "It is 3/y of 1,200");
        check(
            "$$\\$@{money(a/b)}$$, $$\\text{by @{who}}$$",
            "$0.75, by Ana",
        );
        check("${a}$${b}$", "34");
    }

    #[test]
    fn authors_are_told_what_is_wrong() {
        check("{a", "! '{a' has a { without its }");
        check(
            "$a",
            "! '$a' has a $ without its pair: write \\$ for a dollar sign",
        );
        check("**a", "! '**a' has ** without its pair");
        check(
            "{a = 3}",
            "! '{a = 3}' is true or false, which cannot be printed: use if(..., 'a', 'b')",
        );
        check(
            "$3 +* apples$",
            "! mathematics: 'apples' in '3 +* apples': put words in \"quotes\"",
        );
    }
}
