//! From Rust to the WASM and JavaScript of each entry.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use xtask::{command, node, wasm_target, workspace::Workspace};

use crate::bindgen;

/// Leptos boxes the view of each component instead of making one type of the whole page: 4 % less
/// code to download, and quicker to build. Nothing is inlined that would make code longer: 1 % of
/// the shell and 6 % of the questions. Joined with what `.cargo/config.toml` says.
const RUSTFLAGS: &str = "target.wasm32-unknown-unknown.rustflags=[\"--cfg\", \"erase_components\", \
                         \"-Cllvm-args=-inline-threshold=0\"]";

/// What rustc emits today, and every browser of the last years runs. Not `--all-features`: with it
/// binaryen 132 writes imports in a form that browsers still refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Dev,
    /// On a machine without Node.js, hence without wasm-opt.
    Unoptimised,
    Release,
}

impl Mode {
    /// What can be built here: `cargo xtask run` needs nothing but Rust.
    pub fn choose(dev: bool) -> Self {
        if dev {
            Self::Dev
        } else if node::available() {
            Self::Release
        } else {
            eprintln!(
                "WARNING: no Node.js here, so no wasm-opt: the app will be some 15 % larger than \
                 it need be.\nTo release it or to run the tests, install Node.js \
                 (on Debian: `apt-get install nodejs npm`)."
            );
            Self::Unoptimised
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Unoptimised | Self::Release => "wasm-release",
        }
    }

    /// 11 is the densest and takes seconds; 5 is fast.
    pub fn brotli_quality(self) -> u32 {
        match self {
            Self::Dev => 5,
            Self::Unoptimised | Self::Release => 11,
        }
    }
}

/// What one of the app's binaries became.
#[derive(Debug)]
pub struct Entry {
    pub name: &'static str,
    pub wasm: Vec<u8>,
    /// The glue that starts it, an ES module.
    pub glue: String,
    /// Modules that the glue imports, by the path it imports them by.
    pub snippets: BTreeMap<String, String>,
}

/// The student app, the staff app, what makes and checks questions on the student's device, and the
/// bridge.
const ENTRIES: [&str; 4] = ["student", "staff", "questions", "bridge"];

/// Builds them all.
pub fn entries(workspace: &Workspace, mode: Mode) -> Result<Vec<Entry>> {
    wasm_target::add(workspace)?;
    let mut cargo = workspace.cargo(["build", "--package", "app", "--bin", "student"]);
    cargo.args([
        "--bin",
        "staff",
        "--package",
        "questions",
        "--package",
        "bridge",
        "--lib",
    ]);
    cargo.args(["--target", wasm_target::NAME]);
    cargo.args(["--profile", mode.profile(), "--config", RUSTFLAGS]);
    command::run(&mut cargo)?;
    ENTRIES
        .into_iter()
        .map(|name| entry(workspace, mode, name))
        .collect()
}

fn entry(workspace: &Workspace, mode: Mode, name: &'static str) -> Result<Entry> {
    let built = workspace
        .target
        .join(wasm_target::NAME)
        .join(mode.profile())
        .join(name)
        .with_extension("wasm");
    let scratch = workspace.target.join("wasm-bindgen").join(name);
    let bound = bindgen::bind(&built, &scratch)?;
    let wasm = match mode {
        Mode::Dev | Mode::Unoptimised => bound.wasm,
        Mode::Release => optimise(workspace, &bound.wasm)?,
    };
    Ok(Entry {
        name,
        wasm: fs::read(&wasm).with_context(|| format!("reading {}", wasm.display()))?,
        glue: bound.glue,
        snippets: bound.snippets,
    })
}

/// Runs binaryen's optimiser, which also strips the sections that only tools read.
fn optimise(workspace: &Workspace, wasm: &Path) -> Result<PathBuf> {
    let smaller = wasm.with_extension("opt.wasm");
    let mut wasm_opt = Command::new(node::program(workspace, "wasm-opt")?);
    wasm_opt
        .args(FEATURES)
        .args([
            "-Oz",
            "--one-caller-inline-max-function-size=1",
            "--strip-target-features",
            "-o",
        ])
        .arg(&smaller)
        .arg(wasm);
    command::run(&mut wasm_opt)?;
    Ok(smaller)
}
