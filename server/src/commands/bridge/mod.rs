//! `trellis bridge ...`: what teachers' texts come to.

mod analyse;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum BridgeCommand {
    /// Look through a text as the bridge does for a teacher: ideas, terms, key sentences, words that
    /// need a card. Nothing is kept.
    #[command(after_help = "Example: trellis bridge analyse photosynthesis.txt --json")]
    Analyse(analyse::AnalyseArgs),
}

pub fn run(command: BridgeCommand) -> anyhow::Result<()> {
    match command {
        BridgeCommand::Analyse(args) => analyse::run(&args),
    }
}
