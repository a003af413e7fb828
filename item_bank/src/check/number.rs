//! Numbers: the value decides, the form may be asked for, a unit may be needed.

use super::read::{ReadNumber, Shape, read_decimal_comma, read_number};
use super::{almost, unit, unreadable, wrong};
use crate::Rational;
use crate::item::{Almost, Foreseen, Item, Unreadable, Verdict};
use crate::template::{Form, Kind};

pub(super) fn verdict(item: &Item, value: Rational, form: Form, text: &str) -> Verdict {
    let verdict = match read_number(text) {
        Ok(read) => of_read(item, value, form, &read),
        Err(why) => unreadable(why),
    };
    if matches!(verdict, Verdict::Correct | Verdict::Almost { .. }) {
        return verdict;
    }
    // Only ever in the student's favor: a comma that is no decimal mark stays what it was.
    let with_comma = read_decimal_comma(text).map(|read| of_read(item, value, form, &read));
    match with_comma {
        Some(fair @ (Verdict::Correct | Verdict::Almost { .. })) => fair,
        _ => verdict,
    }
}

fn of_read(item: &Item, value: Rational, form: Form, read: &ReadNumber) -> Verdict {
    let asked = item.unit.as_deref();
    let wanted = form
        .places()
        .map_or(value, |places| rounded(value, places).unwrap_or(value));
    if read.value != wanted {
        if unrounded(read.value, value, wanted, form) {
            return almost(Almost::NotRounded);
        }
        if item.kind == Kind::Percent && read.unit.is_none() && is_hundredth(read.value, value) {
            return almost(Almost::NotPercent);
        }
        if let (Some(given), Some(asked)) = (read.unit.as_deref(), asked)
            && unit::converts((read.value, given), (wanted, asked))
        {
            return almost(Almost::WrongUnit);
        }
        let foreseen = |m: &crate::Misconception| m.answer == Foreseen::Value(read.value);
        return wrong(item.misconceptions.iter().position(foreseen));
    }
    match (read.unit.as_deref(), asked) {
        (None, Some(_)) if item.kind == Kind::Quantity => return almost(Almost::MissingUnit),
        // a price is a price with its sign or without
        (None, _) | (Some("$"), None) => {}
        (Some(given), Some(asked)) if unit::same(given, asked) => {}
        _ => return almost(Almost::WrongUnit),
    }
    form_of(form, read).map_or(Verdict::Correct, almost)
}

/// Half away from zero, as it is taught.
pub(super) fn rounded(value: Rational, places: i32) -> Option<Rational> {
    let ten = Rational::whole(10).checked_pow(i128::from(places))?;
    let half = Rational::new(1, 2)?;
    let size = value.checked_abs()?.checked_mul(ten)?.checked_add(half)?;
    let size = size.floor().checked_div(ten)?;
    if value.is_negative() {
        size.checked_neg()
    } else {
        Some(size)
    }
}

/// At least as near as the rounded value, and not rounded as far.
fn unrounded(given: Rational, value: Rational, wanted: Rational, form: Form) -> bool {
    let Some(places) = form.places() else {
        return false;
    };
    let off = |a: Rational| a.checked_sub(value).and_then(Rational::checked_abs);
    rounded(given, places) == Some(wanted)
        && matches!((off(given), off(wanted)), (Some(given), Some(wanted)) if given <= wanted)
}

fn is_hundredth(given: Rational, percent: Rational) -> bool {
    given.checked_mul(Rational::whole(100)) == Some(percent)
}

/// What the form still lacks, if anything.
fn form_of(form: Form, read: &ReadNumber) -> Option<Almost> {
    let (lowest, proper) = match read.shape {
        Shape::Whole | Shape::Decimal => (true, true),
        Shape::Fraction { lowest } => (lowest, true),
        Shape::Mixed { lowest, proper } => (lowest, proper),
    };
    let point = read.shape == Shape::Decimal && !read.value.is_whole();
    let bar = matches!(read.shape, Shape::Fraction { .. } | Shape::Mixed { .. });
    let over_one = read
        .value
        .checked_abs()
        .is_none_or(|size| size >= Rational::ONE);
    let top_heavy = matches!(read.shape, Shape::Fraction { .. }) && over_one;
    match form {
        Form::Decimal => bar.then_some(Almost::NotDecimal),
        Form::Mixed if point || top_heavy || !proper => Some(Almost::NotMixed),
        Form::Simplest if point || !proper => Some(Almost::NotSimplest),
        Form::Simplest | Form::Mixed => (!lowest).then_some(Almost::NotSimplest),
        _ => None,
    }
}

/// A scaffold's or a table's number: the value alone.
pub(super) fn value_of(text: &str, wanted: Rational) -> Result<bool, Unreadable> {
    match read_number(text) {
        Ok(read) if read.value == wanted => Ok(true),
        other => match read_decimal_comma(text) {
            Some(read) if read.value == wanted => Ok(true),
            _ => other.map(|_| false),
        },
    }
}
