//! Reading a number as a student writes it.

use super::plain::plain_chars;
use crate::Rational;
use crate::expr::decimal;
use crate::item::{RawAnswer, Unreadable};
use crate::rich::Math;

/// A number with the way it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadNumber {
    pub value: Rational,
    pub(super) shape: Shape,
    /// Letters that followed: `miles`, `%` when a unit is asked for.
    pub unit: Option<String>,
    /// As written, in plain digits: for showing it back.
    pub(super) digits: String,
    parts: (i128, i128, i128),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Whole,
    Decimal,
    Fraction { lowest: bool },
    Mixed { lowest: bool, proper: bool },
}

impl ReadNumber {
    /// Stacked as written, unsimplified.
    pub fn layout(&self) -> Math {
        let num = |n: i128| Math::Num(n.to_string());
        let (whole, top, bottom) = self.parts;
        let size = match self.shape {
            Shape::Whole | Shape::Decimal => Math::Num(self.digits.clone()),
            Shape::Fraction { .. } => Math::Frac(Box::new((num(top), num(bottom)))),
            Shape::Mixed { .. } => Math::Mixed(Box::new((num(whole), num(top), num(bottom)))),
        };
        match self.shape {
            Shape::Fraction { .. } | Shape::Mixed { .. } if self.value.is_negative() => {
                Math::Row(vec![Math::Op("\u{2212}".to_owned()), size])
            }
            _ => size,
        }
    }
}

/// Reads `12`, `-0.5`, `.5`, `1,200`, `$3.50`, `3/4`, `1 3/4`, `1 and 3/4`, `1½`, `25 %`, `12 miles`, with digits
/// and minus signs of any common script.
pub fn read_number(text: &str) -> Result<ReadNumber, Unreadable> {
    if text.chars().count() > RawAnswer::MAX_CHARS {
        return Err(Unreadable::TooLong);
    }
    read_plain(&text.chars().flat_map(plain_chars).collect::<String>())
}

/// The same where a comma may be the decimal mark, as much of the world writes it: `3,5`,
/// `1.234,5`, `1 234,5`. `None` when no comma can be one.
pub(super) fn read_decimal_comma(text: &str) -> Option<ReadNumber> {
    if text.chars().count() > RawAnswer::MAX_CHARS {
        return None;
    }
    let plain: String = text.chars().flat_map(plain_chars).collect();
    let (whole, part) = plain.split_once(',')?;
    if part.contains([',', '.', '/']) || !part.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut groups = whole.split(['.', ' ']).skip_while(|group| group.is_empty());
    let first = groups.next().unwrap_or_default();
    let mut count = 0;
    let grouped = groups.all(|group| {
        count += 1;
        group.len() == 3
    });
    if !grouped || (count > 0 && first.trim_start_matches(['-', '+', '$']).len() > 3) {
        return None;
    }
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    read_plain(&format!("{whole}.{part}")).ok()
}

fn read_plain(plain: &str) -> Result<ReadNumber, Unreadable> {
    // "1 and 3/4" is read aloud so, and some write it so
    let plain = if plain.contains('/') {
        plain.replacen(" and ", " ", 1)
    } else {
        plain.to_owned()
    };
    let plain = plain.trim();
    if plain.is_empty() {
        return Err(Unreadable::Empty);
    }
    let dollars = plain.contains('$');
    let plain = plain.strip_prefix('$').map_or(plain, str::trim_start);
    let (negative, size) = match plain.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (
            false,
            plain.strip_prefix('+').map_or(plain, str::trim_start),
        ),
    };
    let size = size.strip_prefix('$').map_or(size, str::trim_start);
    let (number, unit) = split_unit(size);
    let mut read = read_size(number)?;
    if negative {
        read.value = read.value.checked_neg().ok_or(Unreadable::NotANumber)?;
        read.digits.insert(0, '\u{2212}');
    }
    read.unit = match unit {
        "" => dollars.then(|| "$".to_owned()),
        unit => Some(unit.to_owned()),
    };
    Ok(read)
}

/// The digits and what is written behind them.
fn split_unit(text: &str) -> (&str, &str) {
    let unit = |c: char| c.is_alphabetic() || matches!(c, '%' | '°' | '¢');
    let cut = text.find(unit).unwrap_or(text.len());
    (text[..cut].trim_end(), text[cut..].trim_end())
}

fn read_size(text: &str) -> Result<ReadNumber, Unreadable> {
    if let Some((before, bottom)) = text.split_once('/') {
        let before = before.trim();
        let bottom = whole(bottom.trim())?;
        let (units, top) = match before.rsplit_once([' ', '-']) {
            Some((units, top)) => (Some(whole(units.trim())?), whole(top)?),
            None => (None, whole(before)?),
        };
        let part = Rational::new(top, bottom).ok_or(Unreadable::ZeroDenominator)?;
        let lowest = part.denominator() == bottom && bottom != 1 && top != 0;
        let value =
            part.checked_add(Rational::new(units.unwrap_or(0), 1).unwrap_or(Rational::ZERO));
        let value = value.ok_or(Unreadable::NotANumber)?;
        let shape = match units {
            None => Shape::Fraction { lowest },
            Some(_) => Shape::Mixed {
                lowest,
                proper: top < bottom,
            },
        };
        let parts = (units.unwrap_or(0), top, bottom);
        return Ok(ReadNumber {
            value,
            shape,
            unit: None,
            digits: text.to_owned(),
            parts,
        });
    }
    let digits = ungrouped(text).ok_or(Unreadable::NotANumber)?;
    let shape = if digits.contains('.') {
        Shape::Decimal
    } else {
        Shape::Whole
    };
    let well_formed = digits.len() <= 30
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.chars().any(|c| c.is_ascii_digit())
        && digits.matches('.').count() <= 1;
    if !well_formed {
        return Err(Unreadable::NotANumber);
    }
    let value = decimal(&digits).ok_or(Unreadable::NotANumber)?;
    Ok(ReadNumber {
        value,
        shape,
        unit: None,
        digits,
        parts: (0, 0, 1),
    })
}

fn whole(text: &str) -> Result<i128, Unreadable> {
    let digits = ungrouped(text).ok_or(Unreadable::NotANumber)?;
    if digits.is_empty() || digits.len() > 18 || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(Unreadable::NotANumber);
    }
    digits.parse().map_err(|_| Unreadable::NotANumber)
}

/// Spaces between groups of three taken out, as in `12 500`.
fn without_spaces(text: &str) -> String {
    let mut groups = text.split(' ');
    let first = groups.next().unwrap_or_default();
    let three = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    let last_may_go_on = |group: &str| three(group.split('.').next().unwrap_or_default());
    let grouped = (1..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && groups.all(last_may_go_on);
    if grouped {
        text.replace(' ', "")
    } else {
        text.to_owned()
    }
}

/// Commas between groups of three taken out; any other comma makes it no number of ours.
fn ungrouped(text: &str) -> Option<String> {
    let text = without_spaces(text);
    let text = text.as_str();
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let (whole, part) = text
        .split_once('.')
        .map_or((text, None), |(w, p)| (w, Some(p)));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    let stray = part.is_some_and(|part| part.contains(','));
    (grouped && !stray).then(|| text.replace(',', ""))
}
