//! The grid on the page: one signal a cell, so that an answer redraws one cell and nothing else.

use std::sync::Arc;

use api::{Cell, CellUpdate, StudentRow};
use leptos::prelude::*;

use super::grid::{Applied, Grid, Place};

/// A cell with how often it changed since the page was opened; the page highlights a new change.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveCell {
    pub cell: Cell,
    pub changes: u32,
}

/// Cheap to clone: all clones are the same board.
#[derive(Clone, Debug)]
pub struct Board {
    /// Everything at once, for sums and orders. Notifies on every change.
    pub grid: ArcRwSignal<Grid>,
    cells: Arc<Vec<Vec<ArcRwSignal<LiveCell>>>>,
}

/// The same board, not one that says the same.
impl PartialEq for Board {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.cells, &other.cells)
    }
}

impl Board {
    pub fn new(grid: Grid) -> Self {
        let live = |cell: &Cell| {
            ArcRwSignal::new(LiveCell {
                cell: cell.clone(),
                changes: 0,
            })
        };
        let row = |student: &StudentRow| student.cells.iter().map(live).collect();
        let cells = grid.students().iter().map(row).collect();
        Self {
            grid: ArcRwSignal::new(grid),
            cells: Arc::new(cells),
        }
    }

    pub fn cell(&self, place: Place) -> Option<ArcRwSignal<LiveCell>> {
        self.cells.get(place.row)?.get(place.column).cloned()
    }

    pub fn apply(&self, update: &CellUpdate) -> Applied {
        // Nobody is notified of an update that changes nothing.
        let applied = self.grid.try_maybe_update(|grid| {
            let applied = grid.apply(update);
            (matches!(applied, Applied::Changed(_)), applied)
        });
        let applied = applied.unwrap_or(Applied::Same);
        if let Applied::Changed(place) = applied
            && let Some(cell) = self.cell(place)
        {
            cell.update(|live| {
                live.cell = update.cell.clone();
                live.changes += 1;
            });
        }
        applied
    }

    /// Takes in a fresh reading cell by cell. `false` when students or skills came or went: the
    /// caller then needs a new board.
    pub fn refresh(&self, fresh: &Grid) -> bool {
        if !self.grid.with_untracked(|grid| grid.same_shape(fresh)) {
            return false;
        }
        for student in fresh.students() {
            for (skill, cell) in fresh.skills().iter().zip(&student.cells) {
                let (student, skill) = (student.id, skill.code.clone());
                self.apply(&CellUpdate {
                    student,
                    skill,
                    cell: cell.clone(),
                });
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use engine::MasteryLevel;
    use leptos::reactive::owner::Owner;

    use super::super::sample::{cell, class};
    use super::*;

    #[test]
    fn a_fresh_reading_touches_only_what_changed() {
        let owner = Owner::new();
        owner.set();
        let board = Board::new(Grid::new(class(2, 2)));
        let mut data = class(2, 2);
        data.students[1].cells[0] = cell(MasteryLevel::Growing, 55);
        let fresh = Grid::new(data);
        assert!(board.refresh(&fresh));
        let changes = |row, column| {
            board
                .cell(Place { row, column })
                .unwrap()
                .with_untracked(|c| c.changes)
        };
        assert_eq!((changes(1, 0), changes(0, 0), changes(1, 1)), (1, 0, 0));
        assert!(board.refresh(&fresh));
        assert_eq!(changes(1, 0), 1);
        assert!(!board.refresh(&Grid::new(class(3, 2))));
    }
}
