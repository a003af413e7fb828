//! Builds what browsers load into `<target>/web`: the student app, the staff app, and the shell
//! that lets the student app open without a network. The server embeds that folder.

use std::{fs, process::ExitCode};

use anyhow::{Context, Result};
use clap::Parser;
use xtask::workspace::Workspace;

mod assets;
mod bindgen;
mod compile;
mod css;
mod page;
mod report;
mod stamp;

#[derive(Parser)]
#[command(
    name = "cargo xtask web",
    about = "Build what browsers load into <target>/web."
)]
struct Arguments {
    /// Seconds instead of minutes: little optimisation, no wasm-opt
    #[arg(long)]
    dev: bool,
    /// Fail when the student app's first load is over its budget
    #[arg(long, conflicts_with = "dev")]
    check_budget: bool,
    /// Build even when no source changed since the last build
    #[arg(long)]
    force: bool,
}

fn main() -> ExitCode {
    match carry_out(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not as `main`'s result: that would print a backtrace, and the message says it all.
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(arguments: &Arguments) -> Result<()> {
    let workspace = Workspace::find()?;
    let mode = compile::Mode::choose(arguments.dev);
    let stamp = stamp::of(&workspace, mode)?;
    if !arguments.force && stamp::is_current(&workspace, &stamp) {
        println!("{} is up to date", workspace.web().display());
    } else {
        build(&workspace, mode)?;
        stamp::write(&workspace, &stamp)?;
    }
    if arguments.check_budget && mode == compile::Mode::Release {
        report::check_budget(&workspace)?;
    }
    Ok(())
}

fn build(workspace: &Workspace, mode: compile::Mode) -> Result<()> {
    stamp::remove(workspace)?;
    let entries = compile::entries(workspace, mode)?;

    // Written beside the old build and swapped at the end: a failed build leaves the old one whole.
    let fresh = workspace.target.join("web.new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).with_context(|| format!("removing {}", fresh.display()))?;
    }
    let mut site = assets::Site::new(&fresh, mode.brotli_quality())?;
    let shell = page::write(workspace, &mut site, &entries)?;
    report::print(&site, &shell);
    report::keep(workspace, &shell)?;

    let web = workspace.web();
    if web.exists() {
        fs::remove_dir_all(&web).with_context(|| format!("removing {}", web.display()))?;
    }
    fs::rename(&fresh, &web)
        .with_context(|| format!("moving {} to {}", fresh.display(), web.display()))
}
