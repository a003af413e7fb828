//! How likely a guess is right.

use super::table;
use crate::item::{Axis, Item, Key, Wanted};
use crate::template::Kind;

impl Item {
    /// P(right by luck alone): 1/k for k choices; for multi-select, of all non-empty selections;
    /// for orders, matchings and marks, of all that could be given. What is typed is never luck.
    pub fn chance(&self) -> f64 {
        match &self.key {
            Key::Number { .. } | Key::Algebra { .. } | Key::Words(_) => 0.0,
            Key::Choices(choices) if self.kind == Kind::Choice => 1.0 / choices.len() as f64,
            Key::Choices(choices) => 1.0 / f64::from((1u32 << choices.len().min(20)) - 1),
            Key::Order { right, .. } => 1.0 / falling(right.len(), right.len()),
            Key::Match { right, pairs, .. } => 1.0 / falling(right.len(), pairs.len()),
            Key::Line { axis, wanted } => match wanted {
                Wanted::Points(points) => of_marks(axis.names.len(), points.len()),
                // both ends, each open or closed, or missing
                Wanted::Interval(_) => 1.0 / (2.0 * ticks(axis) * 2.0 * ticks(axis)),
            },
            Key::Plot { x, y, points } => of_marks(x.names.len() * y.names.len(), points.len()),
            Key::Table { rows, .. } => {
                debug_assert!(table::gaps(rows).count() > 0, "a table without gaps");
                0.0
            }
        }
    }
}

fn ticks(axis: &Axis) -> f64 {
    axis.names.len() as f64
}

/// n (n-1) ... of `count` factors.
fn falling(n: usize, count: usize) -> f64 {
    (0..count).map(|k| (n - k.min(n - 1)) as f64).product()
}

/// 1 over the ways to choose `count` of `places`; never less than a device's count of ways holds.
fn of_marks(places: usize, count: usize) -> f64 {
    let step = |ways: u64, k: u64| ways * (places as u64).saturating_sub(k).max(1) / (k + 1);
    let ways = (0..count.min(4) as u64).fold(1, step);
    1.0 / ways.min(u64::from(u32::MAX)) as f64
}
