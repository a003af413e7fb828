//! Plots as SVG text: no dependency, legible on white and dark pages (each has a ground of its own
//! that follows the reader's colour scheme), with a title and a description for screen readers.

use std::fmt::Write as _;

use crate::matrix::{Cell, Group, Matrix};
use crate::policy::Policy;
use crate::simulator::Simulator;

mod place;

/// One letter a policy, in the matrix's order.
pub(crate) fn letter(place: usize) -> char {
    char::from(b'A' + (place % 26) as u8)
}

const STYLE: &str = "\
text{font:12px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:#1f2328}
.head{font-size:15px;font-weight:600}.panel{font-weight:600}.quiet{fill:#59636e}
.letter{font-size:11px;font-weight:600;text-anchor:middle}
.mid{text-anchor:middle}.end{text-anchor:end}
.ground{fill:#fff;stroke:#d1d9e0}.frame{fill:none;stroke:#818b98}.grid{stroke:#e4e8ec}
.lead{stroke:#818b98;stroke-width:1.2}.ring{fill:#fff;stroke-width:1.6}.bar{stroke:#818b98;stroke-width:3}
.point{fill:#1f2328;stroke-width:1}.plain{stroke:#59636e}.bkt{stroke:#0969da}.able{stroke:#bc4c00}.bound{stroke:#1a7f37}
.slow{fill:#bc4c00}.fast{fill:#0969da}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.quiet{fill:#a5afba}
.ground{fill:#0d1117;stroke:#3d444d}.grid{stroke:#262c34}.ring{fill:#0d1117}.point{fill:#f0f6fc}
.plain{stroke:#a5afba}.bkt{stroke:#4493f8}.able{stroke:#f0883e}.bound{stroke:#3fb950}
.slow{fill:#f0883e}.fast{fill:#4493f8}}";

/// The text of one drawing.
struct Svg {
    text: String,
}

impl Svg {
    fn new(width: f64, height: f64, id: &str, title: &str, description: &str) -> Self {
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
             <style>{STYLE}</style>\n\
             <rect class=\"ground\" x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"6\"/>\n",
            escape(title),
            escape(description),
            width - 1.0,
            height - 1.0,
        );
        let mut svg = Self { text };
        svg.write(16.0, 27.0, "head", title);
        svg
    }

    fn write(&mut self, x: f64, y: f64, class: &str, words: &str) {
        let words = escape(words);
        self.push(&format!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{words}</text>"
        ));
    }

    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.push(&format!(
            "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
            from.0, from.1, to.0, to.1
        ));
    }

    fn dot(&mut self, class: &str, at: (f64, f64), radius: f64, title: &str) {
        self.push(&format!(
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius}\"><title>{}</title></circle>",
            at.0,
            at.1,
            escape(title)
        ));
    }

    fn push(&mut self, element: &str) {
        writeln!(self.text, "{element}").expect("a String takes any text");
    }

    fn done(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn colour(policy: Policy) -> &'static str {
    match policy {
        Policy::Fixed(_) | Policy::Row(_) | Policy::Average(_) => "plain",
        Policy::Bkt(_) | Policy::BktExit | Policy::Similar { .. } | Policy::Grid(_) => "bkt",
        Policy::Ability(_) | Policy::Product(_) => "able",
        Policy::Oracle => "bound",
    }
}

/// The least round number of ticks' steps that covers `most`: (top, step).
fn axis(most: f64, steps: &[f64]) -> (f64, f64) {
    let last = steps.last().copied().unwrap_or(1.0);
    let step = steps
        .iter()
        .copied()
        .find(|s| most / s <= 4.0)
        .unwrap_or(last);
    ((most / step).ceil() * step, step)
}

/// A rectangle of data coordinates on the page.
struct Frame {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
    x_top: f64,
    y_top: f64,
}

impl Frame {
    fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (
            self.left + x / self.x_top * self.width,
            self.top + self.height - y / self.y_top * self.height,
        )
    }
}

/// Effort against under-practice: a panel for each simulator, a letter for each policy. Down and
/// to the left is better.
pub fn scatter(matrix: &Matrix) -> String {
    let (wide, high, columns) = (470.0, 330.0, 2);
    let rows = matrix.simulators.len() / columns + 1;
    let mut svg = Svg::new(
        wide * columns as f64 + 20.0,
        high * rows as f64 + 56.0,
        "scatter",
        "Effort and under-practice of each stopping rule, by model of the student",
        "One panel for each simulated kind of student. Across: mean items practised. Up: share of \
         runs that ended without mastery. Each letter is a rule; lower and further left is better. \
         The figures stand in the tables of docs/ENGINE.md.",
    );
    let most_items = matrix
        .cells
        .iter()
        .map(|c| c.of(Group::All).items)
        .fold(0.0, f64::max);
    let (x_top, x_step) = axis(most_items, &[2.0, 4.0, 5.0, 10.0]);
    let corner = |i: usize| {
        (
            (i % columns) as f64 * wide,
            (i / columns) as f64 * high + 40.0,
        )
    };
    for (i, &simulator) in matrix.simulators.iter().enumerate() {
        let cells: Vec<&Cell> = matrix
            .policies
            .iter()
            .filter_map(|&p| matrix.cell(p, simulator))
            .collect();
        let most = cells
            .iter()
            .map(|c| c.of(Group::All).unmastered)
            .fold(0.01, f64::max);
        let (y_top, y_step) = axis(most * 1.04, &[0.02, 0.05, 0.1, 0.2]);
        let (x, y) = corner(i);
        let frame = Frame {
            left: x + 62.0,
            top: y + 26.0,
            width: wide - 80.0,
            height: high - 82.0,
            x_top,
            y_top,
        };
        axes(&mut svg, &frame, x_step, y_step);
        svg.write(frame.left, frame.top - 8.0, "panel", simulator.name());
        svg.write(
            frame.left + frame.width / 2.0,
            frame.top + frame.height + 34.0,
            "quiet mid",
            "items practised",
        );
        svg.push(&format!(
            "<text class=\"quiet mid\" transform=\"translate({:.1} {:.1}) rotate(-90)\">unmastered at stop</text>",
            x + 24.0,
            frame.top + frame.height / 2.0
        ));
        letters(&mut svg, &frame, &cells);
    }
    let (x, y) = corner(matrix.simulators.len());
    svg.write(x + 36.0, y + 18.0, "panel", "Rules");
    let line = 266.0 / matrix.policies.len().max(12) as f64;
    for (i, policy) in matrix.policies.iter().enumerate() {
        let y = y + 36.0 + i as f64 * line;
        svg.dot(
            &format!("ring {}", colour(*policy)),
            (x + 44.0, y),
            7.5,
            &policy.name(),
        );
        svg.write(x + 44.0, y + 4.0, "letter", &letter(i).to_string());
        svg.write(x + 60.0, y + 4.0, "", &policy.name());
    }
    svg.done()
}

fn axes(svg: &mut Svg, frame: &Frame, x_step: f64, y_step: f64) {
    let bottom = frame.top + frame.height;
    for tick in 0..=(frame.x_top / x_step).round() as u32 {
        let value = f64::from(tick) * x_step;
        let x = frame.at(value, 0.0).0;
        svg.line("grid", (x, frame.top), (x, bottom));
        svg.write(x, bottom + 16.0, "quiet mid", &format!("{value:.0}"));
    }
    for tick in 0..=(frame.y_top / y_step).round() as u32 {
        let value = f64::from(tick) * y_step;
        let y = frame.at(0.0, value).1;
        svg.line("grid", (frame.left, y), (frame.left + frame.width, y));
        svg.write(
            frame.left - 6.0,
            y + 4.0,
            "quiet end",
            &format!("{value:.2}"),
        );
    }
    svg.push(&format!(
        "<rect class=\"frame\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
        frame.left, frame.top, frame.width, frame.height
    ));
}

fn letters(svg: &mut Svg, frame: &Frame, cells: &[&Cell]) {
    let dots: Vec<(f64, f64)> = cells
        .iter()
        .map(|cell| {
            let all = cell.of(Group::All);
            frame.at(all.items, all.unmastered)
        })
        .collect();
    let (low, high) = (
        (frame.left + 9.0, frame.top + 9.0),
        (
            frame.left + frame.width - 9.0,
            frame.top + frame.height - 9.0,
        ),
    );
    let labels = place::apart(&dots, low, high);
    for (dot, label) in dots.iter().zip(&labels) {
        svg.line("lead", *dot, *label);
    }
    for (i, ((cell, dot), label)) in cells.iter().zip(&dots).zip(&labels).enumerate() {
        let all = cell.of(Group::All);
        let title = format!(
            "{}: {:.1} items, {:.3} unmastered",
            cell.policy_name, all.items, all.unmastered
        );
        let class = colour(cell.policy);
        svg.dot(&format!("point {class}"), *dot, 2.8, &title);
        svg.dot(&format!("ring {class}"), *label, 7.5, &title);
        svg.write(label.0, label.1 + 4.0, "letter", &letter(i).to_string());
    }
}

/// Slow against fast third: a row for each policy, a column for each simulator, a bar from the
/// under-practice of fast learners to that of slow ones. Shorter is fairer.
pub fn dumbbell(matrix: &Matrix) -> String {
    let (names, wide, line, top) = (262.0, 148.0, 22.0, 92.0);
    let bottom = top + line * matrix.policies.len() as f64;
    let mut svg = Svg::new(
        names + wide * matrix.simulators.len() as f64 + 18.0,
        bottom + 44.0,
        "dumbbell",
        "Left unmastered: slow and fast learners under each stopping rule",
        "One row for each rule, one column for each simulated kind of student. A bar runs from the \
         share of runs left unmastered among the third of learners who learn fastest to that among \
         the third who learn slowest. Shorter bars are fairer, bars further left leave fewer behind.",
    );
    svg.dot("fast", (22.0, 46.0), 5.0, "fast third");
    svg.write(32.0, 50.0, "", "fast third");
    svg.dot("slow", (112.0, 46.0), 5.0, "slow third");
    svg.write(122.0, 50.0, "", "slow third");
    svg.write(210.0, 50.0, "quiet", "each column has a scale of its own");
    for (i, policy) in matrix.policies.iter().enumerate() {
        let y = top + line * (i as f64 + 0.5);
        svg.write(names - 14.0, y + 4.0, "end", &policy.name());
    }
    for (i, &simulator) in matrix.simulators.iter().enumerate() {
        let slow = |&policy: &Policy| {
            let cell = matrix.cell(policy, simulator);
            cell.map_or(0.0, |cell| cell.of(Group::Slow).unmastered)
        };
        let worst = matrix.policies.iter().map(slow).fold(0.01, f64::max);
        let (x_top, step) = axis(worst, &[0.05, 0.1, 0.2, 0.25]);
        let frame = Frame {
            left: names + wide * i as f64,
            top,
            width: wide - 34.0,
            height: bottom - top,
            x_top,
            y_top: 1.0,
        };
        column(&mut svg, &frame, matrix, simulator, step);
    }
    svg.done()
}

fn column(svg: &mut Svg, frame: &Frame, matrix: &Matrix, simulator: Simulator, step: f64) {
    let bottom = frame.top + frame.height;
    svg.write(frame.left, frame.top - 10.0, "panel", simulator.name());
    for tick in 0..=(frame.x_top / step).round() as u32 {
        let value = f64::from(tick) * step;
        let x = frame.at(value, 0.0).0;
        svg.line("grid", (x, frame.top), (x, bottom));
        svg.write(
            x,
            bottom + 16.0,
            "quiet mid",
            format!("{value:.2}").trim_start_matches('0'),
        );
    }
    svg.write(
        frame.left + frame.width / 2.0,
        bottom + 34.0,
        "quiet mid",
        "unmastered",
    );
    let line = frame.height / matrix.policies.len() as f64;
    for (i, &policy) in matrix.policies.iter().enumerate() {
        let Some(cell) = matrix.cell(policy, simulator) else {
            continue;
        };
        let y = frame.top + line * (i as f64 + 0.5);
        let (slow, fast) = (
            cell.of(Group::Slow).unmastered,
            cell.of(Group::Fast).unmastered,
        );
        let (from, to) = (frame.at(fast, 0.0).0, frame.at(slow, 0.0).0);
        let title = format!("{}: fast {fast:.3}, slow {slow:.3}", cell.policy_name);
        svg.line("bar", (from, y), (to, y));
        svg.dot("fast", (from, y), 5.0, &title);
        svg.dot("slow", (to, y), 5.0, &title);
    }
}

#[cfg(test)]
#[path = "plot/tests.rs"]
mod tests;
