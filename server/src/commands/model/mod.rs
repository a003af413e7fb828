//! `trellis model`: fit, judge and adopt what the engine runs with.

mod adopt;
mod adopt_print;
mod card;
mod evaluate;
mod fit;
mod list;
mod simulate;
mod source;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum ModelCommand {
    /// Fit a model to a file of responses.
    #[command(after_help = fit::EXAMPLES)]
    Fit(fit::FitArgs),
    /// Judge a model on students that it was not fitted on.
    #[command(after_help = evaluate::EXAMPLES)]
    Evaluate(evaluate::EvaluateArgs),
    /// Try rules for when practice stops on simulated students.
    #[command(after_help = simulate::EXAMPLES)]
    Simulate(simulate::SimulateArgs),
    /// Bring fitted parameters into force, after a report of what they would change.
    #[command(after_help = adopt::EXAMPLES)]
    Adopt(adopt::AdoptArgs),
    /// The versions that were adopted, newest first.
    #[command(after_help = "Example: trellis model list --database var/trellis.db --json")]
    List(list::ListArgs),
}

pub async fn run(command: ModelCommand) -> anyhow::Result<()> {
    match command {
        ModelCommand::Fit(args) => fit::run(&args),
        ModelCommand::Evaluate(args) => evaluate::run(&args),
        ModelCommand::Simulate(args) => simulate::run(&args),
        ModelCommand::Adopt(args) => adopt::run(args).await,
        ModelCommand::List(args) => list::run(args).await,
    }
}
