//! `trellis bridge ...`: what teachers' texts come to, and how word cards fold.

mod analyse;
mod simulate;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum BridgeCommand {
    /// Look through a text as the bridge does for a teacher: ideas, terms, key sentences, words that
    /// need a card. Nothing is kept.
    #[command(after_help = "Example: trellis bridge analyse photosynthesis.txt --json")]
    Analyse(analyse::AnalyseArgs),
    /// Let a simulated student meet words for weeks, and see when cards fold and open again.
    #[command(after_help = "Example: trellis bridge simulate --words 8 --weeks 4 --seed 1")]
    Simulate(simulate::SimulateArgs),
}

pub fn run(command: BridgeCommand) -> anyhow::Result<()> {
    match command {
        BridgeCommand::Analyse(args) => analyse::run(&args),
        BridgeCommand::Simulate(args) => simulate::run(&args),
    }
}
