//! Numbers as printed.

use crate::Rational;
use crate::expr::{ExprError, Value};
use crate::rich::Math;

/// A typographic minus.
const MINUS: char = '\u{2212}';

/// A whole number or finite decimal as a numeral, anything else as a fraction.
pub(crate) fn number(value: Rational) -> Math {
    value
        .to_decimal(0)
        .map_or_else(|| fraction(value), |text| Math::Num(numeral(&text)))
}

/// Dollars: whole, or with two places for cents.
pub(crate) fn money(value: Rational) -> Math {
    let places = if value.is_whole() { 0 } else { 2 };
    value
        .to_decimal(places)
        .map_or_else(|| fraction(value), |text| Math::Num(numeral(&text)))
}

pub(crate) fn fraction(value: Rational) -> Math {
    let part = |n: i128| Math::Num(numeral(&n.unsigned_abs().to_string()));
    signed(
        value,
        Math::Frac(Box::new((
            part(value.numerator()),
            part(value.denominator()),
        ))),
    )
}

/// Lowest terms, or a whole number.
pub(crate) fn simplest(value: Rational) -> Math {
    if value.is_whole() {
        number(value)
    } else {
        fraction(value)
    }
}

/// `1 3/4`; a proper fraction or a whole number where it is one.
pub(crate) fn mixed(value: Rational) -> Math {
    let size = value.checked_abs().unwrap_or(value);
    let whole = size.floor();
    let rest = size.checked_sub(whole).unwrap_or(Rational::ZERO);
    if rest == Rational::ZERO || whole == Rational::ZERO {
        return simplest(value);
    }
    let part = |n: i128| Math::Num(numeral(&n.to_string()));
    let parts = (
        part(whole.numerator()),
        part(rest.numerator()),
        part(rest.denominator()),
    );
    signed(value, Math::Mixed(Box::new(parts)))
}

fn signed(value: Rational, size: Math) -> Math {
    if value.is_negative() {
        Math::Row(vec![Math::Op(MINUS.to_string()), size])
    } else {
        size
    }
}

/// Groups of three from a thousand on, a typographic minus.
pub(crate) fn numeral(text: &str) -> String {
    let (sign, size) = text
        .strip_prefix('-')
        .map_or(("", text), |rest| ("-", rest));
    let (whole, part) = size
        .split_once('.')
        .map_or((size, None), |(w, p)| (w, Some(p)));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if sign.is_empty() {
        String::new()
    } else {
        MINUS.to_string()
    };
    part.map_or_else(
        || format!("{sign}{grouped}"),
        |part| format!("{sign}{grouped}.{part}"),
    )
}

/// The layout functions of the expression language.
pub(crate) fn formatted(name: &str, value: Rational) -> Result<Value, ExprError> {
    let decimal = |value: Rational, places| {
        let text = value.to_decimal(places);
        let text = text.ok_or_else(|| ExprError::NoFiniteDecimal(value.to_string()))?;
        Ok(Value::Shown(Math::Num(numeral(&text))))
    };
    match name {
        "simplest" => Ok(Value::Shown(simplest(value))),
        "mixed" => Ok(Value::Shown(mixed(value))),
        "fraction" => Ok(Value::Shown(fraction(value))),
        "percent" => {
            let hundredfold = value
                .checked_mul(Rational::whole(100))
                .ok_or(ExprError::Overflow)?;
            decimal(hundredfold, 0)
        }
        "money" => decimal(value, 2),
        _ => decimal(value, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(n: i128, d: i128, printed: &str) {
        assert_eq!(number(Rational::new(n, d).unwrap()).plain(), printed);
    }

    #[test]
    fn numerals() {
        check(12, 1, "12");
        check(1_234_567, 1, "1,234,567");
        check(3, 4, "0.75");
        check(1, 3, "1/3");
        check(-5, 2, "\u{2212}2.5");
        assert_eq!(
            mixed(Rational::new(-7, 4).unwrap()).plain(),
            "\u{2212}1 3/4"
        );
    }
}
