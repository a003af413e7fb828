//! The graph as a drawing of its own.

use std::fmt::Write as _;

use super::layout::{BOX, Layout, domains, layout};
use crate::Skill;

/// Fill and edge of each domain's boxes; the name stands in the legend and the title of each box.
const COLORS: [(&str, &str); 10] = [
    ("#e3f0ff", "#1d5fa8"),
    ("#fdeccf", "#9a5b00"),
    ("#e2f5e4", "#22702f"),
    ("#fbe3ec", "#a02a5b"),
    ("#ece6fb", "#5a3ba8"),
    ("#dff4f4", "#11686b"),
    ("#f6f0d0", "#6d6200"),
    ("#f7e4dc", "#94401a"),
    ("#e8e8ec", "#4a4a58"),
    ("#e9f5d4", "#4d6b08"),
];

/// A whole SVG document: grades from left to right, an arrow from each prerequisite.
pub fn svg(skills: &[Skill]) -> String {
    let plan = layout(skills);
    let of = domains(skills);
    let legend = 34.0;
    let mut out = String::new();
    // writing to a String cannot fail
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{w:.0}\" height=\"{h:.0}\" \
         font-family=\"system-ui, sans-serif\" font-size=\"12\" role=\"img\" aria-label=\"{count} skills and what each builds on\">\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
         <path d=\"M0 0L8 4L0 8z\" fill=\"#667\"/></marker></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        w = plan.width,
        h = plan.height + legend,
        count = skills.len(),
    );
    bands(&plan, &mut out);
    edges(skills, &plan, &mut out);
    for (skill, [x, y]) in skills.iter().zip(&plan.places) {
        let (fill, edge) = COLORS[of[&skill.domain] % COLORS.len()];
        let _ = writeln!(
            out,
            "<g><title>{} ({}, {})</title><rect x=\"{:.0}\" y=\"{:.0}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{fill}\" stroke=\"{edge}\"/>\
             <text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\" fill=\"#1a1a22\">{}</text></g>",
            escaped(&skill.title),
            escaped(skill.code.as_str()),
            escaped(&skill.domain),
            x - BOX[0] / 2.0,
            y - BOX[1] / 2.0,
            BOX[0],
            BOX[1],
            y + 4.0,
            escaped(&skill.short),
        );
    }
    key(&of, plan.height + legend / 2.0, &mut out);
    out.push_str("</svg>\n");
    out
}

fn bands(plan: &Layout, out: &mut String) {
    for (n, (grade, [from, to])) in plan.grades.iter().enumerate() {
        let fill = if n % 2 == 0 { "#f6f7fa" } else { "#fff" };
        let _ = writeln!(
            out,
            "<rect x=\"{from:.0}\" y=\"0\" width=\"{:.0}\" height=\"{:.0}\" fill=\"{fill}\"/>\
             <text x=\"{:.0}\" y=\"26\" text-anchor=\"middle\" font-size=\"15\" font-weight=\"600\" fill=\"#334\">Grade {grade}</text>",
            to - from,
            plan.height,
            f64::midpoint(*from, *to),
        );
    }
}

fn edges(skills: &[Skill], plan: &Layout, out: &mut String) {
    for (skill, [x, y]) in skills.iter().zip(&plan.places) {
        for prerequisite in &skill.prerequisites {
            let Some(from) = skills.iter().position(|s| &s.code == prerequisite) else {
                continue;
            };
            let [from_x, from_y] = plan.places[from];
            let (start, end) = (from_x + BOX[0] / 2.0, x - BOX[0] / 2.0 - 1.0);
            let bend = ((end - start) / 2.0).max(24.0);
            let _ = writeln!(
                out,
                "<path d=\"M{start:.0} {from_y:.0}C{:.0} {from_y:.0} {:.0} {y:.0} {end:.0} {y:.0}\" \
                 fill=\"none\" stroke=\"#667\" stroke-opacity=\"0.55\" marker-end=\"url(#tip)\"/>",
                start + bend,
                end - bend,
            );
        }
    }
}

fn key(of: &std::collections::HashMap<&String, usize>, y: f64, out: &mut String) {
    let mut names: Vec<_> = of.iter().collect();
    names.sort_by_key(|(_, at)| **at);
    for (n, (name, at)) in names.into_iter().enumerate() {
        let (fill, edge) = COLORS[at % COLORS.len()];
        let x = 40.0 + 150.0 * n as f64;
        let _ = writeln!(
            out,
            "<rect x=\"{x:.0}\" y=\"{:.0}\" width=\"18\" height=\"14\" rx=\"3\" fill=\"{fill}\" stroke=\"{edge}\"/>\
             <text x=\"{:.0}\" y=\"{:.0}\" fill=\"#1a1a22\">{}</text>",
            y - 11.0,
            x + 24.0,
            y,
            escaped(name),
        );
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests {
    use super::*;
    use crate::Bank;

    #[test]
    fn every_skill_has_a_place_of_its_own_right_of_what_it_needs() {
        let skills = Bank::embedded().skills();
        let plan = layout(skills);
        for (n, a) in plan.places.iter().enumerate() {
            assert!(a[0] + BOX[0] / 2.0 <= plan.width && a[1] + BOX[1] / 2.0 <= plan.height);
            for b in &plan.places[..n] {
                assert!((a[0] - b[0]).abs() >= BOX[0] || (a[1] - b[1]).abs() >= BOX[1]);
            }
        }
        for (n, skill) in skills.iter().enumerate() {
            for (m, before) in skills.iter().enumerate() {
                if skill.prerequisites.contains(&before.code) {
                    assert!(
                        plan.places[m][0] < plan.places[n][0],
                        "{} {}",
                        before.code,
                        skill.code
                    );
                }
            }
        }
        let drawn = svg(skills);
        assert_eq!(drawn.matches("<title>").count(), skills.len());
    }
}
