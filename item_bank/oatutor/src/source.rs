//! A formula as a student would type it: `\frac{x}{3y}` as `x/(3y)`.

use item_bank::{Math, read_latex};

use crate::formula::{self, Formula};

/// `None` for what cannot be typed into one line: tables, limits, accents, words, functions.
pub(crate) fn of_latex(text: &str) -> Option<String> {
    let math = math_of(text)?;
    typed(&math)
}

/// Any answer of the pool as a formula: with dollars, without, or as programmers write it.
pub(crate) fn math_of(text: &str) -> Option<Math> {
    let plain = text.replace("$$", " ");
    let plain = if plain.contains('\\') {
        plain
    } else {
        powers(&plain.replace("**", "^"))
    };
    match formula::read(plain.trim()) {
        Formula::Latex(latex) => read_latex(&latex).ok(),
        Formula::Words(_) => None,
    }
}

/// `x^12` and `x^(n+1)` with the braces that LaTeX wants.
fn powers(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('^') {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        rest = after;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let width = if rest.starts_with('(') {
            closing(rest).map_or(0, |at| at + 1)
        } else {
            digits
        };
        if width > 0 {
            out.push('{');
            out.push_str(&rest[..width]);
            out.push('}');
            rest = &rest[width..];
        }
    }
    out + rest
}

fn closing(text: &str) -> Option<usize> {
    let mut open = 0;
    text.char_indices().find_map(|(at, c)| {
        open += i32::from(c == '(') - i32::from(c == ')');
        (open == 0).then_some(at)
    })
}

pub(crate) fn typed(math: &Math) -> Option<String> {
    written(math, Style::default())
}

/// How a formula is written where there are several ways.
#[derive(Clone, Copy, Default)]
pub(crate) struct Style {
    /// Names of functions may stand in it; our algebra has none.
    pub functions: bool,
    /// `√3` for `sqrt(3)`.
    pub signs: bool,
    /// `ln x` for `ln(x)`.
    pub bare: bool,
}

pub(crate) fn written(math: &Math, style: Style) -> Option<String> {
    let mut pieces = Vec::new();
    collect(math, style, &mut pieces)?;
    Some(joined(&pieces, style))
}

