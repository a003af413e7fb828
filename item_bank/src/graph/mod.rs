//! The prerequisite graph.

mod layout;
#[cfg(feature = "author")]
mod svg;

use std::collections::HashMap;

use crate::{Skill, SkillCode};

pub use layout::{Layout, layout};
#[cfg(feature = "author")]
pub use svg::svg;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GraphError {
    #[error("{skill} needs {prerequisite}, which is not in the bank")]
    Unknown {
        skill: SkillCode,
        prerequisite: SkillCode,
    },
    #[error("{0} is there twice")]
    Twice(SkillCode),
    #[error("{0} is among its own prerequisites, directly or through others")]
    Cycle(SkillCode),
}

/// Skills with every prerequisite before what needs it, otherwise in the order given.
pub fn in_teaching_order(skills: Vec<Skill>) -> Result<Vec<Skill>, GraphError> {
    let mut place = HashMap::new();
    for (n, skill) in skills.iter().enumerate() {
        if place.insert(skill.code.clone(), n).is_some() {
            return Err(GraphError::Twice(skill.code.clone()));
        }
    }
    let mut order = Vec::with_capacity(skills.len());
    let mut marks = vec![Mark::New; skills.len()];
    for n in 0..skills.len() {
        visit(n, &skills, &place, &mut marks, &mut order)?;
    }
    let mut by_place: Vec<Option<Skill>> = skills.into_iter().map(Some).collect();
    Ok(order
        .into_iter()
        .filter_map(|n| by_place[n].take())
        .collect())
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

fn visit(
    n: usize,
    skills: &[Skill],
    place: &HashMap<SkillCode, usize>,
    marks: &mut [Mark],
    order: &mut Vec<usize>,
) -> Result<(), GraphError> {
    match marks[n] {
        Mark::Done => return Ok(()),
        Mark::Open => return Err(GraphError::Cycle(skills[n].code.clone())),
        Mark::New => marks[n] = Mark::Open,
    }
    for prerequisite in &skills[n].prerequisites {
        let before = *place.get(prerequisite).ok_or_else(|| GraphError::Unknown {
            skill: skills[n].code.clone(),
            prerequisite: prerequisite.clone(),
        })?;
        visit(before, skills, place, marks, order)?;
    }
    marks[n] = Mark::Done;
    order.push(n);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skill(code: &str, needs: &[&str]) -> Skill {
        Skill {
            code: code.parse().unwrap(),
            title: code.to_owned(),
            short: code.to_owned(),
            you_can: String::new(),
            grade: 5,
            domain: "d".to_owned(),
            standards: vec![],
            prerequisites: needs.iter().map(|n| n.parse().unwrap()).collect(),
            params: engine::SkillParams::plain(0.3, 0.1, 0.1, 0.1).unwrap(),
        }
    }

    fn check(skills: Vec<Skill>, expected: &str) {
        let printed = match in_teaching_order(skills) {
            Ok(order) => order
                .iter()
                .map(|s| s.code.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            Err(error) => format!("! {error}"),
        };
        assert_eq!(printed, expected);
    }

    #[test]
    fn prerequisites_come_first() {
        check(
            vec![skill("c", &["b"]), skill("b", &["a"]), skill("a", &[])],
            "a b c",
        );
        check(
            vec![skill("a", &[]), skill("b", &[]), skill("c", &["a"])],
            "a b c",
        );
    }

    #[test]
    fn broken_graphs_are_named() {
        check(
            vec![skill("a", &["b"]), skill("b", &["a"])],
            "! a is among its own prerequisites, directly or through others",
        );
        check(
            vec![skill("a", &["z"])],
            "! a needs z, which is not in the bank",
        );
        check(vec![skill("a", &[]), skill("a", &[])], "! a is there twice");
    }
}
