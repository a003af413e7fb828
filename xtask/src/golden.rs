//! `cargo xtask golden`: what the engine and the item bank compute is the same natively, in WASM
//! and as committed.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;
use xtask::{command, node, wasm_target, workspace::Workspace};

const STUDENTS: &str = "1000";
const SEEDS: &str = "10000";

#[derive(Args, Clone, Debug, Default)]
pub struct Arguments {
    /// Commit to today's values: the engine or the content has changed on purpose
    #[arg(long)]
    bless: bool,
}

pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    wasm_target::add(workspace)?;
    node::require()?;
    let native = native(workspace)?;
    let wasm = wasm(workspace)?;
    println!("native {native}\nwasm   {wasm}");
    if native != wasm {
        bail!(
            "the native and the WASM build disagree: a student's estimates or items would not be \
             what the server computes. Look for a function of std::f32/f64 beyond + - * / sqrt, \
             usize in a hash or a seed, or iteration over a HashMap, in engine or item_bank"
        );
    }
    let file = workspace.root.join("tests/golden/golden.json");
    if arguments.bless {
        let text = format!("{}\n", serde_json::to_string_pretty(&native)?);
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
        println!("written to {}", file.display());
        return Ok(());
    }
    let text = fs::read_to_string(&file).with_context(|| {
        format!(
            "reading {}: make it with `cargo xtask golden --bless`",
            file.display()
        )
    })?;
    let committed: Value =
        serde_json::from_str(&text).context("reading tests/golden/golden.json")?;
    if committed != native {
        bail!(
            "the values are not those of tests/golden/golden.json ({committed}). If the engine or \
             the content changed on purpose (a changed template needs a new version), \
             run `cargo xtask golden --bless` and commit the file"
        );
    }
    Ok(())
}

fn native(workspace: &Workspace) -> Result<Value> {
    // Optimised as the server is when it matters: contraction or reordering would show here.
    let arguments = [
        "run",
        "--quiet",
        "--release",
        "--package",
        "golden",
        "--",
        STUDENTS,
        SEEDS,
    ];
    read(&mut workspace.cargo(arguments))
}

fn wasm(workspace: &Workspace) -> Result<Value> {
    let built = build_wasm(workspace)?;
    read(
        Command::new("node")
            .arg(workspace.root.join("tests/golden/run.mjs"))
            .arg(built)
            .args([STUDENTS, SEEDS]),
    )
}

/// What `tests/golden/time.mjs` measures of the same build.
pub fn times(workspace: &Workspace) -> Result<Value> {
    wasm_target::add(workspace)?;
    node::require()?;
    let built = build_wasm(workspace)?;
    let script = workspace.root.join("tests/golden/time.mjs");
    read(Command::new("node").arg(script).arg(built))
}

fn build_wasm(workspace: &Workspace) -> Result<PathBuf> {
    command::run(&mut workspace.cargo([
        "build",
        "--quiet",
        "--package",
        "golden",
        "--lib",
        "--target",
        wasm_target::NAME,
        "--profile",
        "wasm-release",
    ]))?;
    let folder = workspace.target.join(wasm_target::NAME);
    Ok(folder.join("wasm-release/golden.wasm"))
}

fn read(command: &mut Command) -> Result<Value> {
    let text = command::output(command)?;
    serde_json::from_str(&text)
        .with_context(|| format!("`{}` printed no JSON: {text}", command::shown(command)))
}
