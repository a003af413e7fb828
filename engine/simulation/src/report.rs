//! The simulation report as Markdown, to be pasted between marks in docs/ENGINE.md, and as JSON.

use std::fmt::Write as _;

use serde::Serialize;

use crate::claims::{Claim, claims};
use crate::matrix::{Cell, Group, Matrix};
use crate::plot::letter;
use crate::policy::Policy;
use crate::population::CALIBRATED;
use crate::stop_rules::{Figures, TYPICAL_CAPPED, TYPICAL_UNMASTERED, original, simulate};

/// What others are held against: the customary rule.
pub const BASELINE: Policy = Policy::Bkt(0.95);
/// Runs of the reproduced table, as many as the original had.
pub const STOP_RULE_RUNS: u64 = 200_000;

/// Everything the report says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub stop_rules: Vec<Figures>,
    /// BKT >= .95 when every learner is the typical one.
    pub typical: Figures,
    pub matrix: Matrix,
    pub claims: Vec<Claim>,
}

/// Makes the report of a matrix; simulates the stop-rule table with the matrix's seed.
pub fn report(matrix: Matrix) -> Report {
    let policies: Vec<Policy> = original().iter().map(|row| row.figures.policy).collect();
    let run =
        |policies: &[Policy], sd| simulate(policies, &CALIBRATED, STOP_RULE_RUNS, matrix.seed, sd);
    Report {
        stop_rules: run(&policies, 1.0),
        typical: run(&[BASELINE], 0.0)[0],
        claims: claims(&matrix, BASELINE),
        matrix,
    }
}

/// A named block of Markdown.
pub type Block = (&'static str, String);

/// The generated blocks of docs/ENGINE.md.
pub fn blocks(report: &Report) -> Vec<Block> {
    vec![
        ("stop-rules", stop_rules(report)),
        ("matrix", matrix(&report.matrix)),
        ("claims", claim_list(report)),
    ]
}

/// Replaces what stands between `<!-- simulation:NAME -->` and `<!-- end of simulation:NAME -->`.
/// `None` if a mark is missing.
pub fn refresh(document: &str, (name, text): &Block) -> Option<String> {
    let (open, close) = (
        format!("<!-- simulation:{name} -->"),
        format!("<!-- end of simulation:{name} -->"),
    );
    let start = document.find(&open)? + open.len();
    let end = start + document[start..].find(&close)?;
    Some(format!(
        "{}\n{}\n{}",
        &document[..start],
        text.trim_end(),
        &document[end..]
    ))
}

fn stop_rules(report: &Report) -> String {
    let mut text = format!(
        "{STOP_RULE_RUNS} runs, seed {}. Each figure is ours, with the original's in brackets; † marks the rows held out of the calibration.\n\n\
         | rule | items | unmastered | lag | slow third: unmastered | items | fast third: unmastered | items |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|\n",
        report.matrix.seed
    );
    let (mut shares, mut counts) = (0.0_f64, 0.0_f64);
    for (ours, row) in report.stop_rules.iter().zip(original()) {
        let theirs = row.figures;
        for (_, a, b, share) in ours.against(&theirs) {
            let worst = if share { &mut shares } else { &mut counts };
            *worst = worst.max((a - b).abs());
        }
        let few = |a: f64, b: f64| format!("{a:.1} ({b:.1})");
        let share = |a: f64, b: f64| format!("{} ({})", short(a), short(b));
        let maybe = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => few(a, b),
            (Some(a), None) => format!("{a:.1}"),
            _ => String::new(),
        };
        line(
            &mut text,
            &[
                format!(
                    "{}{}",
                    ours.policy.name(),
                    if row.calibrated { "" } else { " †" }
                ),
                few(ours.items, theirs.items),
                share(ours.unmastered, theirs.unmastered),
                few(ours.lag, theirs.lag),
                share(ours.slow_unmastered, theirs.slow_unmastered),
                maybe(ours.slow_items, theirs.slow_items),
                share(ours.fast_unmastered, theirs.fast_unmastered),
                maybe(ours.fast_items, theirs.fast_items),
            ],
        );
    }
    write!(
        text,
        "\nWith every learner the typical one (sd 0) † BKT ≥ .95 leaves {} ({}) unmastered and {} ({}) of runs hit the cap. \
         The largest difference in the table is {shares:.4} for a proportion and {counts:.2} for a number of items.",
        short(report.typical.unmastered),
        short(TYPICAL_UNMASTERED),
        short(report.typical.capped.unwrap_or(0.0)),
        short(TYPICAL_CAPPED),
    )
    .expect("a String takes any text");
    text
}

