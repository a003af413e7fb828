//! The browser of the journeys: Debian's Chromium.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};
use xtask::{command, node};

const PLACES: [&str; 2] = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
const INSTALL: &str = "Chromium is needed for the browser journeys. Install it (on Debian: \
     `apt-get install chromium nodejs npm`), or set TRELLIS_CHROMIUM to its path.";

/// Finds Chromium, and with root on Debian installs it, and Node.js, where they are missing.
pub fn ensure() -> Result<PathBuf> {
    let missing = [
        (found().is_none(), "chromium"),
        (!command::exists("node"), "nodejs"),
        (!command::exists("npm"), "npm"),
    ];
    let missing: Vec<&str> = missing
        .iter()
        .filter(|(no, _)| *no)
        .map(|(_, p)| *p)
        .collect();
    if !missing.is_empty() && may_install() {
        install(&missing)?;
    }
    node::require()?;
    match found() {
        Some(path) => Ok(path),
        None => bail!("{INSTALL}"),
    }
}

fn found() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("TRELLIS_CHROMIUM") {
        return Some(PathBuf::from(path)).filter(|path| path.exists());
    }
    PLACES.iter().map(PathBuf::from).find(|path| path.exists())
}

fn may_install() -> bool {
    let root = command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && command::exists("apt-get")
}

fn install(packages: &[&str]) -> Result<()> {
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    command::run(apt().args(["update", "-qq"]))?;
    command::run(
        apt()
            .args(["install", "-qq", "-y", "--no-install-recommends"])
            .args(packages),
    )
}
