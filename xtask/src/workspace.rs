//! Where the checkout and its build folder are.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::command;

/// The checkout and its build folder.
#[derive(Clone, Debug)]
pub struct Workspace {
    pub root: PathBuf,
    /// Cargo's, so that `CARGO_TARGET_DIR` and configuration files are followed.
    pub target: PathBuf,
}

impl Workspace {
    pub fn find() -> Result<Self> {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(manifest_root());
        let text = command::output(&mut cargo)?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).context("reading the output of `cargo metadata`")?;
        let path = |key: &str| -> Result<PathBuf> {
            let text = metadata[key]
                .as_str()
                .with_context(|| format!("`cargo metadata` names no {key}"))?;
            Ok(PathBuf::from(text))
        };
        Ok(Self {
            root: path("workspace_root")?,
            target: path("target_directory")?,
        })
    }

    /// What browsers load; the server's build embeds this folder (`TRELLIS_WEB_DIR`).
    pub fn web(&self) -> PathBuf {
        self.target.join("web")
    }

    pub fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// `cargo`, started at the root of the checkout.
    pub fn cargo<I, S>(&self, arguments: I) -> Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<std::ffi::OsStr>,
    {
        let mut cargo = Command::new("cargo");
        cargo
            .args(arguments)
            .current_dir(&self.root)
            .env("TRELLIS_WEB_DIR", self.web());
        cargo
    }
}

fn manifest_root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
