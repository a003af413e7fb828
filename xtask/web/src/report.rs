//! The sizes, and the budget of the student app's first load.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::json;
use xtask::workspace::Workspace;

use crate::{
    assets::{Asset, Site},
    compile::Mode,
    page::Shells,
};

/// Bytes after brotli of all that the student app loads at first (shared/DESIGN.md, section 10).
const FIRST_LOAD_BUDGET: usize = 250_000;

/// Prints every file's size; an error when the student's first load is over its budget.
pub fn print(site: &Site, shells: &Shells, mode: Mode) -> Result<()> {
    println!("{:<44} {:>10} {:>10}", "file", "raw", "brotli");
    for asset in &site.assets {
        println!("{:<44} {:>10} {:>10}", asset.url, asset.raw, asset.brotli);
    }
    let student = total(&shells.student);
    println!(
        "{:<44} {:>10} {:>10}",
        "student first load", student.0, student.1
    );
    let staff = total(&shells.staff);
    println!("{:<44} {:>10} {:>10}", "staff first load", staff.0, staff.1);
    if mode == Mode::Release && student.1 > FIRST_LOAD_BUDGET {
        bail!(
            "the student app's first load is {} bytes after brotli, {} over its budget of \
             {FIRST_LOAD_BUDGET}: look for a new dependency or large data in the app \
             (`cargo tree --package app --target wasm32-unknown-unknown`)",
            student.1,
            student.1 - FIRST_LOAD_BUDGET,
        );
    }
    Ok(())
}

/// Keeps the first loads for `cargo xtask bench`.
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
    let file = workspace.target.join("web-sizes.json");
    fs::write(&file, sizes.to_string()).with_context(|| format!("writing {}", file.display()))
}

fn total(shell: &[Asset]) -> (usize, usize) {
    shell.iter().fold((0, 0), |(raw, brotli), asset| {
        (raw + asset.raw, brotli + asset.brotli)
    })
}
