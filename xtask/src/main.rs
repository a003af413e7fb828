//! `cargo xtask`: see `cargo xtask --help`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::workspace::Workspace;

mod bench;
mod browser;
mod chromium;
mod golden;
mod run;
mod server;
mod test;
mod web;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, run and test Trellis.")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve the demo district on http://127.0.0.1:3000
    Run(run::Arguments),
    /// Check everything that CI checks
    Test(test::Arguments),
    /// Build what browsers load into <target>/web
    Web(web::Arguments),
    /// Check that engine and item bank compute the same natively, in WASM and as committed
    Golden(golden::Arguments),
    /// Run the browser journeys; arguments after `--` go to Playwright
    E2e(browser::Arguments),
    /// Measure, and write the table of docs/BENCH.md; `bench engine` that of docs/ENGINE.md
    Bench(bench::Arguments),
    /// Take the pictures of docs/img again
    Screenshots,
}

fn main() -> ExitCode {
    match carry_out(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not as `main`'s result: that would print a backtrace, and the message says it all.
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(arguments: Arguments) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match arguments.command {
        Task::Run(arguments) => run::run(&workspace, &arguments),
        Task::Test(arguments) => test::run(&workspace, &arguments),
        Task::Web(arguments) => web::run(&workspace, &arguments),
        Task::Golden(arguments) => golden::run(&workspace, &arguments),
        Task::E2e(arguments) => browser::journeys(&workspace, &arguments),
        Task::Bench(arguments) => bench::run(&workspace, arguments),
        Task::Screenshots => browser::screenshots(&workspace),
    }
}
