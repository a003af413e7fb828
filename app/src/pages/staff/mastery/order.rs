//! Which students are shown, and in what order.

use std::cmp::Ordering;

use api::{Cell, UserId};
use engine::MasteryLevel;
use item_bank::SkillCode;

use super::attention::need;
use super::grid::{Grid, Place};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Name,
    /// Stuck first, then those who never started or went quiet, then the lowest estimates.
    Need,
    Skill(SkillCode),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// How a teacher looks at a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub by: SortBy,
    pub direction: Direction,
    pub only_attention: bool,
    pub only_assigned: bool,
}

impl View {
    /// The view after the sort button `by` was pressed: again turns the direction round.
    #[must_use]
    pub fn sorted_by(&self, by: SortBy) -> Self {
        let direction = match (self.by == by, self.direction) {
            (true, Direction::Ascending) => Direction::Descending,
            _ => Direction::Ascending,
        };
        Self {
            by,
            direction,
            ..self.clone()
        }
    }

    /// For the column head's `aria-sort`.
    pub fn aria_sort(&self, by: &SortBy) -> &'static str {
        match (self.by == *by, self.direction) {
            (false, _) => "none",
            (true, Direction::Ascending) => "ascending",
            (true, Direction::Descending) => "descending",
        }
    }
}

/// The students to show, in order.
pub fn ordered(grid: &Grid, view: &View) -> Vec<UserId> {
    let mut rows: Vec<usize> = (0..grid.students().len())
        .filter(|&row| !view.only_attention || need(grid, &grid.students()[row]).is_some())
        .collect();
    let column = match &view.by {
        SortBy::Skill(code) => grid.column_of(code),
        _ => None,
    };
    let turned = |order: Ordering| match view.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    rows.sort_by(|&a, &b| {
        // The server lists students by name, with Đỗ among the D: that order is kept.
        let by_name = || a.cmp(&b);
        match (&view.by, column) {
            (SortBy::Need, _) => turned(by_need(grid, a, b)).then_with(by_name),
            (SortBy::Skill(_), Some(column)) => {
                let cell = |row| grid.cell(Place { row, column });
                by_cell(cell(a), cell(b), turned).then_with(by_name)
            }
            _ => turned(by_name()),
        }
    });
    rows.into_iter()
        .map(|row| grid.students()[row].id)
        .collect()
}

fn by_need(grid: &Grid, a: usize, b: usize) -> Ordering {
    let urgency = |row: usize| need(grid, &grid.students()[row]).map_or(0, |need| need.urgency());
    let lowest = |row: usize| mean_percent(grid, row);
    urgency(a)
        .cmp(&urgency(b))
        .then_with(|| lowest(a).cmp(&lowest(b)))
}

/// Mean over the expected skills with an estimate; students without any come last, since nothing
/// says that they need help with the content.
fn mean_percent(grid: &Grid, row: usize) -> u32 {
    let cells = &grid.students()[row].cells;
    let known: Vec<u32> = grid
        .expected()
        .into_iter()
        .filter_map(|column| cells.get(column)?.percent.map(u32::from))
        .collect();
    if known.is_empty() {
        u32::MAX
    } else {
        known.iter().sum::<u32>() * 100 / known.len() as u32
    }
}

/// Least first; cells without enough evidence stay at the end whichever way the rest turns.
fn by_cell(a: Option<&Cell>, b: Option<&Cell>, turned: impl Fn(Ordering) -> Ordering) -> Ordering {
    let rank = |cell: Option<&Cell>| {
        let cell = cell.filter(|cell| cell.level != MasteryLevel::NotEnoughEvidence)?;
        let level = match cell.level {
            MasteryLevel::Stuck => 0,
            MasteryLevel::MasteredWithBridge => 2,
            MasteryLevel::Mastered => 3,
            _ => 1,
        };
        Some((level, cell.percent.unwrap_or(0)))
    };
    match (rank(a), rank(b)) {
        (Some(a), Some(b)) => turned(a.cmp(&b)),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, class, update, with};
    use super::*;

    fn names(grid: &Grid, view: &View) -> Vec<String> {
        let of = |id| &grid.students()[grid.row_of(id).unwrap()].name;
        ordered(grid, view)
            .into_iter()
            .map(|id| of(id)[..3].to_owned())
            .collect()
    }

    fn by(by: SortBy) -> View {
        View {
            by,
            ..View::default()
        }
    }

    #[test]
    fn names_keep_the_order_of_the_server_both_ways() {
        let grid = Grid::new(class(3, 1));
        let view = View::default();
        assert_eq!(names(&grid, &view), ["Ana", "Lia", "Zoe"]);
        let turned = view.sorted_by(SortBy::Name);
        assert_eq!(turned.aria_sort(&SortBy::Name), "descending");
        assert_eq!(names(&grid, &turned), ["Zoe", "Lia", "Ana"]);
        assert_eq!(
            turned.sorted_by(SortBy::Need).direction,
            Direction::Ascending
        );
    }

    #[test]
    fn a_skill_goes_from_stuck_to_mastered_with_the_unknown_last_both_ways() {
        let mut grid = with(
            4,
            1,
            &[(0, 0, MasteryLevel::Mastered), (3, 0, MasteryLevel::Stuck)],
        );
        let news = update(&grid, 1, 0, cell(MasteryLevel::Growing, 60));
        grid.apply(&news);
        let view = by(SortBy::Skill(grid.skills()[0].code.clone()));
        assert_eq!(names(&grid, &view), ["Min", "Lia", "Ana", "Zoe"]);
        let turned = view.sorted_by(view.by.clone());
        assert_eq!(names(&grid, &turned), ["Ana", "Lia", "Min", "Zoe"]);
        assert_eq!(turned.aria_sort(&SortBy::Name), "none");
    }

    #[test]
    fn need_puts_the_stuck_first_and_then_the_lowest() {
        let mut grid = with(
            3,
            2,
            &[(2, 1, MasteryLevel::Stuck), (0, 0, MasteryLevel::Growing)],
        );
        let news = update(&grid, 1, 0, cell(MasteryLevel::Starting, 20));
        grid.apply(&news);
        assert_eq!(names(&grid, &by(SortBy::Need)), ["Zoe", "Lia", "Ana"]);
    }

    #[test]
    fn the_filter_keeps_those_who_need_attention() {
        let grid = with(
            2,
            1,
            &[(0, 0, MasteryLevel::Stuck), (1, 0, MasteryLevel::Mastered)],
        );
        let view = View {
            only_attention: true,
            ..View::default()
        };
        assert_eq!(names(&grid, &view), ["Ana"]);
    }

    #[test]
    fn sorting_by_a_skill_that_left_the_table_falls_back_to_names() {
        let grid = Grid::new(class(3, 1));
        assert_eq!(
            names(&grid, &by(SortBy::Skill("gone".parse().unwrap()))),
            ["Ana", "Lia", "Zoe"]
        );
    }
}
