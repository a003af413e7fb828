//! A class's mastery as plain data: what it says, and what one update changes.

use std::collections::HashMap;

use api::{Cell, CellUpdate, ClassMastery, ClassSummary, SkillColumn, StudentRow, UserId};
use engine::MasteryLevel;
use item_bank::SkillCode;

/// Where a cell stands: indices into the students and skills as the server ordered them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// What became of an update.
#[derive(Clone, Debug, PartialEq)]
pub enum Applied {
    /// The cell said this already: a replay after a reconnect.
    Same,
    Changed(Place),
    /// A student or skill that the table does not have yet; it has to be read again.
    Unknown,
}

/// One column in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub mastered: usize,
    /// Students with enough evidence, mastered or not.
    pub estimated: usize,
    pub stuck: usize,
}

#[derive(Clone, Debug)]
pub struct Grid {
    data: ClassMastery,
    rows: HashMap<UserId, usize>,
    columns: HashMap<SkillCode, usize>,
}

impl Grid {
    pub fn new(data: ClassMastery) -> Self {
        let data = assigned_first(data);
        let rows = data
            .students
            .iter()
            .enumerate()
            .map(|(at, row)| (row.id, at))
            .collect();
        let columns = data
            .skills
            .iter()
            .enumerate()
            .map(|(at, skill)| (skill.code.clone(), at))
            .collect();
        Self {
            data,
            rows,
            columns,
        }
    }

    pub fn class(&self) -> &ClassSummary {
        &self.data.class
    }

    pub fn students(&self) -> &[StudentRow] {
        &self.data.students
    }

    pub fn skills(&self) -> &[SkillColumn] {
        &self.data.skills
    }

    /// The school's time: when it was last heard from.
    pub fn now_ms(&self) -> i64 {
        self.data.server_time_ms
    }

    pub fn cell(&self, place: Place) -> Option<&Cell> {
        self.data.students.get(place.row)?.cells.get(place.column)
    }

    pub fn row_of(&self, student: UserId) -> Option<usize> {
        self.rows.get(&student).copied()
    }

    pub fn column_of(&self, skill: &SkillCode) -> Option<usize> {
        self.columns.get(skill).copied()
    }

    /// Columns of skills that a pathway asks for; all of them when nothing is assigned.
    pub fn expected(&self) -> Vec<usize> {
        let assigned: Vec<usize> = (0..self.skills().len())
            .filter(|&at| self.skills()[at].assigned)
            .collect();
        if assigned.is_empty() {
            (0..self.skills().len()).collect()
        } else {
            assigned
        }
    }

    pub fn apply(&mut self, update: &CellUpdate) -> Applied {
        let (Some(row), Some(column)) =
            (self.row_of(update.student), self.column_of(&update.skill))
        else {
            return Applied::Unknown;
        };
        let student = &mut self.data.students[row];
        let Some(cell) = student.cells.get_mut(column) else {
            return Applied::Unknown;
        };
        if *cell == update.cell {
            return Applied::Same;
        }
        *cell = update.cell.clone();
        student.last_active_ms = student.last_active_ms.max(update.cell.last_ms);
        if let Some(at) = update.cell.last_ms {
            self.data.server_time_ms = self.data.server_time_ms.max(at);
        }
        Applied::Changed(Place { row, column })
    }

    /// Whether `other` has the same students and skills in the same order, so that only cells differ.
    pub fn same_shape(&self, other: &Self) -> bool {
        let ids = |grid: &Self| grid.students().iter().map(|row| row.id).collect::<Vec<_>>();
        self.skills() == other.skills() && ids(self) == ids(other)
    }

    pub fn tally(&self, column: usize) -> Tally {
        let cells = self
            .data
            .students
            .iter()
            .filter_map(|student| student.cells.get(column));
        cells.fold(Tally::default(), |tally, cell| Tally {
            mastered: tally.mastered + usize::from(cell.level.is_mastered()),
            estimated: tally.estimated + usize::from(cell.level != MasteryLevel::NotEnoughEvidence),
            stuck: tally.stuck + usize::from(cell.level == MasteryLevel::Stuck),
        })
    }
}

