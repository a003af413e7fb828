//! The sentence above the table: what a teacher in a hurry takes away.

use super::attention::is_active;
use super::grid::Grid;
use crate::pages::staff::words::{counted, listed, mid_sentence};

/// "18 of 30 students have mastered at least half of the 6 assigned skills; 3 are stuck on unit
/// rate." in parts, so that the second can stand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub lead: String,
    pub stuck: Option<String>,
    /// A quieter second sentence.
    pub active: Option<String>,
}

/// Skills named before the rest is only counted.
const NAMED: usize = 2;

pub fn summary(grid: &Grid) -> Summary {
    let only = |lead: &str| Summary {
        lead: lead.to_owned(),
        stuck: None,
        active: None,
    };
    if grid.students().is_empty() {
        return only("No students are enrolled in this class yet.");
    }
    if grid.skills().is_empty() {
        return only("Nothing is assigned yet.");
    }
    Summary {
        lead: lead(grid),
        stuck: stuck(grid),
        active: Some(active(grid)),
    }
}

fn lead(grid: &Grid) -> String {
    let total = grid.students().len();
    let expected = grid.expected();
    if expected
        .iter()
        .all(|&column| grid.tally(column).estimated == 0)
    {
        return format!(
            "{}; nobody has answered enough yet for an estimate",
            counted(total, "student", "students")
        );
    }
    let half = grid
        .students()
        .iter()
        .filter(|student| {
            let mastered = expected
                .iter()
                .filter(|&&at| {
                    student
                        .cells
                        .get(at)
                        .is_some_and(|cell| cell.level.is_mastered())
                })
                .count();
            mastered * 2 >= expected.len()
        })
        .count();
    let assigned = if grid.skills().iter().any(|skill| skill.assigned) {
        "assigned"
    } else {
        "practiced"
    };
    let share = match expected.len() {
        1 => format!("the one {assigned} skill"),
        2 => format!("at least one of the 2 {assigned} skills"),
        n => format!("at least half of the {n} {assigned} skills"),
    };
    format!(
        "{half} of {} mastered {share}",
        counted(total, "student has", "students have")
    )
}

fn stuck(grid: &Grid) -> Option<String> {
    let mut skills: Vec<(usize, usize)> = (0..grid.skills().len())
        .map(|column| (grid.tally(column).stuck, column))
        .filter(|&(count, _)| count > 0)
        .collect();
    skills.sort_by_key(|&(count, column)| (std::cmp::Reverse(count), column));
    let mut parts: Vec<String> = skills
        .iter()
        .take(NAMED)
        .enumerate()
        .map(|(n, &(count, column))| {
            let verb = match (n, count) {
                (0, 1) => " is stuck",
                (0, _) => " are stuck",
                _ => "",
            };
            format!(
                "{count}{verb} on {}",
                mid_sentence(&grid.skills()[column].short)
            )
        })
        .collect();
    let rest: usize = skills.iter().skip(NAMED).map(|&(count, _)| count).sum();
    if rest > 0 {
        parts.push(format!("{rest} on other skills"));
    }
    (!parts.is_empty()).then(|| listed(&parts))
}

fn active(grid: &Grid) -> String {
    let active = grid
        .students()
        .iter()
        .filter(|student| is_active(grid, student))
        .count();
    match active {
        0 => "Nobody practiced in the last 7 days.".to_owned(),
        n if n == grid.students().len() => "Everyone practiced in the last 7 days.".to_owned(),
        n => format!("{n} practiced in the last 7 days."),
    }
}

#[cfg(test)]
mod tests {
    use engine::MasteryLevel::{Growing, Mastered, MasteredWithBridge, Stuck};

    use super::super::sample::{class, with};
    use super::*;

    #[test]
    fn says_who_has_mastered_and_who_is_stuck() {
        let grid = with(
            4,
            3,
            &[
                (0, 0, Mastered),
                (0, 1, MasteredWithBridge),
                (1, 0, Stuck),
                (2, 0, Stuck),
                (3, 1, Stuck),
            ],
        );
        let said = summary(&grid);
        assert_eq!(
            said.lead,
            "1 of 4 students have mastered at least half of the 3 assigned skills"
        );
        assert_eq!(
            said.stuck.unwrap(),
            "2 are stuck on unit rate and 1 on percent"
        );
        assert_eq!(
            said.active.unwrap(),
            "Everyone practiced in the last 7 days."
        );
    }

    #[test]
    fn further_stuck_skills_are_counted() {
        let grid = with(
            4,
            3,
            &[
                (0, 0, Stuck),
                (1, 0, Stuck),
                (0, 1, Stuck),
                (2, 2, Stuck),
                (3, 2, Growing),
            ],
        );
        assert_eq!(
            summary(&grid).stuck.unwrap(),
            "2 are stuck on unit rate, 1 on percent and 1 on other skills"
        );
    }

    #[test]
    fn a_class_without_evidence_is_not_a_class_at_zero() {
        let said = summary(&Grid::new(class(3, 2)));
        assert_eq!(
            said.lead,
            "3 students; nobody has answered enough yet for an estimate"
        );
        assert_eq!(said.stuck, None);
        assert_eq!(said.active.unwrap(), "Nobody practiced in the last 7 days.");
        assert_eq!(
            summary(&Grid::new(class(0, 2))).lead,
            "No students are enrolled in this class yet."
        );
        assert_eq!(
            summary(&Grid::new(class(2, 0))).lead,
            "Nothing is assigned yet."
        );
    }

    #[test]
    fn skills_practiced_without_an_assignment_are_not_called_assigned() {
        let mut data = class(2, 1);
        data.skills[0].assigned = false;
        data.students[0].cells[0].level = Mastered;
        assert_eq!(
            summary(&Grid::new(data)).lead,
            "1 of 2 students have mastered the one practiced skill"
        );
    }
}
