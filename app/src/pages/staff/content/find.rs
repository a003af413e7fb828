//! Which templates the library shows, and in which order.

use std::collections::BTreeMap;

use api::{SkillGraph, SkillNode, TemplateState, TemplateSummary};
use item_bank::{Kind, SkillCode};

use super::wording;

/// Over this many rows the list is shown page by page.
pub const PAGE: usize = 100;
const UNPAGED: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub text: String,
    pub grade: Option<u8>,
    pub domain: Option<String>,
    pub kind: Option<Kind>,
    pub state: Option<TemplateState>,
    pub skill: Option<SkillCode>,
    pub page: usize,
}

impl Filter {
    /// Whether anything is left out.
    pub fn is_narrow(&self) -> bool {
        *self
            != Self {
                page: self.page,
                ..Self::default()
            }
    }
}

/// What the library shows of all templates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub groups: Vec<Group>,
    /// Templates that the filter lets through, on all pages.
    pub count: usize,
    pub page: usize,
    pub pages: usize,
}

/// The templates of one skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub skill: SkillCode,
    pub title: String,
    pub place: String,
    pub rows: Vec<TemplateSummary>,
}

/// Skills by their code.
#[derive(Debug)]
pub struct Skills<'a>(BTreeMap<&'a SkillCode, &'a SkillNode>);

impl<'a> Skills<'a> {
    pub fn of(graph: &'a SkillGraph) -> Self {
        Self(graph.skills.iter().map(|node| (&node.code, node)).collect())
    }

    pub fn get(&self, code: &SkillCode) -> Option<&'a SkillNode> {
        self.0.get(code).copied()
    }

    /// Its title; a skill that the bank no longer has keeps its code.
    pub fn title(&self, code: &SkillCode) -> String {
        self.get(code)
            .map_or_else(|| code.to_string(), |node| node.title.clone())
    }
}

/// In the order of the list: teaching order of the skills.
pub fn find(all: &[TemplateSummary], graph: &SkillGraph, filter: &Filter) -> Found {
    let skills = Skills::of(graph);
    let wanted: Vec<String> = filter
        .text
        .to_lowercase()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let rows: Vec<&TemplateSummary> = all
        .iter()
        .filter(|row| passes(row, skills.get(&row.skill), filter, &wanted))
        .collect();
    let count = rows.len();
    let pages = if count > UNPAGED {
        count.div_ceil(PAGE)
    } else {
        1
    };
    let page = filter.page.min(pages - 1);
    let shown = if pages == 1 {
        &rows[..]
    } else {
        &rows[page * PAGE..count.min((page + 1) * PAGE)]
    };
    let mut groups: Vec<Group> = Vec::new();
    for row in shown {
        match groups.last_mut() {
            Some(group) if group.skill == row.skill => group.rows.push((*row).clone()),
            _ => groups.push(group(row, &skills)),
        }
    }
    Found {
        groups,
        count,
        page,
        pages,
    }
}

fn group(row: &TemplateSummary, skills: &Skills<'_>) -> Group {
    let place = skills.get(&row.skill).map(|node| {
        let (grade, domain) = (wording::grade(node.grade), wording::domain(&node.domain));
        format!("{grade} · {domain}")
    });
    Group {
        skill: row.skill.clone(),
        title: skills.title(&row.skill),
        place: place.unwrap_or_default(),
        rows: vec![row.clone()],
    }
}

fn passes(
    row: &TemplateSummary,
    node: Option<&SkillNode>,
    filter: &Filter,
    wanted: &[String],
) -> bool {
    let of_skill = |test: &dyn Fn(&SkillNode) -> bool| node.is_some_and(test);
    filter
        .skill
        .as_ref()
        .is_none_or(|skill| *skill == row.skill)
        && filter.kind.is_none_or(|kind| kind == row.kind)
        && filter.state.is_none_or(|state| state == row.state)
        && filter
            .grade
            .is_none_or(|grade| of_skill(&|node| node.grade == grade))
        && filter
            .domain
            .as_ref()
            .is_none_or(|domain| of_skill(&|node| node.domain == *domain))
        && (wanted.is_empty() || {
            let text = searched(row, node);
            wanted.iter().all(|word| text.contains(word))
        })
}

/// Everything that a word may be looked for in.
fn searched(row: &TemplateSummary, node: Option<&SkillNode>) -> String {
    let mut text = format!(
        "{} {} {} {} {}",
        row.id,
        wording::title_of(row.id.as_str()),
        row.skill,
        row.author.as_deref().unwrap_or_default(),
        row.source
    );
    if let Some(node) = node {
        text.push(' ');
        text.push_str(&node.title);
        text.push(' ');
        text.push_str(&node.standards.join(" "));
    }
    text.to_lowercase()
}

