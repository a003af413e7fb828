//! The sizes, and the budget of the student app's first load.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;
use xtask::workspace::Workspace;

use crate::{
    assets::{Asset, Site},
    page::Shells,
};

/// Bytes after brotli of all that the student app loads at first (shared/DESIGN.md, section 10).
const FIRST_LOAD_BUDGET: u64 = 250_000;

/// This much may come with the first question, after the app stands (docs/adr/0008); the pictures of the
/// word cards are drawn there too (docs/adr/0010).
const QUESTIONS_BUDGET: u64 = 205_000;

/// This much may come with the bridge, its styles counted (docs/adr/0012).
const BRIDGE_BUDGET: u64 = 130_000;

/// The same sources compress a little differently with the folder they are built in, which is part
/// of every symbol's hash and so of their order. Over a budget by no more than 0.5 % is said, but
/// is no failure.
const NOISE: u64 = 200;

/// Prints every file's size.
pub fn print(site: &Site, shells: &Shells) {
    println!("{:<44} {:>10} {:>10}", "file", "raw", "brotli");
    let line = |name: &str, (raw, brotli): (usize, usize)| {
        println!("{name:<44} {raw:>10} {brotli:>10}");
    };
    for asset in &site.assets {
        line(&asset.url, (asset.raw, asset.brotli));
    }
    line("student first load", total(&shells.student));
    line("and with the first question", total(&shells.questions));
    line("and with the bridge", total(&shells.bridge));
    line("staff first load", total(&shells.staff));
}

/// An error when the student's first load, or what comes with the first question or the bridge, is
/// over its budget in the build that is there now.
pub fn check_budget(workspace: &Workspace) -> Result<()> {
    let file = file(workspace);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let sizes: serde_json::Value = serde_json::from_str(&text)?;
    let bytes = |part: &str| sizes[part]["brotli"].as_u64().context("a part's size");
    let first = bytes("student")?;
    within("the student app's first load", first, FIRST_LOAD_BUDGET)?;
    within(
        "what loads with the first question",
        bytes("questions")?,
        QUESTIONS_BUDGET,
    )?;
    within(
        "what loads with the bridge",
        bytes("bridge")?,
        BRIDGE_BUDGET,
    )
}

fn within(what: &str, bytes: u64, budget: u64) -> Result<()> {
    if bytes <= budget {
        return Ok(());
    }
    let over = bytes - budget;
    if over <= budget / NOISE {
        println!("{what} is {over} bytes over its budget, within the noise");
        return Ok(());
    }
    bail!(
        "{what} is {bytes} bytes after brotli, {over} over its budget of {budget}: look for a new \
         dependency or large data in it \
         (`cargo tree --package app --target wasm32-unknown-unknown`, or `--package questions`, \
         `--package bridge`)"
    )
}

/// Keeps the first loads, for the budget and for `cargo xtask bench`.
pub fn keep(workspace: &Workspace, shells: &Shells) -> Result<()> {
    let bytes = |shell| {
        let (raw, brotli) = total(shell);
        json!({ "raw": raw, "brotli": brotli })
    };
    let sizes = json!({
        "budget": FIRST_LOAD_BUDGET,
        "questions_budget": QUESTIONS_BUDGET,
        "student": bytes(&shells.student),
        "questions": bytes(&shells.questions),
        "bridge_budget": BRIDGE_BUDGET,
        "bridge": bytes(&shells.bridge),
        "staff": bytes(&shells.staff),
    });
    let file = file(workspace);
    fs::write(&file, sizes.to_string()).with_context(|| format!("writing {}", file.display()))
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.target.join("web-sizes.json")
}

fn total(shell: &[Asset]) -> (usize, usize) {
    shell.iter().fold((0, 0), |(raw, brotli), asset| {
        (raw + asset.raw, brotli + asset.brotli)
    })
}
