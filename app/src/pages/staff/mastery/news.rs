//! What changed while the teacher watched, said politely and in one breath.

use engine::MasteryLevel;

use super::grid::{Grid, Place};
use super::level::level_in_sentence;
use crate::pages::staff::words::mid_sentence;

/// Changes since the last announcement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    changed: Vec<Place>,
}

/// Cells named in one announcement; a lesson of 30 students would otherwise never stop talking.
const NAMED: usize = 2;

impl News {
    /// `true` when it is the first since [`News::take`]: the caller sets a timer for the rest.
    pub fn note(&mut self, place: Place) -> bool {
        let first = self.changed.is_empty();
        // A cell that changes twice is told once, with what it says in the end.
        self.changed.retain(|seen| *seen != place);
        self.changed.push(place);
        first
    }

    /// The announcement, and an empty slate.
    pub fn take(&mut self, grid: &Grid) -> Option<String> {
        let changed = std::mem::take(&mut self.changed);
        let (mut notable, mut rest): (Vec<&Place>, Vec<&Place>) =
            changed.iter().partition(|place| {
                grid.cell(**place).is_some_and(|cell| {
                    cell.level.is_mastered() || cell.level == MasteryLevel::Stuck
                })
            });
        notable.append(&mut rest);
        let named: Vec<String> = notable
            .iter()
            .take(NAMED)
            .filter_map(|place| told(grid, **place))
            .collect();
        match (changed.len(), named.is_empty()) {
            (0, _) | (_, true) => None,
            (count, _) if count <= NAMED => Some(format!("{}.", named.join("; "))),
            (count, _) => Some(format!("{count} cells changed. {}.", named.join("; "))),
        }
    }
}

fn told(grid: &Grid, place: Place) -> Option<String> {
    let student = grid.students().get(place.row)?;
    let skill = grid.skills().get(place.column)?;
    let cell = grid.cell(place)?;
    let level = level_in_sentence(cell.level);
    let skill = mid_sentence(&skill.short);
    Some(match cell.percent {
        Some(percent) => format!("{}, {skill}: {level}, {percent}%", student.name),
        None => format!("{}, {skill}: {level}", student.name),
    })
}

#[cfg(test)]
mod tests {
    use engine::MasteryLevel::{Growing, Mastered, Stuck};

    use super::super::sample::with;
    use super::*;

    fn at(row: usize, column: usize) -> Place {
        Place { row, column }
    }

    #[test]
    fn one_change_is_told_whole() {
        let grid = with(2, 2, &[(0, 0, Growing)]);
        let mut news = News::default();
        assert!(news.note(at(0, 0)));
        assert!(!news.note(at(0, 0)));
        assert_eq!(
            news.take(&grid).unwrap(),
            "Ana Rivera, unit rate: growing, 50%."
        );
        assert_eq!(news.take(&grid), None);
    }

    #[test]
    fn many_are_counted_and_the_telling_ones_named() {
        let grid = with(
            4,
            1,
            &[
                (0, 0, Growing),
                (1, 0, Growing),
                (2, 0, Stuck),
                (3, 0, Mastered),
            ],
        );
        let mut news = News::default();
        for row in 0..4 {
            news.note(at(row, 0));
        }
        assert_eq!(
            news.take(&grid).unwrap(),
            "4 cells changed. Zoe Abbott, unit rate: stuck, 50%; Minh Tran, unit rate: mastered, 50%."
        );
    }
}
