//! The graph as the map needs it: by position, with ways along it.

use std::collections::HashMap;

use api::{SkillGraph, SkillNode};
use item_bank::SkillCode;

/// A skill's box, around the place that the server gives.
pub const BOX: [f64; 2] = [154.0, 36.0];
/// Room above the first row for the grades' names.
const HEAD: f64 = 24.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub nodes: Vec<SkillNode>,
    /// What each builds on, by position.
    pub before: Vec<Vec<usize>>,
    /// What builds on each.
    pub after: Vec<Vec<usize>>,
    pub domains: Vec<String>,
    pub width: f64,
    pub height: f64,
    /// Left and right end of each grade's columns.
    pub grades: Vec<(u8, f64, f64)>,
}

/// How a skill stands to the one that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Itself,
    Before,
    After,
    None,
}

impl Relation {
    pub fn code(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::Before => "before",
            Self::After => "after",
            Self::None => "none",
        }
    }
}

impl Plan {
    pub fn of(graph: &SkillGraph) -> Self {
        let nodes = graph.skills.clone();
        let at: HashMap<&SkillCode, usize> = nodes
            .iter()
            .enumerate()
            .map(|(n, node)| (&node.code, n))
            .collect();
        let before: Vec<Vec<usize>> = nodes
            .iter()
            .map(|node| {
                node.prerequisites
                    .iter()
                    .filter_map(|code| at.get(code).copied())
                    .collect()
            })
            .collect();
        let mut after = vec![Vec::new(); nodes.len()];
        for (n, needs) in before.iter().enumerate() {
            for need in needs {
                after[*need].push(n);
            }
        }
        let mut domains: Vec<String> = Vec::new();
        for node in &nodes {
            if !domains.contains(&node.domain) {
                domains.push(node.domain.clone());
            }
        }
        let grades = grades(&nodes);
        Self {
            before,
            after,
            domains,
            width: graph.width,
            height: graph.height + HEAD,
            grades,
            nodes,
        }
    }

    pub fn position(&self, code: &SkillCode) -> Option<usize> {
        self.nodes.iter().position(|node| node.code == *code)
    }

    pub fn domain(&self, n: usize) -> usize {
        let mut domains = self.domains.iter();
        domains
            .position(|domain| *domain == self.nodes[n].domain)
            .unwrap_or(0)
    }

    /// The middle of a skill's box.
    pub fn middle(&self, n: usize) -> (f64, f64) {
        (self.nodes[n].x, self.nodes[n].y + HEAD)
    }

    /// To each skill from the one that is looked at, along any number of arrows.
    pub fn relations(&self, from: usize) -> Vec<Relation> {
        let mut all = vec![Relation::None; self.nodes.len()];
        for (ways, relation) in [
            (&self.before, Relation::Before),
            (&self.after, Relation::After),
        ] {
            let mut open = vec![from];
            while let Some(n) = open.pop() {
                for &next in &ways[n] {
                    if all[next] == Relation::None {
                        all[next] = relation;
                        open.push(next);
                    }
                }
            }
        }
        all[from] = Relation::Itself;
        all
    }

    /// Where a key leads: back along an arrow, on along one, or to the next box of the column.
    pub fn step(&self, from: usize, key: &str) -> Option<usize> {
        let (x, y) = self.middle(from);
        let near = |n: &usize| ((self.middle(*n).1 - y).abs() * 10.0) as i64;
        let column = || {
            let same = |n: &usize| *n != from && (self.middle(*n).0 - x).abs() < 1.0;
            (0..self.nodes.len()).filter(same)
        };
        match key {
            "ArrowLeft" => self.before[from].iter().copied().min_by_key(near),
            "ArrowRight" => self.after[from].iter().copied().min_by_key(near),
            "ArrowUp" => column().filter(|n| self.middle(*n).1 < y).min_by_key(near),
            "ArrowDown" => column().filter(|n| self.middle(*n).1 > y).min_by_key(near),
            "Home" => (!self.nodes.is_empty()).then_some(0),
            "End" => self.nodes.len().checked_sub(1),
            _ => None,
        }
        .filter(|to| *to != from)
    }
}

