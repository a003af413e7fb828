//! `cargo xtask web`: hands over to the crate `xtask-web`, whose tools take minutes to compile once.

use anyhow::Result;
use clap::Args;
use xtask::{command, workspace::Workspace};

#[derive(Args, Clone, Debug, Default)]
pub struct Arguments {
    /// Seconds instead of minutes: little optimisation, no wasm-opt
    #[arg(long)]
    pub dev: bool,
    /// Fail when the student app's first load is over its budget
    #[arg(long, conflicts_with = "dev")]
    pub check_budget: bool,
    /// Build even when no source changed since the last build
    #[arg(long)]
    pub force: bool,
}

pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let mut cargo = workspace.cargo(["run", "--quiet", "--package", "xtask-web", "--"]);
    if arguments.dev {
        cargo.arg("--dev");
    }
    if arguments.check_budget {
        cargo.arg("--check-budget");
    }
    if arguments.force {
        cargo.arg("--force");
    }
    command::run(&mut cargo)
}
