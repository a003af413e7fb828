//! `cargo xtask run`: the demo district from nothing.

use std::{fs, net::SocketAddr, path::PathBuf, process::Command};

use anyhow::{Context, Result};
use clap::Args;
use xtask::{command, workspace::Workspace};

use crate::{
    server::{self, Profile},
    web,
};

#[derive(Args, Clone, Debug)]
pub struct Arguments {
    /// Where the server listens
    #[arg(long, default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// The database file, made and filled with the demo district when it is not there
    #[arg(long, default_value = "var/trellis.db")]
    database: PathBuf,
    /// Optimise the server, which takes minutes to build
    #[arg(long)]
    release: bool,
    #[command(flatten)]
    web: web::Arguments,
}

pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let profile = if arguments.release {
        Profile::Release
    } else {
        Profile::Debug
    };
    let trellis = server::build(workspace, profile, &arguments.web)?;
    let database = workspace.root.join(&arguments.database);
    if let Some(folder) = database.parent() {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    let mut serve = Command::new(trellis);
    serve
        .args(["serve", "--demo", "--database"])
        .arg(&database)
        .args(["--listen", &arguments.listen.to_string()])
        .current_dir(&workspace.root);
    replace_by(&mut serve)
}

/// Becomes the server, so that Ctrl-C and signals reach it and its exit code is ours.
#[cfg(unix)]
fn replace_by(serve: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;

    let line = command::shown(serve);
    eprintln!("$ {line}");
    let error = serve.exec();
    Err(error).with_context(|| format!("starting `{line}`"))
}

#[cfg(not(unix))]
fn replace_by(serve: &mut Command) -> Result<()> {
    command::run(serve)
}
