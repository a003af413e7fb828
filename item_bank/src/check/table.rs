//! Tables with gaps.

use super::number::value_of;
use super::{WRONG, unreadable};
use crate::item::{Cell, Unreadable, Verdict};
use crate::rational::Rational;

pub(super) fn gaps(rows: &[Vec<Cell>]) -> impl Iterator<Item = Rational> {
    rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Gap(value) => Some(*value),
        Cell::Given(_) => None,
    })
}

/// Every gap is to be filled, and each with its value.
pub(super) fn verdict(rows: &[Vec<Cell>], given: &[String]) -> Verdict {
    if given.iter().all(|text| text.trim().is_empty()) {
        return unreadable(Unreadable::Empty);
    }
    let count = gaps(rows).count();
    if given.len() > count {
        return unreadable(Unreadable::WrongKind);
    }
    if given.len() < count || given.iter().any(|text| text.trim().is_empty()) {
        return unreadable(Unreadable::Incomplete);
    }
    let mut right = true;
    for (text, value) in given.iter().zip(gaps(rows)) {
        match value_of(text, value) {
            Ok(this) => right &= this,
            Err(why) => return unreadable(why),
        }
    }
    if right { Verdict::Correct } else { WRONG }
}