/// Those that wait for a second person, longest first.
pub fn queue(all: &[TemplateSummary]) -> Vec<TemplateSummary> {
    let waiting = |row: &&TemplateSummary| row.state == TemplateState::InReview;
    let mut queue: Vec<_> = all.iter().filter(waiting).cloned().collect();
    queue.sort_by_key(|row| row.updated_at_ms);
    queue
}

/// Grades and domains that there are, for the filters.
pub fn grades(graph: &SkillGraph) -> Vec<u8> {
    let mut grades: Vec<u8> = graph.skills.iter().map(|node| node.grade).collect();
    grades.sort_unstable();
    grades.dedup();
    grades
}

pub fn domains(graph: &SkillGraph) -> Vec<String> {
    let mut domains: Vec<String> = graph
        .skills
        .iter()
        .map(|node| node.domain.clone())
        .collect();
    domains.sort_unstable();
    domains.dedup();
    domains
}

#[cfg(test)]
mod tests {
    use engine::Difficulty;

    use super::*;

    fn node(code: &str, grade: u8, domain: &str) -> SkillNode {
        SkillNode {
            code: code.parse().unwrap(),
            title: format!("Title of {code}"),
            short: code.into(),
            grade,
            domain: domain.into(),
            standards: vec!["6.RP.A.2".into()],
            prerequisites: Vec::new(),
            templates: 0,
            live: 0,
            x: 0.0,
            y: 0.0,
        }
    }

    fn row(id: &str, skill: &str, state: TemplateState) -> TemplateSummary {
        TemplateSummary {
            id: id.parse().unwrap(),
            version: None,
            skill: skill.parse().unwrap(),
            kind: Kind::Fraction,
            difficulty: Difficulty::Easy,
            state,
            author: Some("Ms. Okafor".into()),
            source: "Trellis".into(),
            license: "CC-BY-4.0".into(),
            updated_at_ms: Some(id.len() as i64),
        }
    }

    fn graph() -> SkillGraph {
        SkillGraph {
            skills: vec![node("a", 5, "fractions"), node("b", 6, "ratios")],
            pathways: Vec::new(),
            width: 0.0,
            height: 0.0,
        }
    }

    #[test]
    fn words_are_looked_for_in_names_skills_standards_and_authors() {
        let all = [
            row("add-ribbon", "a", TemplateState::Live),
            row("unit-price", "b", TemplateState::Draft),
        ];
        let found = |text: &str| {
            let filter = Filter {
                text: text.into(),
                ..Filter::default()
            };
            let found = find(&all, &graph(), &filter);
            let rows = found.groups.iter().flat_map(|group| &group.rows);
            rows.map(|row| row.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found("RIBBON add"), ["add-ribbon"]);
        assert_eq!(found("title unit"), ["unit-price"]);
        assert_eq!(found("okafor").len(), 2);
        assert_eq!(found("rp.a.2").len(), 2);
        assert!(found("nothing").is_empty());
    }

    #[test]
    fn filters_narrow_together() {
        let all = [
            row("one", "a", TemplateState::Live),
            row("two", "b", TemplateState::Live),
            row("three", "gone", TemplateState::Live),
        ];
        let filter = Filter {
            grade: Some(6),
            state: Some(TemplateState::Live),
            ..Filter::default()
        };
        assert!(filter.is_narrow());
        let found = find(&all, &graph(), &filter);
        assert_eq!(found.count, 1);
        assert_eq!(found.groups[0].place, "Grade 6 · Ratios");
        // a skill that is gone is still shown when nothing is left out
        assert_eq!(find(&all, &graph(), &Filter::default()).count, 3);
    }

    #[test]
    fn long_lists_are_paged_and_a_page_past_the_end_is_the_last() {
        let all: Vec<_> = (0..250)
            .map(|n| row(&format!("q{n}"), "a", TemplateState::Live))
            .collect();
        let at = |page| {
            let filter = Filter {
                page,
                ..Filter::default()
            };
            let found = find(&all, &graph(), &filter);
            (found.page, found.pages, found.groups[0].rows.len())
        };
        assert_eq!(at(0), (0, 3, 100));
        assert_eq!(at(2), (2, 3, 50));
        assert_eq!(at(9), (2, 3, 50));
    }

    #[test]
    fn the_longest_wait_comes_first() {
        let all = [
            row("longer", "a", TemplateState::InReview),
            row("no", "a", TemplateState::Live),
            row("old", "a", TemplateState::InReview),
        ];
        let ids: Vec<_> = queue(&all).iter().map(|row| row.id.to_string()).collect();
        assert_eq!(ids, ["old", "longer"]);
    }
}
