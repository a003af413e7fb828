//! Orders, matchings and marks.

use super::{WRONG, unreadable};
use crate::item::{Axis, Interval, Part, RawAnswer, Unreadable, Verdict, Wanted};

/// A left side that nothing was chosen for.
const NOT_JOINED: u8 = u8::MAX;

pub(super) fn order(right: &[u8], given: &[u8]) -> Verdict {
    let mut each: Vec<u8> = given.to_vec();
    each.sort_unstable();
    if !each.iter().map(|&n| usize::from(n)).eq(0..right.len()) {
        return unreadable(Unreadable::WrongKind);
    }
    verdict(right == given)
}

pub(super) fn matched(pairs: &[u8], rights: usize, given: &[u8]) -> Verdict {
    if given.contains(&NOT_JOINED) || given.len() < pairs.len() {
        return unreadable(Unreadable::Incomplete);
    }
    if given.len() > pairs.len() || given.iter().any(|&n| usize::from(n) >= rights) {
        return unreadable(Unreadable::WrongKind);
    }
    verdict(pairs == given)
}

pub(super) fn line(axis: &Axis, wanted: &Wanted, given: &RawAnswer) -> Verdict {
    match (wanted, given) {
        (Wanted::Points(wanted), RawAnswer::Points(given)) => {
            let wanted: Vec<[i32; 2]> = wanted.iter().map(|&at| [at, 0]).collect();
            let flat = |point: &[i32; 2]| axis.name(point[0]).is_some() && point[1] == 0;
            marks(&wanted, given, flat)
        }
        (Wanted::Interval(wanted), RawAnswer::Interval(given)) => interval(axis, *wanted, *given),
        _ => unreadable(Unreadable::WrongKind),
    }
}

pub(super) fn plot([x, y]: [&Axis; 2], wanted: &[[i32; 2]], given: &[[i32; 2]]) -> Verdict {
    let on = |point: &[i32; 2]| x.name(point[0]).is_some() && y.name(point[1]).is_some();
    marks(wanted, given, on)
}

/// `wanted` is sorted and has nothing twice.
fn marks(wanted: &[[i32; 2]], given: &[[i32; 2]], on: impl Fn(&[i32; 2]) -> bool) -> Verdict {
    let mut given = given.to_vec();
    given.sort_unstable();
    given.dedup();
    if given.is_empty() {
        return unreadable(Unreadable::Empty);
    }
    if !given.iter().all(on) {
        return unreadable(Unreadable::WrongKind);
    }
    if given.len() < wanted.len() {
        return unreadable(Unreadable::Incomplete);
    }
    verdict(wanted == given)
}

fn interval(axis: &Axis, wanted: Interval, given: Interval) -> Verdict {
    let ends = [given.from, given.to];
    if ends == [None, None] {
        return unreadable(Unreadable::Empty);
    }
    if ends.iter().flatten().any(|end| axis.name(end.at).is_none()) {
        return unreadable(Unreadable::WrongKind);
    }
    verdict(wanted == given)
}

fn verdict(right: bool) -> Verdict {
    if right { Verdict::Correct } else { WRONG }
}

/// The texts at these positions.
pub(super) fn texts<'a>(parts: &'a [Part], at: &'a [u8]) -> impl Iterator<Item = &'a Part> {
    at.iter().filter_map(|&n| parts.get(usize::from(n)))
}
