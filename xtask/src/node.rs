//! The packages under `e2e/`: Playwright, axe and binaryen's wasm-opt, at the versions of its lock file.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{command, workspace::Workspace};

const INSTALL_NODE: &str = "Node.js 20 or newer with npm is needed for wasm-opt and the browser tests. \
     Install it (on Debian: `apt-get install nodejs npm`) and run this again.";

/// Runs `npm ci` in `e2e/` unless what the lock file names is installed already.
pub fn install(workspace: &Workspace) -> Result<()> {
    let e2e = workspace.e2e();
    let lock = fs::read(e2e.join("package-lock.json")).context("reading e2e/package-lock.json")?;
    // npm's own record of the installed tree is in another format: keep a copy of ours instead.
    let stamp = e2e.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    require()?;
    command::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&e2e),
    )?;
    fs::write(&stamp, lock).with_context(|| format!("writing {}", stamp.display()))
}

pub fn available() -> bool {
    command::exists("node") && command::exists("npm")
}

/// Fails with what to install where Node.js is missing.
pub fn require() -> Result<()> {
    if available() {
        return Ok(());
    }
    bail!("{INSTALL_NODE}")
}

/// A program that one of the packages brought, such as `wasm-opt`.
pub fn program(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    install(workspace)?;
    let path = workspace.e2e().join("node_modules/.bin").join(name);
    if !path.exists() {
        bail!("e2e/node_modules has no `{name}`: remove e2e/node_modules and run `npm ci` in e2e/");
    }
    Ok(path)
}
