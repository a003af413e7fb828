//! The model card: what a district may know of a model before it trusts it.

use std::fmt::Write as _;
use std::path::Path;

use ::fit::evaluate::Evaluation;
use ::fit::formats::ReadReport;
use ::fit::metrics::{Bin, Interval, Third};
use anyhow::Context as _;

/// Writes the card as Markdown and its plot beside it, under the same name as SVG.
pub fn write(
    path: &Path,
    evaluation: &Evaluation,
    report: &ReadReport,
    about: Option<&str>,
) -> anyhow::Result<()> {
    let plot = path.with_extension("svg");
    let name = plot
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let text = card(evaluation, report, about, &name.unwrap_or_default());
    std::fs::write(path, text)
        .and_then(|()| std::fs::write(&plot, calibration_plot(&evaluation.calibration)))
        .with_context(|| format!("the model card could not be written to {}", path.display()))
}

fn card(evaluation: &Evaluation, report: &ReadReport, about: Option<&str>, plot: &str) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        // writing into a string does not fail
        let _ = writeln!(out, "{text}");
    };
    line(format!("# Model card: `{}`\n", evaluation.model));
    line("*Made by `trellis model evaluate --card`; every figure is on students whose answers the fit never saw.*\n".into());
    line("## What it is for\n".into());
    line("It estimates how probable it is that a student knows a skill, from their answers to practice questions, \
        so that practice can be chosen and a teacher can see where help is needed. It is not an examination, \
        ranks nobody, and decides nothing that a teacher cannot inspect and overrule.\n".into());
    line("## Data\n".into());
    if let Some(about) = about {
        line(format!("{about}\n"));
    }
    for file in &report.files {
        line(format!(
            "- `{}`: {} rows",
            file.file.rsplit('/').next().unwrap_or(&file.file),
            file.rows
        ));
    }
    line(format!(
        "- {} first attempts of {} students; {} rows merged into composite skills, {} skipped",
        evaluation.responses,
        evaluation.students,
        report.merged,
        report
            .skipped
            .iter()
            .map(|skipped| skipped.rows)
            .sum::<u64>()
    ));
    for warning in &report.warnings {
        line(format!("- Note: {warning}"));
    }
    line(format!(
        "\n## Figures ({} folds by student, seed {})\n",
        evaluation.folds, evaluation.seed
    ));
    line("| figure | value | 95 % interval | what it means |".into());
    line("|---|---:|---|---|".into());
    let intervals = evaluation.intervals.as_ref();
    let between = |of: Option<Interval>| {
        of.map_or_else(String::new, |of| format!("{:.4} to {:.4}", of.low, of.high))
    };
    for (name, value, interval, meaning) in [
        (
            "AUC",
            evaluation.auc,
            intervals.and_then(|i| i.auc),
            "how often a right answer was given the higher chance than a wrong one; 0.5 is a coin",
        ),
        (
            "RMSE",
            evaluation.rmse,
            intervals.and_then(|i| i.rmse),
            "typical distance of the predicted chance from what happened",
        ),
        (
            "log loss",
            evaluation.log_loss,
            intervals.and_then(|i| i.log_loss),
            "the same, punishing misplaced certainty",
        ),
        (
            "accuracy",
            evaluation.accuracy,
            None,
            "answers on the predicted side of one half",
        ),
        (
            "ECE",
            evaluation.ece,
            intervals.and_then(|i| i.ece),
            "how far predicted chances lie from observed shares, over ten bins",
        ),
        (
            "bias",
            evaluation.bias,
            intervals.and_then(|i| i.bias),
            "above 0: it thinks too well of students",
        ),
    ] {
        line(format!(
            "| {name} | {value:.4} | {} | {meaning} |",
            between(interval)
        ));
    }
    if let Some(auc) = evaluation.auc_later_attempts {
        line(format!(
            "| AUC, attempts 2+ | {auc:.4} | | first attempts measure the prior, not the tracing |"
        ));
    }
    line("\n## Calibration\n".into());
    line(format!(
        "![Predicted chance against observed share of right answers]({plot})\n"
    ));
    line("| predicted | responses | mean prediction | share right |".into());
    line("|---|---:|---:|---:|".into());
    for bin in &evaluation.calibration {
        if let (Some(predicted), Some(actual)) = (bin.predicted, bin.actual) {
            line(format!(
                "| {:.1} to {:.1} | {} | {predicted:.3} | {actual:.3} |",
                bin.low, bin.high, bin.responses
            ));
        }
    }
    line("\n## Fairness\n".into());
    line("Students with enough responses, in thirds by their share right on every other response; the bias is taken on the rest.\n".into());
    line("| students | number | share right | bias | RMSE |".into());
    line("|---|---:|---:|---:|---:|".into());
    let thirds = &evaluation.bias_by_third;
    for (name, third) in [
        ("weakest third", thirds.weakest),
        ("middle third", thirds.middle),
        ("strongest third", thirds.strongest),
    ] {
        if let Some(Third {
            students,
            actual,
            bias,
            rmse,
            ..
        }) = third
        {
            line(format!(
                "| {name} | {students} | {actual:.3} | {bias:+.3} | {rmse:.3} |"
            ));
        }
    }
    for group in &evaluation.bias_by_group {
        let Third {
            students,
            actual,
            bias,
            rmse,
            ..
        } = group.score;
        line(format!(
            "| {} | {students} | {actual:.3} | {bias:+.3} | {rmse:.3} |",
            group.group
        ));
    }
    if let Some(note) = &thirds.note {
        line(format!("\n{note}"));
    }
    line("\n## Known limits\n".into());
    for limit in [
        "It predicts first attempts at practice questions. How well the estimates carry over to examinations or to other materials was not measured.",
        "The spaced-review curve (FSRS-4.5 form) is a plain default: no data at hand has the timestamps to validate it for mathematics skills.",
        "Students are compared with students of the same file. A model fitted on one district says nothing certain of another.",
        "The strongest students are thought of slightly too poorly and the weakest slightly too well until a few answers are in: nobody is known before they are met.",
        "The bias of a small group may be chance: over 300 answers it moves by some .03 either way.",
        "Difficulties of rare items are drawn towards the typical item of the skill.",
    ] {
        line(format!("- {limit}"));
    }
    out
}

