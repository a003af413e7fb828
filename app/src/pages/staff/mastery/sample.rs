//! Classes for tests: nobody has answered anything yet.

use api::{Cell, CellUpdate, ClassId, ClassMastery, ClassSummary, SkillColumn, StudentRow, UserId};
use engine::MasteryLevel;
use uuid::Uuid;

use super::grid::Grid;

pub const NOW_MS: i64 = 1_700_000_000_000;

const NAMES: [(&str, &str); 4] = [
    ("Ana", "Rivera"),
    ("Liam", "Chen"),
    ("Zoe", "Abbott"),
    ("Minh", "Tran"),
];
const SKILLS: [&str; 3] = ["Unit rate", "Percent", "Ratio tables"];

pub fn cell(level: MasteryLevel, percent: u8) -> Cell {
    let percent = (level != MasteryLevel::NotEnoughEvidence).then_some(percent);
    Cell {
        level,
        percent,
        opportunities: 5,
        last_ms: Some(NOW_MS),
    }
}

pub fn untouched() -> Cell {
    Cell {
        level: MasteryLevel::NotEnoughEvidence,
        percent: None,
        opportunities: 0,
        last_ms: None,
    }
}

/// Up to 4 students and 3 assigned skills have names; the rest are numbered.
pub fn class(students: usize, skills: usize) -> ClassMastery {
    let named = |n: usize| {
        NAMES.get(n).map_or_else(
            || (format!("Student{n}"), "Zz".into()),
            |(given, family)| ((*given).to_owned(), (*family).to_owned()),
        )
    };
    ClassMastery {
        class: ClassSummary {
            id: ClassId(Uuid::from_u128(1)),
            title: "Grade 6 Math, Period 2".into(),
            school: "Marigold Middle School".into(),
            grade: 6,
            code: "MAPLE-27".into(),
            students: students as u32,
            active_students: 0,
            mastered: 0,
            estimated: 0,
            stuck: 0,
            assignments: Vec::new(),
        },
        settings: api::PracticeSettings::default(),
        skills: (0..skills)
            .map(|n| {
                let short = SKILLS
                    .get(n)
                    .map_or_else(|| format!("Skill {n}"), |s| (*s).to_owned());
                SkillColumn {
                    code: format!("6.RP.{n}").parse().unwrap(),
                    title: short.clone(),
                    short,
                    grade: 6,
                    assigned: true,
                }
            })
            .collect(),
        students: (0..students)
            .map(|n| {
                let (given, family) = named(n);
                StudentRow {
                    id: UserId(Uuid::from_u128(100 + n as u128)),
                    name: format!("{given} {family}"),
                    sort_name: format!("{family}, {given}"),
                    home_language: None,
                    last_active_ms: None,
                    cells: vec![untouched(); skills],
                }
            })
            .collect(),
        server_time_ms: NOW_MS,
    }
}

pub fn update(grid: &Grid, row: usize, column: usize, cell: Cell) -> CellUpdate {
    CellUpdate {
        student: grid.students()[row].id,
        skill: grid.skills()[column].code.clone(),
        cell,
    }
}

/// A class where `(row, column)` have these levels at 50%.
pub fn with(students: usize, skills: usize, cells: &[(usize, usize, MasteryLevel)]) -> Grid {
    let mut grid = Grid::new(class(students, skills));
    for &(row, column, level) in cells {
        let news = update(&grid, row, column, cell(level, 50));
        grid.apply(&news);
    }
    grid
}
