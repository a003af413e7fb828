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
            Self::Ident(text) | Self::Words(text) => text.clone(),
            Self::Op(op) => operator(op).to_owned(),
            Self::Frac(parts) => fraction(&parts.0, &parts.1),
            Self::Mixed(parts) => {
                format!("{} and {}", parts.0.spoken(), fraction(&parts.1, &parts.2))
            }
            Self::Sup(parts) if parts.1 == Self::Num("2".to_owned()) => {
                format!("{} squared", parts.0.spoken())
            }
            Self::Sup(parts) => format!("{} to the power {}", parts.0.spoken(), parts.1.spoken()),
            Self::Blank => "blank".to_owned(),
        }
    }
}

fn operator(op: &str) -> &str {
    match op {
        "+" => "plus",
        "\u{2212}" => "minus",
        "×" => "times",
        "÷" => "divided by",
        "=" => "equals",
        "≠" => "is not equal to",
        "<" => "is less than",
        ">" => "is greater than",
        "≤" => "is at most",
        "≥" => "is at least",
        ":" => "to",
        "%" => "percent",
        "$" => "dollars",
        "(" => "open parenthesis",
        ")" => "close parenthesis",
        other => other,
    }
}

fn fraction(top: &Math, bottom: &Math) -> String {
    let (Math::Num(n), Math::Num(d)) = (top, bottom) else {
        return format!("{} over {}", top.spoken(), bottom.spoken());
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
        check("$(a + 1)/2$", "a plus 1 over 2");
        check(
            "$-3/4 - (-2)$",
            "negative 3 fourths minus open parenthesis negative 2 close parenthesis",
        );
    }
}