/// What was asked for comes first; the rest, which someone practiced on the way, after it. Within
/// both, the server's teaching order stays.
fn assigned_first(mut data: ClassMastery) -> ClassMastery {
    let mut columns: Vec<usize> = (0..data.skills.len()).collect();
    columns.sort_by_key(|&column| !data.skills[column].assigned);
    data.skills = columns
        .iter()
        .map(|&column| data.skills[column].clone())
        .collect();
    for student in &mut data.students {
        let cells = columns
            .iter()
            .filter_map(|&column| student.cells.get(column).cloned());
        student.cells = cells.collect();
    }
    data
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, class, update};
    use super::*;

    #[test]
    fn an_update_changes_one_cell_and_the_last_activity() {
        let mut grid = Grid::new(class(3, 2));
        let seen = Cell {
            last_ms: Some(9_000_000_000_000),
            ..cell(MasteryLevel::Mastered, 96)
        };
        let news = update(&grid, 1, 0, seen.clone());
        assert_eq!(
            grid.apply(&news),
            Applied::Changed(Place { row: 1, column: 0 })
        );
        assert_eq!(grid.cell(Place { row: 1, column: 0 }), Some(&seen));
        assert_eq!(grid.students()[1].last_active_ms, Some(9_000_000_000_000));
        assert_eq!(grid.now_ms(), 9_000_000_000_000);
        assert_eq!(grid.apply(&news), Applied::Same);
    }

    #[test]
    fn an_update_for_a_skill_that_is_not_shown_asks_for_a_reload() {
        let mut grid = Grid::new(class(3, 2));
        let mut news = update(&grid, 0, 0, cell(MasteryLevel::Growing, 50));
        news.skill = "9.X.9-unseen".parse().unwrap();
        assert_eq!(grid.apply(&news), Applied::Unknown);
        let mut news = update(&grid, 0, 0, cell(MasteryLevel::Growing, 50));
        news.student = UserId(uuid::Uuid::from_u128(999));
        assert_eq!(grid.apply(&news), Applied::Unknown);
    }

    #[test]
    fn tallies_count_states_and_not_numbers() {
        let mut grid = Grid::new(class(4, 1));
        for (row, level) in [
            (0, MasteryLevel::Mastered),
            (1, MasteryLevel::MasteredWithBridge),
            (2, MasteryLevel::Stuck),
        ] {
            let news = update(&grid, row, 0, cell(level, 50));
            grid.apply(&news);
        }
        assert_eq!(
            grid.tally(0),
            Tally {
                mastered: 2,
                estimated: 3,
                stuck: 1
            }
        );
        assert_eq!(grid.tally(7), Tally::default());
    }

    #[test]
    fn a_new_student_or_skill_is_another_shape() {
        let of = |students, skills| Grid::new(class(students, skills));
        assert!(of(3, 2).same_shape(&of(3, 2)));
        assert!(!of(3, 2).same_shape(&of(4, 2)));
        assert!(!of(3, 2).same_shape(&of(3, 3)));
    }

    #[test]
    fn assigned_skills_come_first_with_their_cells() {
        let mut data = class(1, 3);
        data.skills[0].assigned = false;
        data.students[0].cells[0] = cell(MasteryLevel::Growing, 51);
        let grid = Grid::new(data);
        let shorts: Vec<&str> = grid
            .skills()
            .iter()
            .map(|skill| skill.short.as_str())
            .collect();
        assert_eq!(shorts, ["Percent", "Ratio tables", "Unit rate"]);
        let moved = grid.cell(Place { row: 0, column: 2 }).unwrap();
        assert_eq!(moved.percent, Some(51));
        assert_eq!(grid.expected(), [0, 1]);
    }
}
