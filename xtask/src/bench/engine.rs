//! `cargo xtask bench engine`: the bars of the engine, next to what the peer reaches.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::{Context as _, Result};
use serde_json::Value;
use xtask::workspace::Workspace;

use super::{measure, table};
use crate::golden;

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
    let mut fast = |what: &str, measured: f64, limit: f64, unit: &str| {
        let (met, measured) = (told(measured <= limit), table::shown(measured));
        // writing into a string does not fail
        let _ = writeln!(text, "| {what} | {measured} {unit} | ≤ {limit} | {met} | |");
    };
    let native = |path: &str| table::number(&times, path);
    fast("one update, plain", native("/update_ns")?, 100.0, "ns");
    let ability = native("/update_ability_ns")?;
    fast("one update, default model", ability, 100.0, "ns");
    let what = "selection over 500 skills, 5,000 templates";
    fast(what, native("/selection_us")?, 100.0, "µs");
    let in_wasm = table::number(&golden::times(workspace)?, "/selection_us")?;
    let what = "… in WASM, times 4 for a slow processor";
    fast(what, 4.0 * in_wasm, 1000.0, "µs");
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
