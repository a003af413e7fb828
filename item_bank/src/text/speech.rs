//! Mathematics said aloud in English, for the names of choices and buttons.

use crate::rich::{Inline, Math};

/// The text of a run as it would be read out.
pub fn spoken(rich: &[Inline]) -> String {
    let words: String = rich
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Strong(text) => text.clone(),
            Inline::Term(mark) => mark.text.clone(),
            Inline::Math(math) => format!(" {} ", math.spoken()),
        })
        .collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    [" .", " ,", " ?", " ;"]
        .iter()
        .fold(words, |text, gap| text.replace(gap, &gap[1..]))
}

impl Math {
    /// `1 and 3 fourths plus blank`.
    pub fn spoken(&self) -> String {
        match self {
            Self::Row(parts) => {
                let sign = |at: usize| parts[at].is_sign(at.checked_sub(1).map(|n| &parts[n]));
                let part = |(at, part): (usize, &Self)| {
                    if sign(at) {
                        "negative".to_owned()
                    } else {
                        part.spoken()
                    }
                };
                let parts = parts.iter().enumerate().map(part);
                parts.collect::<Vec<_>>().join(" ")
            }
            Self::Num(text) => text
                .strip_prefix('\u{2212}')
                .map_or_else(|| text.clone(), |size| format!("negative {size}")),
            Self::Ident(text) => name(text).to_owned(),
            Self::Words(text) => text.clone(),
            Self::Op(op) => operator(op).to_owned(),
            Self::Frac(parts) => fraction(&parts.0, &parts.1),
            Self::Mixed(parts) => {
                format!("{} and {}", parts.0.spoken(), fraction(&parts.1, &parts.2))
            }
            Self::Sup(parts) if parts.1 == Self::Num("2".to_owned()) => {
                format!("{} squared", parts.0.spoken())
            }
            Self::Sup(parts) => match &parts.1 {
                Self::Op(prime) if prime.starts_with('′') => {
                    let times = " prime".repeat(prime.chars().count());
                    format!("{}{times}", parts.0.spoken())
                }
                power if is_long(power) => {
                    format!(
                        "{} to the power {} end power",
                        parts.0.spoken(),
                        power.spoken()
                    )
                }
                power => format!("{} to the power {}", parts.0.spoken(), power.spoken()),
            },
            Self::Sub(parts) => format!("{} sub {}", parts.0.spoken(), parts.1.spoken()),
            Self::SubSup(parts) if matches!(parts.0, Self::Op(_)) => format!(
                "{} from {} to {} of",
                parts.0.spoken(),
                parts.1.spoken(),
                parts.2.spoken()
            ),
            Self::SubSup(parts) => {
                let base = Self::Sub(Box::new((parts.0.clone(), parts.1.clone())));
                Self::Sup(Box::new((base, parts.2.clone()))).spoken()
            }
            Self::Sqrt(inside) => root("square", inside),
            Self::Root(parts) if parts.1 == Self::Num("3".to_owned()) => root("cube", &parts.0),
            Self::Root(parts) => root(&format!("{}-th", parts.1.spoken()), &parts.0),
            Self::Over(parts) => format!("{} {}", parts.0.spoken(), accent(&parts.1)),
            Self::Table(rows) => {
                let row = |(n, row): (usize, &Vec<Self>)| {
                    let cells: Vec<_> = row.iter().map(Self::spoken).collect();
                    format!("row {}: {}", n + 1, cells.join(", "))
                };
                let rows: Vec<_> = rows.iter().enumerate().map(row).collect();
                format!("{};", rows.join("; "))
            }
            Self::Blank => "blank".to_owned(),
        }
    }
}

fn root(kind: &str, inside: &Math) -> String {
    let end = if is_long(inside) { " end root" } else { "" };
    format!("the {kind} root of {}{end}", inside.spoken())
}

/// A part that would otherwise run into what stands beside the fraction.
fn is_sum(math: &Math) -> bool {
    let sign =
        |part: &Math| matches!(part, Math::Op(op) if matches!(&**op, "+" | "\u{2212}" | "±" | "×"));
    matches!(math, Math::Row(parts) if parts.iter().skip(1).any(sign))
}

