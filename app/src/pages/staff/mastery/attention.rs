//! Who needs the teacher, and why.

use api::StudentRow;
use engine::MasteryLevel;

use super::grid::Grid;
use crate::pages::staff::words::{counted, mid_sentence};

/// A school week without an answer is worth a word with the student.
pub const QUIET_AFTER_DAYS: i64 = 7;

const DAY_MS: i64 = 86_400_000;

/// Why a student needs attention. Stuck comes first: practice alone will not help there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// Columns on which ten questions brought no progress; never empty.
    Stuck(Vec<usize>),
    /// Something is assigned and nothing was ever answered.
    NotStarted,
    /// Days since the last answer.
    Quiet(i64),
}

pub fn need(grid: &Grid, student: &StudentRow) -> Option<Need> {
    let stuck: Vec<usize> = student
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.level == MasteryLevel::Stuck)
        .map(|(column, _)| column)
        .collect();
    if !stuck.is_empty() {
        return Some(Need::Stuck(stuck));
    }
    if !grid.skills().iter().any(|skill| skill.assigned) {
        return None;
    }
    match student.last_active_ms {
        None => Some(Need::NotStarted),
        Some(at) => {
            let days = (grid.now_ms() - at) / DAY_MS;
            (days >= QUIET_AFTER_DAYS).then_some(Need::Quiet(days))
        }
    }
}

/// Whether the student answered within the last week.
pub fn is_active(grid: &Grid, student: &StudentRow) -> bool {
    student
        .last_active_ms
        .is_some_and(|at| grid.now_ms() - at < QUIET_AFTER_DAYS * DAY_MS)
}

impl Need {
    /// In a few words, to stand under a name.
    pub fn said(&self, grid: &Grid) -> String {
        match self {
            Self::Stuck(columns) => match columns.as_slice() {
                [only] => match grid.skills().get(*only) {
                    Some(skill) => format!("stuck on {}", mid_sentence(&skill.short)),
                    None => "stuck".to_owned(),
                },
                many => format!("stuck on {} skills", many.len()),
            },
            Self::NotStarted => "has not started".to_owned(),
            Self::Quiet(days) => {
                format!("no answers for {}", counted(*days as usize, "day", "days"))
            }
        }
    }

    /// Lower is more urgent; for ordering.
    pub fn urgency(&self) -> i64 {
        match self {
            Self::Stuck(columns) => -1_000_000 - columns.len() as i64,
            Self::NotStarted => -100_000,
            Self::Quiet(days) => -days.clamp(&0, &99_999),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{NOW_MS, class, with};
    use super::*;

    fn of(grid: &Grid, row: usize) -> Option<Need> {
        need(grid, &grid.students()[row])
    }

    #[test]
    fn stuck_names_the_skill_and_outranks_the_rest() {
        let grid = with(
            2,
            2,
            &[(0, 0, MasteryLevel::Stuck), (1, 0, MasteryLevel::Growing)],
        );
        let found = of(&grid, 0).unwrap();
        assert_eq!(found, Need::Stuck(vec![0]));
        assert_eq!(found.said(&grid), "stuck on unit rate");
        assert_eq!(of(&grid, 1), None);
        assert!(found.urgency() < Need::NotStarted.urgency());
        assert!(Need::NotStarted.urgency() < Need::Quiet(400).urgency());
        assert_eq!(Need::Stuck(vec![0, 1]).said(&grid), "stuck on 2 skills");
    }

    #[test]
    fn silence_is_a_need_only_where_something_is_assigned() {
        let mut data = class(3, 1);
        data.students[0].last_active_ms = Some(NOW_MS - 9 * DAY_MS);
        data.students[1].last_active_ms = Some(NOW_MS - 6 * DAY_MS);
        let grid = Grid::new(data.clone());
        assert_eq!(of(&grid, 0), Some(Need::Quiet(9)));
        assert_eq!(of(&grid, 1), None);
        assert_eq!(of(&grid, 2), Some(Need::NotStarted));
        assert!(is_active(&grid, &grid.students()[1]) && !is_active(&grid, &grid.students()[0]));

        data.skills[0].assigned = false;
        assert_eq!(of(&Grid::new(data), 2), None);
    }
}