fn matrix(matrix: &Matrix) -> String {
    let mut text = format!(
        "{} student-skill runs for each policy under each model, seed {}.\n",
        matrix.runs, matrix.seed
    );
    table(
        &mut text,
        matrix,
        "Items practised / unmastered at stop",
        |cell| {
            let all = cell.of(Group::All);
            format!("{:.1} / {}", all.items, short(all.unmastered))
        },
    );
    table(
        &mut text,
        matrix,
        "Slow third / fast third: unmastered (items)",
        |cell| {
            let (slow, fast) = (cell.of(Group::Slow), cell.of(Group::Fast));
            format!(
                "{} ({:.1}) / {} ({:.1})",
                short(slow.unmastered),
                slow.items,
                short(fast.unmastered),
                fast.items
            )
        },
    );
    table(
        &mut text,
        matrix,
        "Lag: items after mastery / let go unmastered / handed to the teacher",
        |cell| {
            let all = cell.of(Group::All);
            let lag = all.lag.map_or("–".to_owned(), |lag| format!("{lag:.1}"));
            format!(
                "{lag} / {} / {}",
                short(all.released_unmastered),
                short(all.handed_over)
            )
        },
    );
    table(
        &mut text,
        matrix,
        "P(right) on an unseen item: at once / after 30 days",
        |cell| {
            let all = cell.of(Group::All);
            format!("{} / {}", short(all.post_test), short(all.delayed_test))
        },
    );
    table(
        &mut text,
        matrix,
        "English learners (simulated) / others: items, unmastered",
        |cell| {
            let (learners, others) = (cell.of(Group::EnglishLearners), cell.of(Group::Others));
            format!(
                "{:.1}, {} / {:.1}, {}",
                learners.items,
                short(learners.unmastered),
                others.items,
                short(others.unmastered)
            )
        },
    );
    let first = matrix.cells.first().map_or(Group::All, |cell| cell.worst);
    if matrix.cells.iter().all(|cell| cell.worst == first) {
        let name = first.name();
        write!(
            text,
            "\nThe group with most left unmastered is, under every rule and model, the {name}.\n"
        )
        .expect("a String takes any text");
    } else {
        table(&mut text, matrix, "Worst group: unmastered", |cell| {
            format!("{} {}", short(cell.worst().unmastered), cell.worst.name())
        });
    }
    text
}

fn claim_list(report: &Report) -> String {
    let mut text = format!("Against {}:\n\n", BASELINE.name());
    for claim in &report.claims {
        writeln!(text, "- {}", claim.words).expect("a String takes any text");
    }
    text
}

fn table(text: &mut String, matrix: &Matrix, title: &str, of: impl Fn(&Cell) -> String) {
    writeln!(text, "\n**{title}**\n").expect("a String takes any text");
    let head = matrix.simulators.iter().map(|s| s.name().to_owned());
    line(
        text,
        &std::iter::once("rule".to_owned())
            .chain(head)
            .collect::<Vec<_>>(),
    );
    text.push_str("|---|");
    text.push_str(&"---:|".repeat(matrix.simulators.len()));
    text.push('\n');
    for (i, &policy) in matrix.policies.iter().enumerate() {
        let cells = matrix
            .simulators
            .iter()
            .map(|&s| matrix.cell(policy, s).map_or(String::new(), &of));
        let name = format!("{} {}", letter(i), policy.name());
        line(
            text,
            &std::iter::once(name).chain(cells).collect::<Vec<_>>(),
        );
    }
}

fn line(text: &mut String, cells: &[String]) {
    writeln!(text, "| {} |", cells.join(" | ")).expect("a String takes any text");
}

/// A share with three decimals and no leading zero.
fn short(share: f64) -> String {
    let text = format!("{share:.3}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_replaced_between_its_marks_and_nothing_else_is() {
        let document = "a\n<!-- simulation:x -->\nold\n<!-- end of simulation:x -->\nb\n";
        let block = ("x", "new\n".to_owned());
        let once = refresh(document, &block).unwrap();
        assert_eq!(
            once,
            "a\n<!-- simulation:x -->\nnew\n<!-- end of simulation:x -->\nb\n"
        );
        assert_eq!(refresh(&once, &block).unwrap(), once);
        assert_eq!(refresh(document, &("y", String::new())), None);
    }

    #[test]
    fn shares_are_short() {
        assert_eq!([0.0645, 0.9999, 0.0].map(short), [".065", "1.000", ".000"]);
    }
}