/// Where the ear needs to be told the end.
fn is_long(math: &Math) -> bool {
    matches!(math, Math::Row(parts) if parts.len() > 1)
}

fn accent(mark: &str) -> &str {
    match mark {
        "¯" => "bar",
        "^" => "hat",
        "→" => "vector",
        "↔" => "line",
        "~" => "tilde",
        _ => "dot",
    }
}

fn name(name: &str) -> &str {
    match name {
        "sin" => "sine",
        "cos" => "cosine",
        "tan" => "tangent",
        "sec" => "secant",
        "csc" => "cosecant",
        "cot" => "cotangent",
        "ln" => "natural log",
        "lim" => "the limit",
        "∞" => "infinity",
        "∅" => "the empty set",
        "∠" => "angle",
        other => other,
    }
}

fn operator(op: &str) -> &str {
    match op {
        "+" => "plus",
        "\u{2212}" => "minus",
        "×" | "·" => "times",
        "÷" => "divided by",
        "=" => "equals",
        "≠" => "is not equal to",
        "<" => "is less than",
        ">" => "is greater than",
        "≤" => "is at most",
        "≥" => "is at least",
        ":" | "→" => "to",
        "%" => "percent",
        "$" => "dollars",
        "(" => "open parenthesis",
        ")" => "close parenthesis",
        "[" => "open bracket",
        "]" => "close bracket",
        "{" => "open brace",
        "}" => "close brace",
        "|" => "bar",
        "/" => "over",
        "±" => "plus or minus",
        "≈" => "is about",
        "∪" => "union",
        "∩" => "intersection",
        "∈" => "in",
        "∑" => "the sum",
        "∫" => "the integral",
        "°" => "degrees",
        "∥" => "is parallel to",
        "⊥" => "is perpendicular to",
        "!" => "factorial",
        "…" => "and so on",
        other => other,
    }
}

fn fraction(top: &Math, bottom: &Math) -> String {
    let (Math::Num(n), Math::Num(d)) = (top, bottom) else {
        let (top, bottom, long) = (top.spoken(), bottom.spoken(), is_sum(top) || is_sum(bottom));
        return if long {
            format!("the fraction {top} over {bottom} end fraction")
        } else {
            format!("{top} over {bottom}")
        };
    };
    let (one, many) = match d.as_str() {
        "2" => ("half", "halves"),
        "3" => ("third", "thirds"),
        "4" => ("fourth", "fourths"),
        "5" => ("fifth", "fifths"),
        "6" => ("sixth", "sixths"),
        "7" => ("seventh", "sevenths"),
        "8" => ("eighth", "eighths"),
        "9" => ("ninth", "ninths"),
        "10" => ("tenth", "tenths"),
        "11" => ("eleventh", "elevenths"),
        "12" => ("twelfth", "twelfths"),
        "100" => ("hundredth", "hundredths"),
        _ => return format!("{n} over {d}"),
    };
    format!("{n} {}", if n == "1" { one } else { many })
}

#[cfg(test)]
mod tests {
    use crate::expr::Scope;
    use crate::rich::spoken;
    use crate::text::compose;

    #[test]
    fn reads_as_a_teacher_would() {
        let check = |source: &str, expected: &str| {
            assert_eq!(
                spoken(&compose(source, &Scope::default()).unwrap()),
                expected
            );
        };
        check(
            "$1 3/4 + 1/2 = ?$",
            "1 and 3 fourths plus 1 half equals blank",
        );
        check("About $5/17$, or $3 : 4$.", "About 5 over 17, or 3 to 4.");
        check("$(a + 1)/2$", "the fraction a plus 1 over 2 end fraction");
        check(
            "$$\\sqrt{x-4}+2$$ or $$\\sqrt[3]{x}$$",
            "the square root of x minus 4 end root plus 2 or the cube root of x",
        );
        check(
            "$$\\int_0^1 f'(x_1)$$",
            "the integral from 0 to 1 of f prime open parenthesis x sub 1 close parenthesis",
        );
        check(
            "$-3/4 - (-2)$",
            "negative 3 fourths minus open parenthesis negative 2 close parenthesis",
        );
    }
}
