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

/// The same sources compress a little differently with the folder they are built in, which is part
/// of every symbol's hash and so of their order. Over the budget by no more than this is said, but
/// is no failure: 0.5 %.
const NOISE: u64 = FIRST_LOAD_BUDGET / 200;

/// Prints every file's size.
pub fn print(site: &Site, shells: &Shells) {
    println!("{:<44} {:>10} {:>10}", "file", "raw", "brotli");
    let line = |name: &str, raw, brotli| println!("{name:<44} {raw:>10} {brotli:>10}");
    for asset in &site.assets {
        line(&asset.url, asset.raw, asset.brotli);
    }
    let (raw, brotli) = total(&shells.student);
    line("student first load", raw, brotli);
    let (raw, brotli) = total(&shells.staff);
    line("staff first load", raw, brotli);
}

/// An error when the student's first load is over its budget, in the build that is there now.
pub fn check_budget(workspace: &Workspace) -> Result<()> {
    let file = file(workspace);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let sizes: serde_json::Value = serde_json::from_str(&text)?;
    let bytes = sizes["student"]["brotli"]
        .as_u64()
        .context("the student app's size")?;
    if bytes <= FIRST_LOAD_BUDGET {
        return Ok(());
    }
    let over = bytes - FIRST_LOAD_BUDGET;
    if over <= NOISE {
        println!("the student app's first load is {over} bytes over its budget, within the noise");
        return Ok(());
    }
    bail!(
        "the student app's first load is {bytes} bytes after brotli, {over} over its budget of \
         {FIRST_LOAD_BUDGET}: look for a new dependency or large data in the app \
         (`cargo tree --package app --target wasm32-unknown-unknown`)"
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
        "student": bytes(&shells.student),
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