/// From the first to the last box of each, in order.
fn grades(nodes: &[SkillNode]) -> Vec<(u8, f64, f64)> {
    let mut spans: Vec<(u8, f64, f64)> = Vec::new();
    for node in nodes {
        let (left, right) = (node.x - BOX[0] / 2.0, node.x + BOX[0] / 2.0);
        match spans.iter_mut().find(|(grade, ..)| *grade == node.grade) {
            Some((_, from, to)) => {
                *from = from.min(left);
                *to = to.max(right);
            }
            None => spans.push((node.grade, left, right)),
        }
    }
    spans.sort_by_key(|(grade, ..)| *grade);
    spans
}

/// A domain in two letters, so that no colour is needed to tell it: "Whole numbers" is "Wn".
pub fn mark(domain: &str, all: &[String]) -> String {
    let mut words = domain.split('-').filter_map(|word| word.chars().next());
    let first = words.next().map(|c| c.to_ascii_uppercase());
    let second = words.next().or_else(|| {
        // the first letter that tells it from the others
        let others = || {
            all.iter()
                .filter(|other| *other != domain && !other.contains('-'))
        };
        let tells = |at: &usize| {
            let own = domain.chars().nth(*at);
            others().all(|other| {
                other.chars().next() != domain.chars().next() || other.chars().nth(*at) != own
            })
        };
        let at = (1..domain.len()).find(tells).unwrap_or(1);
        domain.chars().nth(at)
    });
    first.into_iter().chain(second).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// a -> b -> d, a -> c; c stands under b.
    fn plan() -> Plan {
        let node = |code: &str, grade, x, y, needs: &[&str]| SkillNode {
            code: code.parse().unwrap(),
            title: code.into(),
            short: code.into(),
            grade,
            domain: "fractions".into(),
            standards: Vec::new(),
            prerequisites: needs.iter().map(|code| code.parse().unwrap()).collect(),
            templates: 0,
            live: 0,
            x,
            y,
        };
        Plan::of(&SkillGraph {
            skills: vec![
                node("a", 5, 100.0, 100.0, &[]),
                node("b", 6, 300.0, 100.0, &["a", "gone"]),
                node("c", 6, 300.0, 200.0, &["a"]),
                node("d", 6, 500.0, 100.0, &["b"]),
            ],
            pathways: Vec::new(),
            width: 600.0,
            height: 300.0,
        })
    }

    #[test]
    fn what_comes_before_and_after_is_found_along_the_arrows() {
        use Relation::{After, Before, Itself, None};
        assert_eq!(plan().relations(1), [Before, Itself, None, After]);
        assert_eq!(plan().relations(0), [Itself, After, After, After]);
    }

    #[test]
    fn arrow_keys_follow_the_arrows_and_the_columns() {
        let plan = plan();
        assert_eq!(plan.step(0, "ArrowRight"), Some(1));
        assert_eq!(plan.step(1, "ArrowDown"), Some(2));
        assert_eq!(plan.step(2, "ArrowUp"), Some(1));
        assert_eq!(plan.step(2, "ArrowRight"), None);
        assert_eq!(plan.step(3, "Home"), Some(0));
        assert_eq!(plan.step(3, "End"), None);
        assert_eq!(plan.step(3, "x"), None);
    }

    #[test]
    fn grades_span_their_columns() {
        let spans: Vec<(u8, f64)> = plan()
            .grades
            .iter()
            .map(|(g, from, _)| (*g, *from))
            .collect();
        assert_eq!(spans, [(5, 23.0), (6, 223.0)]);
    }

    #[test]
    fn marks_tell_domains_apart() {
        let all: Vec<String> = ["ratios", "reading", "whole-numbers", "expressions"]
            .map(String::from)
            .to_vec();
        let marks: Vec<String> = all.iter().map(|domain| mark(domain, &all)).collect();
        assert_eq!(marks, ["Ra", "Re", "Wn", "Ex"]);
    }
}
