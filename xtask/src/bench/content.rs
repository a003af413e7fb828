//! `cargo xtask bench content`: how fast items are made, and what they weigh on the wire.

use std::fmt::Write as _;

use anyhow::Result;
use xtask::workspace::Workspace;

use super::{measure, table};
use crate::golden;

/// Between these lines of docs/BENCH.md the command writes.
const BEGIN: &str = "<!-- content: written by `cargo xtask bench content` -->";
const END: &str = "<!-- end of content -->";

pub fn run(workspace: &Workspace) -> Result<()> {
    let native = measure(workspace, &["items".as_ref()])?;
    let in_wasm = table::number(&golden::times(workspace)?, "/item_us")?;
    let of = |path: &str| table::number(&native, path);
    let mut text = format!("Measured on {}.\n\n", table::machine());
    text.push_str("| what | measured | bar | |\n|---|---:|---:|---|\n");
    let mut line = |what: &str, measured: f64, unit: &str, bar: &str, met: Option<bool>| {
        let met = match met {
            Some(true) => "met",
            Some(false) => "**missed**",
            None => "",
        };
        // writing into a string does not fail
        let _ = writeln!(
            text,
            "| {what} | {} {unit} | {bar} | {met} |",
            table::shown(measured)
        );
    };
    let (rate, item) = (of("/items_per_s")?, of("/item_us")?);
    let what = format!(
        "items made in one thread, over all {} templates",
        of("/templates")?
    );
    line(&what, rate, "/s", "≥ 10000", Some(rate >= 10_000.0));
    line("… each", item, "µs", "", None);
    line(
        "… each with a figure",
        of("/with_figure_us")?,
        "µs",
        "",
        None,
    );
    line("… each in WASM", in_wasm, "µs", "", None);
    line("… WASM against native", in_wasm / item, "×", "", None);
    line("an answer checked", of("/check_us")?, "µs", "", None);
    let twenty = of("/twenty_skills_kb")?;
    let what = "packs of 20 skills that follow one another, brotli, the heaviest";
    line(what, twenty, "KB", "≤ 60", Some(twenty <= 60.0));
    let largest = &native["largest_pathway"];
    let what = format!(
        "packs of the heaviest pathway, {} with {} skills",
        largest[2].as_str().unwrap_or_default(),
        largest[1]
    );
    line(
        &what,
        of("/largest_pathway/0")?,
        "KB",
        "≤ 60",
        Some(of("/largest_pathway/0")? <= 60.0),
    );
    println!("\n{text}");
    super::write(workspace, "docs/BENCH.md", (BEGIN, END), &text)
}
