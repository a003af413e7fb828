//! Whether the last build is of these very sources.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use xtask::{command, workspace::Workspace};

use crate::compile::Mode;

/// All that the site is made from. Content is not: browsers fetch it from the server.
const INPUTS: [&str; 13] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "api/Cargo.toml",
    "api/src",
    "app",
    "e2e/package-lock.json",
    "engine/Cargo.toml",
    "engine/src",
    "item_bank/Cargo.toml",
    "item_bank/build.rs",
    "item_bank/src",
    "xtask/web",
];

/// A hash over names and contents of all inputs, the mode and the compiler.
pub fn of(workspace: &Workspace, mode: Mode) -> Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&workspace.root.join(input), &mut files)?;
    }
    files.sort();
    let mut rustc = Command::new("rustc");
    rustc.arg("--version").current_dir(&workspace.root);
    let mut hasher = Sha256::new();
    hasher.update(format!("{mode:?}\n{}", command::output(&mut rustc)?));
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let name = file.strip_prefix(&workspace.root)?;
        hasher.update(format!("{}\n{}\n", name.display(), bytes.len()));
        hasher.update(bytes);
    }
    Ok(hex::encode(hasher.finalize()))
}

pub fn is_current(workspace: &Workspace, stamp: &str) -> bool {
    workspace.web().join("index.html").exists()
        && fs::read_to_string(file(workspace)).is_ok_and(|found| found == stamp)
}

pub fn write(workspace: &Workspace, stamp: &str) -> Result<()> {
    let file = file(workspace);
    fs::write(&file, stamp).with_context(|| format!("writing {}", file.display()))
}

pub fn remove(workspace: &Workspace) -> Result<()> {
    let file = file(workspace);
    if file.exists() {
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
    }
    Ok(())
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.target.join("web.stamp")
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_owned());
    }
    Ok(())
}
