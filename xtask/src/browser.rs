//! What runs in a real browser: the journeys, and the pictures of docs/img.

use std::{path::Path, process::Command};

use anyhow::Result;
use clap::Args;
use xtask::{command, node, workspace::Workspace};

use crate::{
    chromium,
    server::{self, Profile},
    web,
};

#[derive(Args, Clone, Debug, Default)]
pub struct Arguments {
    /// Seconds instead of minutes: build the web app without optimisation
    #[arg(long)]
    dev: bool,
    /// For Playwright, such as `-- student --headed`
    #[arg(last = true)]
    playwright: Vec<String>,
}

/// Builds all and runs the journeys.
pub fn journeys(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let web = web::Arguments {
        dev: arguments.dev,
        ..web::Arguments::default()
    };
    let trellis = server::build(workspace, Profile::Debug, &web)?;
    let mut playwright = npm(workspace, "test", &trellis)?;
    if !arguments.playwright.is_empty() {
        playwright.arg("--").args(&arguments.playwright);
    }
    command::run(&mut playwright)
}

/// Checks the types of the journeys' own code.
pub fn check_types(workspace: &Workspace) -> Result<()> {
    node::install(workspace)?;
    let mut check = Command::new("npm");
    check
        .args(["run", "--silent", "check"])
        .current_dir(workspace.e2e());
    command::run(&mut check)
}

/// Writes docs/img again.
pub fn screenshots(workspace: &Workspace) -> Result<()> {
    let trellis = server::build(workspace, Profile::Debug, &web::Arguments::default())?;
    command::run(&mut npm(workspace, "screenshots", &trellis)?)
}

/// One of the scripts of e2e/package.json, told where browser and server are.
pub fn npm(workspace: &Workspace, script: &str, trellis: &Path) -> Result<Command> {
    let chromium = chromium::ensure()?;
    node::install(workspace)?;
    let mut npm = Command::new("npm");
    npm.args(["run", "--silent", script])
        .env("TRELLIS_CHROMIUM", chromium)
        .env("TRELLIS_BIN", trellis)
        .current_dir(workspace.e2e());
    Ok(npm)
}
