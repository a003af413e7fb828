//! Where each skill stands on a drawing of the graph: grades from left to right, and within a grade
//! what needs more farther right; one above the other by domain, near what they need.

use std::collections::HashMap;

use crate::{Skill, SkillCode};

/// A drawing's size and the middle of each skill's box, in the order of the skills.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    pub places: Vec<[f64; 2]>,
    /// Where each grade's columns begin and end.
    pub grades: Vec<(u8, [f64; 2])>,
}

/// A skill's box.
pub const BOX: [f64; 2] = [132.0, 34.0];
const COLUMN: f64 = 176.0;
const ROW: f64 = 48.0;
const MARGIN: f64 = 40.0;
/// Rounds of moving each skill to the middle of its neighbors.
const ROUNDS: usize = 6;

/// Lays out skills that stand in teaching order. The same skills give the same drawing.
pub fn layout(skills: &[Skill]) -> Layout {
    let at: HashMap<&SkillCode, usize> = skills
        .iter()
        .enumerate()
        .map(|(n, s)| (&s.code, n))
        .collect();
    let needs: Vec<Vec<usize>> = skills
        .iter()
        .map(|s| {
            s.prerequisites
                .iter()
                .filter_map(|p| at.get(p).copied())
                .collect()
        })
        .collect();
    let columns = columns(skills, &needs);
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); columns.iter().max().map_or(0, |n| n + 1)];
    for (n, &column) in columns.iter().enumerate() {
        rows[column].push(n);
    }
    let domains = domains(skills);
    for column in &mut rows {
        column.sort_by_key(|&n| (domains[&skills[n].domain], n));
    }
    let most = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut y = vec![0.0; skills.len()];
    for column in &rows {
        spread(column, most, &mut y);
    }
    for _ in 0..ROUNDS {
        for column in &mut rows {
            settle(column, &needs, &domains, skills, &y);
            spread(column, most, &mut y);
        }
    }
    let x = |column: usize| MARGIN + BOX[0] / 2.0 + COLUMN * column as f64;
    let places = (0..skills.len()).map(|n| [x(columns[n]), y[n] + MARGIN + ROW]);
    Layout {
        width: x(rows.len().saturating_sub(1)) + BOX[0] / 2.0 + MARGIN,
        height: ROW * most as f64 + 2.0 * MARGIN + ROW / 2.0,
        places: places.collect(),
        grades: grades(skills, &columns)
            .into_iter()
            .map(|(grade, [first, last])| {
                (grade, [x(first) - COLUMN / 2.0, x(last) + COLUMN / 2.0])
            })
            .collect(),
    }
}

/// Grade by grade; within one, the longest chain of needs decides.
fn columns(skills: &[Skill], needs: &[Vec<usize>]) -> Vec<usize> {
    let mut depth = vec![0usize; skills.len()];
    for n in 0..skills.len() {
        let same = |&&p: &&usize| skills[p].grade >= skills[n].grade;
        depth[n] = needs[n]
            .iter()
            .filter(same)
            .map(|&p| depth[p] + 1)
            .max()
            .unwrap_or(0);
    }
    let mut first: HashMap<u8, usize> = HashMap::new();
    let mut all: Vec<u8> = skills.iter().map(|s| s.grade).collect();
    all.sort_unstable();
    all.dedup();
    let mut next = 0;
    for grade in all {
        first.insert(grade, next);
        let of_grade = (0..skills.len()).filter(|&n| skills[n].grade == grade);
        next += of_grade.map(|n| depth[n] + 1).max().unwrap_or(0);
    }
    (0..skills.len())
        .map(|n| first[&skills[n].grade] + depth[n])
        .collect()
}

fn grades(skills: &[Skill], columns: &[usize]) -> Vec<(u8, [usize; 2])> {
    let mut spans: Vec<(u8, [usize; 2])> = Vec::new();
    for (skill, &column) in skills.iter().zip(columns) {
        match spans.iter_mut().find(|(grade, _)| *grade == skill.grade) {
            Some((_, [first, last])) => {
                *first = column.min(*first);
                *last = column.max(*last);
            }
            None => spans.push((skill.grade, [column, column])),
        }
    }
    spans.sort_unstable();
    spans
}

/// Domains in the order in which they are first taught.
pub(super) fn domains(skills: &[Skill]) -> HashMap<&String, usize> {
    let mut order = HashMap::new();
    for skill in skills {
        let next = order.len();
        order.entry(&skill.domain).or_insert(next);
    }
    order
}

/// Sorts a column by domain, and within it by the middle of what each needs.
fn settle(
    column: &mut [usize],
    needs: &[Vec<usize>],
    domains: &HashMap<&String, usize>,
    skills: &[Skill],
    y: &[f64],
) {
    let middle = |n: usize| match needs[n].len() {
        0 => y[n],
        count => needs[n].iter().map(|&p| y[p]).sum::<f64>() / count as f64,
    };
    column.sort_by(|&a, &b| {
        let domain = |n: usize| domains[&skills[n].domain];
        domain(a)
            .cmp(&domain(b))
            .then(middle(a).total_cmp(&middle(b)))
            .then(a.cmp(&b))
    });
}

/// Evenly over the height, centered.
fn spread(column: &[usize], most: usize, y: &mut [f64]) {
    let top = ROW * (most - column.len()) as f64 / 2.0;
    for (row, &n) in column.iter().enumerate() {
        y[n] = top + ROW * row as f64;
    }
}
