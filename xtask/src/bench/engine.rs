//! `cargo xtask bench engine`: the bars of the engine, next to what the peer reaches.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;
use xtask::workspace::Workspace;

use super::{measure, table};

/// Between these lines of docs/ENGINE.md the command writes.
const BEGIN: &str = "<!-- bars: written by `cargo xtask bench engine` -->";
const END: &str = "<!-- end of bars -->";

pub fn run(workspace: &Workspace, data: Option<PathBuf>) -> Result<()> {
    let times = measure(workspace, &["engine".as_ref()])?;
    let data = data.unwrap_or_else(|| workspace.root.join("../shared/data/knowledge-tracing"));
    let mut text = format!("Measured on {}.\n\n", table::machine());
    text.push_str("| what | measured | bar | | pyBKT |\n|---|---:|---:|---|---:|\n");
    if data.is_dir() {
        let bars = measure(
            workspace,
            &["bars".as_ref(), "--data".as_ref(), data.as_ref()],
        )?;
        for row in bars.as_array().context("the bars are not a list")? {
            line(&mut text, row)?;
        }
    } else {
        eprintln!(
            "\nSKIPPED: there are no public data sets at {}: only the engine's own speed is measured. \
             Say where `ct.csv.gz` and `assist2015/` lie by --data.\n",
            data.display()
        );
    }
    for (what, path, limit, unit) in [
        ("one update, plain", "/update_ns", 100.0, "ns"),
        (
            "one update, default model",
            "/update_ability_ns",
            100.0,
            "ns",
        ),
        (
            "selection over 500 skills, 5,000 templates",
            "/selection_us",
            100.0,
            "µs",
        ),
    ] {
        let measured = table::number(&times, path)?;
        let met = told(measured <= limit);
        writeln!(
            text,
            "| {what} | {} {unit} | ≤ {limit} | {met} | |",
            table::shown(measured)
        )?;
    }
    println!("\n{text}");
    if data.is_dir() {
        super::write(workspace, "docs/ENGINE.md", (BEGIN, END), &text)?;
    }
    Ok(())
}

fn line(text: &mut String, row: &Value) -> Result<()> {
    let measured = table::number(row, "/measured")?;
    let digits = table::number(row, "/digits")? as usize;
    let unit = row["unit"].as_str().unwrap_or_default();
    let (bar, met) = match (row["at_least"].as_f64(), row["at_most"].as_f64()) {
        (Some(low), _) => (format!("≥ {low}"), told(measured >= low)),
        (_, Some(high)) => (format!("≤ {high}"), told(measured <= high)),
        _ => (String::new(), ""),
    };
    writeln!(
        text,
        "| {} | {measured:.digits$} {unit} | {bar} | {met} | {} |",
        row["what"].as_str().unwrap_or_default(),
        row["peer"].as_str().unwrap_or_default(),
    )?;
    Ok(())
}

fn told(met: bool) -> &'static str {
    if met { "met" } else { "**missed**" }
}
