//! `cargo xtask bench`: measures, and writes the table of docs/BENCH.md.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use serde_json::Value;
use xtask::{command, workspace::Workspace};

use crate::{
    browser,
    server::{self, Profile},
    web,
};

mod content;
mod engine;
mod table;

#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Subcommand)]
enum Part {
    /// Only the item bank: items a second, natively and in WASM, and packs on the wire
    Content,
    /// Only the engine: fits and predictions on public data sets, and its speed
    Engine {
        /// Folder that holds `ct.csv.gz` and `assist2015/`
        #[arg(long)]
        data: Option<PathBuf>,
    },
}

/// The text around the table is written by people.
const BEGIN: &str = "<!-- table: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of table -->";

pub fn run(workspace: &Workspace, arguments: Arguments) -> Result<()> {
    match arguments.part {
        Some(Part::Content) => content::run(workspace),
        Some(Part::Engine { data }) => engine::run(workspace, data),
        None => everything(workspace),
    }
}

fn everything(workspace: &Workspace) -> Result<()> {
    let trellis = server::build(workspace, Profile::Release, &web::Arguments::default())?;
    let sizes = read_json(&workspace.target.join("web-sizes.json"))?;
    let engine = measure(workspace, &["engine".as_ref()])?;
    let load = measure(
        workspace,
        &["load".as_ref(), "--trellis".as_ref(), trellis.as_ref()],
    )?;
    let (feedback, bridge) = in_browser(workspace, &trellis)?;
    let table = table::Measured {
        sizes: &sizes,
        engine: &engine,
        load: &load,
        feedback: &feedback,
        bridge: &bridge,
    };
    let text = table.to_markdown()?;
    println!("\n{text}");
    write(workspace, "docs/BENCH.md", (BEGIN, END), &text)
}

/// Runs the crate `bench`, optimised, and reads the JSON it prints.
fn measure(workspace: &Workspace, arguments: &[&std::ffi::OsStr]) -> Result<Value> {
    let mut cargo = workspace.cargo(["run", "--quiet", "--release", "--package", "bench", "--"]);
    cargo.args(arguments);
    eprintln!("$ {}", command::shown(&cargo));
    let text = command::output(&mut cargo)?;
    serde_json::from_str(&text).with_context(|| format!("the measurement printed no JSON: {text}"))
}

/// From a press to what it shows, in a browser whose processor is slowed down: feedback, the bridge.
fn in_browser(workspace: &Workspace, trellis: &Path) -> Result<(Value, Value)> {
    let files = ["feedback.json", "bridge.json"].map(|name| workspace.target.join(name));
    for file in files.iter().filter(|file| file.exists()) {
        fs::remove_file(file)?;
    }
    let [feedback, bridge] = &files;
    let mut playwright = browser::npm(workspace, "bench", trellis)?;
    playwright.env("TRELLIS_BENCH_OUT", feedback);
    command::run(playwright.env("TRELLIS_BENCH_BRIDGE_OUT", bridge))?;
    Ok((read_json(feedback)?, read_json(bridge)?))
}

fn read_json(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} holds no JSON", file.display()))
}

/// Puts the table between two lines of a page that people write.
fn write(workspace: &Workspace, page: &str, marks: (&str, &str), table: &str) -> Result<()> {
    let (begin, end) = marks;
    let file = workspace.root.join(page);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let Some((before, rest)) = text.split_once(begin) else {
        bail!("{page} has no line `{begin}`");
    };
    let Some((_, after)) = rest.split_once(end) else {
        bail!("{page} has no line `{end}`");
    };
    let text = format!("{before}{begin}\n{table}{end}{after}");
    fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
}
