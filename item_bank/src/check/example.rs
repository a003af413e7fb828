//! Right answers as a student could give them: for checks, demonstrations and measurements.

use super::table;
use crate::item::{Item, Key, RawAnswer, Wanted};
use crate::rich::plain;

impl Item {
    /// One right answer as printed, and where several are listed, each.
    pub fn right_answers(&self) -> Vec<RawAnswer> {
        let positions = |right: Vec<u8>| vec![RawAnswer::Choices(right)];
        match &self.key {
            Key::Number { .. } => vec![RawAnswer::Text(plain(&self.key_rich()))],
            Key::Algebra { text, .. } => vec![RawAnswer::Text(text.clone())],
            Key::Words(accept) => accept.iter().cloned().map(RawAnswer::Text).collect(),
            Key::Choices(choices) => {
                let right = (0..)
                    .zip(choices)
                    .filter(|(_, c)| c.correct)
                    .map(|(n, _)| n);
                match (right.collect::<Vec<u8>>(), self.kind) {
                    (right, crate::Kind::MultiSelect) => positions(right),
                    (right, _) => right.into_iter().map(RawAnswer::Choice).collect(),
                }
            }
            Key::Order { right, .. } => positions(right.clone()),
            Key::Match { pairs, .. } => positions(pairs.clone()),
            Key::Line { wanted, .. } => match wanted {
                Wanted::Points(points) => {
                    vec![RawAnswer::Points(
                        points.iter().map(|&at| [at, 0]).collect(),
                    )]
                }
                Wanted::Interval(interval) => vec![RawAnswer::Interval(*interval)],
            },
            Key::Plot { points, .. } => vec![RawAnswer::Points(points.clone())],
            Key::Table { rows, .. } => {
                let cells = table::gaps(rows).map(|value| value.to_string());
                vec![RawAnswer::Cells(cells.collect())]
            }
        }
    }
}