enum Piece {
    /// Stands by itself: a number, a letter, something in brackets.
    Factor(String),
    /// Takes what follows: a root or a function.
    Name(String),
    Sign(&'static str),
    Open(char),
    Close(char),
}

fn collect(math: &Math, style: Style, out: &mut Vec<Piece>) -> Option<()> {
    match math {
        Math::Row(parts) => {
            for part in parts {
                collect(part, style, out)?;
            }
        }
        Math::Num(text) => out.push(Piece::Factor(text.replace(',', ""))),
        Math::Ident(name) => {
            let letters = name.chars().all(char::is_alphabetic);
            match name.chars().count() {
                1 if letters => out.push(Piece::Factor(name.clone())),
                _ if letters && style.functions => out.push(Piece::Name(name.clone())),
                _ => return None,
            }
        }
        Math::Op(op) => out.push(sign(op)?),
        Math::Frac(parts) => {
            let bar = format!(
                "{}/{}",
                grouped(&parts.0, style)?,
                grouped(&parts.1, style)?
            );
            out.push(Piece::Factor(format!("({bar})")));
        }
        Math::Mixed(parts) => {
            let [whole, top, bottom] =
                [&parts.0, &parts.1, &parts.2].map(|part| written(part, style));
            out.push(Piece::Factor(format!("({}+{}/{})", whole?, top?, bottom?)));
        }
        Math::Sup(parts) => {
            let base = match &parts.0 {
                // `(x+1)^2` without dollars: the bracket before it is the base
                Math::Op(close) if close == ")" => {
                    out.push(Piece::Close(')'));
                    String::new()
                }
                base => grouped(base, style)?,
            };
            out.push(Piece::Factor(format!(
                "{base}^{}",
                grouped(&parts.1, style)?
            )));
        }
        Math::Sqrt(inside) if style.signs => {
            out.push(Piece::Factor(format!("√{}", grouped(inside, style)?)));
        }
        Math::Sqrt(inside) => {
            out.push(Piece::Factor(format!("sqrt({})", written(inside, style)?)));
        }
        Math::Root(parts) => {
            let (inside, index) = (grouped(&parts.0, style)?, written(&parts.1, style)?);
            out.push(Piece::Factor(format!("{inside}^(1/{index})")));
        }
        Math::Sub(parts) if style.functions && parts.0 == Math::Ident("log".to_owned()) => {
            out.push(Piece::Name(format!("log_{}", grouped(&parts.1, style)?)));
        }
        Math::Words(words) if words.trim().is_empty() => {}
        Math::Words(_)
        | Math::Sub(_)
        | Math::SubSup(_)
        | Math::Over(_)
        | Math::Table(_)
        | Math::Blank => {
            return None;
        }
    }
    Some(())
}

fn sign(op: &str) -> Option<Piece> {
    Some(match op {
        "+" => Piece::Sign("+"),
        "\u{2212}" => Piece::Sign("-"),
        "×" | "·" => Piece::Sign("*"),
        "÷" | "/" => Piece::Sign("/"),
        "=" => Piece::Sign("="),
        "<" => Piece::Sign("<"),
        ">" => Piece::Sign(">"),
        "≤" => Piece::Sign("<="),
        "≥" => Piece::Sign(">="),
        "≠" => Piece::Sign("!="),
        "√" => Piece::Name("sqrt".to_owned()),
        "(" => Piece::Open('('),
        ")" => Piece::Close(')'),
        "[" => Piece::Open('['),
        "]" => Piece::Close(']'),
        _ => return None,
    })
}

/// As one operand: in brackets unless it is one number or letter, or has brackets of its own.
fn grouped(math: &Math, style: Style) -> Option<String> {
    let text = written(math, style)?;
    let simple = text.chars().all(|c| c.is_ascii_digit() || c == '.') || text.chars().count() == 1;
    let own = text.starts_with('(') && closing(&text) == Some(text.len() - 1);
    Some(if simple || own {
        text
    } else {
        format!("({text})")
    })
}

fn joined(pieces: &[Piece], style: Style) -> String {
    let mut out = String::new();
    for (n, piece) in pieces.iter().enumerate() {
        let before = n.checked_sub(1).map(|n| &pieces[n]);
        match piece {
            Piece::Factor(text) => {
                let beside = matches!(before, Some(Piece::Factor(_) | Piece::Close(_)));
                match before {
                    Some(Piece::Name(name)) if name != "sqrt" && style.bare => {
                        out.push(' ');
                        out.push_str(text);
                    }
                    // `sqrt101`, `ln x`: what follows is all it takes
                    Some(Piece::Name(_)) => out.push_str(&bracketed(text)),
                    _ if beside && text.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
                        out.push('*');
                        out.push_str(text);
                    }
                    _ => out.push_str(text),
                }
            }
            Piece::Name(name) => out.push_str(name),
            Piece::Sign(sign) => out.push_str(sign),
            Piece::Open(c) | Piece::Close(c) => out.push(*c),
        }
    }
    // a lone fraction needs no brackets
    match pieces {
        [Piece::Factor(text)] if text.starts_with('(') && closing(text) == Some(text.len() - 1) => {
            text[1..text.len() - 1].to_owned()
        }
        _ => out,
    }
}

fn bracketed(text: &str) -> String {
    if text.starts_with('(') && closing(text) == Some(text.len() - 1) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_as_typed() {
        let check = |text: &str, expected: &str| {
            assert_eq!(of_latex(text).as_deref().unwrap_or("!"), expected, "{text}");
        };
        check(r"$$\frac{x}{3y}$$", "x/(3y)");
        check(r"$$\left(6x+7y\right)^2$$", "(6x+7y)^2");
        check(
            r"$$3x^2-11x+24$$ - $$\frac{45}{x+2}$$",
            "3x^2-11x+24-(45/(x+2))",
        );
        check(r"$$\frac{1}{25} x^2$$", "(1/25)x^2");
        check(r"$$15\sqrt{3}$$", "15sqrt(3)");
        check(r"$$b=\frac{2A}{h}$$", "b=((2A)/h)");
        check(r"$$5\times{10}^{\left(-3\right)}$$", "5*10^(-3)");
        check("3x**2(x**2-2x+ 1)", "3x^2(x^2-2x+1)");
        check("x**12", "x^12");
        check("10i/√101-j/√101", "10i/sqrt(101)-j/sqrt(101)");
        check("(x-1)^2", "(x-1)^2");
        check("3theta", "3θ");
        check(r"$$\frac{1}{{\theta}^7}$$", "1/(θ^7)");
        check(r"$$4\ln\left(x\right)$$", "!");
        check(r"$$\begin{bmatrix} 1 \end{bmatrix}$$", "!");
        check("The boys", "!");
    }
}
