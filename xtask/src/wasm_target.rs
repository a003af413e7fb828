//! rustc's WebAssembly target.

use std::{path::PathBuf, process::Command};

use anyhow::{Result, bail};

use crate::{command, workspace::Workspace};

pub const NAME: &str = "wasm32-unknown-unknown";

/// Adds it where it is missing.
pub fn add(workspace: &Workspace) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--print", "sysroot"])
        .current_dir(&workspace.root);
    let sysroot = PathBuf::from(command::output(&mut rustc)?.trim());
    if sysroot.join("lib/rustlib").join(NAME).exists() {
        return Ok(());
    }
    if !command::exists("rustup") {
        bail!(
            "rustc has no {NAME} target and there is no rustup to add it: \
             install Rust with rustup, or your distribution's package for that target"
        );
    }
    command::run(
        Command::new("rustup")
            .args(["target", "add", NAME])
            .current_dir(&workspace.root),
    )
}
