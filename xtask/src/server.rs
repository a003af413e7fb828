//! The `trellis` binary with the web app inside.

use std::path::PathBuf;

use anyhow::Result;
use xtask::{command, workspace::Workspace};

use crate::web;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

/// Builds the web app where its sources changed, then the server, and gives the binary.
pub fn build(workspace: &Workspace, profile: Profile, web: &web::Arguments) -> Result<PathBuf> {
    web::run(workspace, web)?;
    let mut cargo = workspace.cargo(["build", "--package", "server"]);
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    command::run(&mut cargo)?;
    Ok(workspace.target.join(folder).join("trellis"))
}
