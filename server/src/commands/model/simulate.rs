//! `trellis model simulate`

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use simulation::report::{blocks, refresh, report};
use simulation::{Options, plot};

use crate::commands::{progress, say};

pub const EXAMPLES: &str = "Examples:\n  trellis model simulate --runs 120000 --out report\n  \
    trellis model simulate --markdown docs/ENGINE.md --plots docs/img/engine\n\n\
    Rules for when practice stops, against five models of how students learn, most of which are not\n\
    the tutor's. Every rule meets the same students with the same luck. A rule is said to win only\n\
    where it wins under all five. Nothing here is evidence about real students.";

#[derive(Args, Debug)]
pub struct SimulateArgs {
    /// Student-skill runs under each model of the student.
    #[arg(long, value_name = "N")]
    runs: Option<u64>,
    /// Seed of the students and their luck.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Threads; all cores without. The result does not depend on it.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Folder for the report (simulation.md, simulation.json) and its plots (SVG).
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// A page whose marked blocks are made anew.
    #[arg(long, value_name = "FILE.md")]
    markdown: Option<PathBuf>,
    /// Folder for the plots alone.
    #[arg(long, value_name = "DIR")]
    plots: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &SimulateArgs) -> anyhow::Result<()> {
    let defaults = Options::default();
    let options = Options {
        runs: args.runs.unwrap_or(defaults.runs),
        seed: args.seed.unwrap_or(defaults.seed),
        threads: args.threads,
        ..defaults
    };
    let bar = progress::bar(1, "simulating");
    let matrix = simulation::run(&options, &|at| {
        bar.set_length(at.of);
        bar.set_position(at.done);
    })?;
    bar.finish_and_clear();
    let report = report(matrix);
    let text = || {
        let blocks = blocks(&report);
        let texts = blocks.iter().map(|(_, text)| text.trim_end());
        texts.collect::<Vec<_>>().join("\n\n")
    };
    if let Some(folder) = &args.out {
        let json = serde_json::to_string_pretty(&report)?;
        write(folder, "simulation.json", &json)?;
        write(folder, "simulation.md", &format!("{}\n", text()))?;
    }
    for folder in args.out.iter().chain(&args.plots) {
        write(folder, "effort.svg", &plot::scatter(&report.matrix))?;
        write(folder, "thirds.svg", &plot::dumbbell(&report.matrix))?;
    }
    if let Some(page) = &args.markdown {
        let unreadable = || format!("{} could not be read", page.display());
        let mut document = std::fs::read_to_string(page).with_context(unreadable)?;
        for block in blocks(&report) {
            let name = block.0;
            document = refresh(&document, &block).with_context(|| {
                format!(
                    "{} has no lines `<!-- simulation:{name} -->` and `<!-- end of simulation:{name} -->`",
                    page.display()
                )
            })?;
        }
        std::fs::write(page, document)
            .with_context(|| format!("{} could not be written", page.display()))?;
    }
    if args.json {
        say::line(serde_json::to_string_pretty(&report)?);
    } else if args.markdown.is_none() && args.out.is_none() {
        say::line(text());
    }
    Ok(())
}

fn write(folder: &Path, name: &str, text: &str) -> anyhow::Result<()> {
    let file = folder.join(name);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&file, text))
        .with_context(|| format!("{} could not be written", file.display()))
}
