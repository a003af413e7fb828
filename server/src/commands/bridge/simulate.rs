//! `trellis bridge simulate`: when word cards fold and open again.

use clap::Args;
use engine::TermRule;
use simulation::words::{Student, simulate, timeline};

use crate::commands::say;

#[derive(Debug, Args)]
pub struct SimulateArgs {
    /// Words the student meets
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    words: u32,
    /// School weeks of five days
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=40))]
    weeks: u32,
    /// The same seed tells the same story
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Every use, as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(args: &SimulateArgs) -> anyhow::Result<()> {
    let rule = TermRule::default();
    let words = simulate(Student::EMERGING, args.words, args.weeks, rule, args.seed);
    if args.json {
        say::line(serde_json::to_string_pretty(&words)?);
    } else {
        say::line(timeline(&words));
    }
    Ok(())
}
