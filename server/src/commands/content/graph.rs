//! `trellis content graph`

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use item_bank::{Bank, graph};

use crate::commands::say;

#[derive(Args, Debug)]
pub struct GraphArgs {
    /// Write it here instead of to standard output.
    #[arg(long, value_name = "FILE.svg")]
    out: Option<PathBuf>,
}

pub fn run(args: &GraphArgs) -> anyhow::Result<()> {
    let svg = graph::svg(Bank::embedded().skills());
    match &args.out {
        None => say::line(svg.trim_end()),
        Some(path) => {
            fs::write(path, svg).with_context(|| format!("{} cannot be written", path.display()))?
        }
    }
    Ok(())
}
