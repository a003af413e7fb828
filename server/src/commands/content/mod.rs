//! `trellis content ...`: what authors and examiners look at content with.

mod check;
mod counts;
mod folder;
mod graph;
mod preview;
mod sample;

use clap::Subcommand;

pub use counts::table;
pub use folder::{Folder, ReadFailure, SourceFile};

#[derive(Debug, Subcommand)]
pub enum ContentCommand {
    /// Look for everything that could be wrong with the content, before a student finds it.
    #[command(after_help = "Examples:\n  trellis content check --json\n  \
        trellis content check --dir my-content\n\n\
        Exit code 1 when something must be mended.")]
    Check(check::CheckArgs),
    /// Print items as a student would meet them.
    #[command(
        after_help = "Example: trellis content sample --template add-unlike-ribbon --count 3"
    )]
    Sample(sample::SampleArgs),
    /// Draw the skills and what each builds on, as SVG.
    #[command(after_help = "Example: trellis content graph --out skills.svg")]
    Graph(graph::GraphArgs),
    /// Show templates in a browser while they are written: the page follows every save.
    #[command(
        after_help = "Example: trellis content preview item_bank/content/templates/ratios/unit-rate.toml"
    )]
    Preview(preview::PreviewArgs),
    /// Print how much content there is, as the Markdown table of docs/CONTENT.md.
    #[command(after_help = "Example: trellis content counts")]
    Counts,
}

pub async fn run(command: ContentCommand) -> anyhow::Result<()> {
    match command {
        ContentCommand::Check(args) => check::run(&args),
        ContentCommand::Sample(args) => sample::run(&args),
        ContentCommand::Graph(args) => graph::run(&args),
        ContentCommand::Preview(args) => preview::run(args).await,
        ContentCommand::Counts => {
            super::say::line(table(item_bank::Bank::embedded()).trim_end());
            Ok(())
        }
    }
}