const SIDE: f64 = 320.0;
const LEFT: f64 = 64.0;
const TOP: f64 = 28.0;

/// Reliability diagram. Colours hold on white and on dark backgrounds alike.
fn calibration_plot(bins: &[Bin]) -> String {
    let (x, y) = (|p: f64| LEFT + p * SIDE, |p: f64| TOP + (1.0 - p) * SIDE);
    let mut svg = String::new();
    let mut add = |text: String| svg.push_str(&text);
    add(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" \
         font-family=\"system-ui, sans-serif\" font-size=\"13\">\n<title>Calibration: predicted chance against share right</title>\n\
         <rect width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"#ffffff\"/>\n",
        w = LEFT + SIDE + 28.0,
        h = TOP + SIDE + 64.0
    ));
    for n in 0..=5 {
        let p = f64::from(n) / 5.0;
        add(format!(
            "<path d=\"M{0} {1}H{2}M{3} {4}V{5}\" stroke=\"#e3e6ea\" fill=\"none\"/>\n\
             <text x=\"{6}\" y=\"{7}\" text-anchor=\"end\" fill=\"#444\">{p:.1}</text>\n\
             <text x=\"{3}\" y=\"{8}\" text-anchor=\"middle\" fill=\"#444\">{p:.1}</text>\n",
            x(0.0),
            y(p),
            x(1.0),
            x(p),
            y(0.0),
            y(1.0),
            x(0.0) - 8.0,
            y(p) + 4.0,
            y(0.0) + 20.0
        ));
    }
    add(format!(
        "<path d=\"M{} {}L{} {}\" stroke=\"#8a94a0\" stroke-dasharray=\"5 4\" fill=\"none\"/>\n",
        x(0.0),
        y(0.0),
        x(1.0),
        y(1.0)
    ));
    let all: u64 = bins.iter().map(|bin| bin.responses).sum();
    let points: Vec<(f64, f64, u64)> = bins
        .iter()
        .filter_map(|bin| Some((bin.predicted?, bin.actual?, bin.responses)))
        .collect();
    let path: Vec<String> = points
        .iter()
        .map(|(p, a, _)| format!("{:.1} {:.1}", x(*p), y(*a)))
        .collect();
    add(format!(
        "<path d=\"M{}\" stroke=\"#1f6f54\" stroke-width=\"2\" fill=\"none\"/>\n",
        path.join("L")
    ));
    for (predicted, actual, responses) in points {
        let radius = 3.0 + 14.0 * (responses as f64 / all.max(1) as f64).sqrt();
        add(format!(
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\" fill=\"#1f6f54\" fill-opacity=\"0.35\" stroke=\"#1f6f54\">\
             <title>{responses} responses: predicted {predicted:.3}, right {actual:.3}</title></circle>\n",
            x(predicted),
            y(actual)
        ));
    }
    add(format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#222\">predicted chance of a right answer</text>\n\
         <text transform=\"translate(20 {}) rotate(-90)\" text-anchor=\"middle\" fill=\"#222\">share right</text>\n</svg>\n",
        x(0.5),
        y(0.0) + 46.0,
        y(0.5)
    ));
    svg
}
