//! The parts of the test, fast and telling ones first.

use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;
use xtask::{command, wasm_target, workspace::Workspace};

use crate::{
    browser, chromium, golden,
    server::{self, Profile},
    web,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Step {
    Tools,
    Format,
    Architecture,
    Lints,
    LintsWasm,
    Web,
    Tests,
    DocTests,
    Golden,
    Content,
    E2e,
}

impl Step {
    pub fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }

    pub fn about(self) -> &'static str {
        match self {
            Self::Tools => {
                "wasm32 target, Chromium, Node.js and its packages, installed where missing"
            }
            Self::Format => "rustfmt",
            Self::Architecture => "forbidden dependencies and rules about the tree",
            Self::Lints => "clippy over everything, natively",
            Self::LintsWasm => "clippy over the app as browsers run it",
            Self::Web => "the web app, within its size budget",
            Self::Tests => "unit and whole-system tests",
            Self::DocTests => "examples in the documentation",
            Self::Golden => "1,000 simulated students and 10,000 items, natively and in WASM",
            Self::Content => "every template and bridge text",
            Self::E2e => "the journeys in Chromium",
        }
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Tools => {
                wasm_target::add(workspace)?;
                chromium::ensure()?;
                browser::check_types(workspace)
            }
            Self::Format => cargo(workspace, &["fmt", "--all", "--check"]),
            Self::Architecture => {
                let test = [
                    "test",
                    "--package",
                    "trellis-tests",
                    "--test",
                    "architecture",
                ];
                cargo(workspace, &test)
            }
            Self::Lints => {
                let all = [
                    "clippy",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ];
                cargo(workspace, &all)
            }
            Self::LintsWasm => {
                let app = ["clippy", "--package", "app", "--target", wasm_target::NAME];
                cargo(workspace, &[&app[..], &["--", "-D", "warnings"]].concat())
            }
            Self::Web => {
                let check_budget = true;
                let arguments = web::Arguments {
                    check_budget,
                    ..web::Arguments::default()
                };
                web::run(workspace, &arguments)
            }
            Self::Tests => tests(workspace),
            Self::DocTests => cargo(workspace, &["test", "--workspace", "--doc"]),
            Self::Golden => golden::run(workspace, &golden::Arguments::default()),
            Self::Content => {
                let web = web::Arguments::default();
                let trellis = server::build(workspace, Profile::Debug, &web)?;
                let mut check = Command::new(trellis);
                command::run(
                    check
                        .args(["content", "check"])
                        .current_dir(&workspace.root),
                )
            }
            Self::E2e => browser::journeys(workspace, &browser::Arguments::default()),
        }
    }
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    command::run(&mut workspace.cargo(arguments))
}

/// With cargo-nextest where it is installed: it is faster and names a slow test.
fn tests(workspace: &Workspace) -> Result<()> {
    if command::exists("cargo-nextest") {
        let run = ["nextest", "run", "--workspace", "--no-fail-fast"];
        return cargo(workspace, &run);
    }
    let all = [
        "test",
        "--workspace",
        "--lib",
        "--bins",
        "--tests",
        "--no-fail-fast",
    ];
    cargo(workspace, &all)
}
