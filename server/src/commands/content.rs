//! `trellis content check` and `trellis content sample`

use super::say;
use anyhow::bail;
use clap::{Args, Subcommand};
use item_bank::{Bank, Item, TemplateId, instantiate, plain};

#[derive(Debug, Subcommand)]
pub enum ContentCommand {
    /// Look for everything that could be wrong with the content, before a student finds it.
    #[command(after_help = "Example: trellis content check --json\n\n\
        Exit code 1 when something must be mended.")]
    Check(CheckArgs),
    /// Print items as a student would meet them.
    #[command(
        after_help = "Example: trellis content sample --template add-unlike-ribbon --count 3"
    )]
    Sample(SampleArgs),
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Args, Debug)]
pub struct SampleArgs {
    /// Id of the template.
    #[arg(long, value_name = "ID")]
    template: TemplateId,
    /// Seed of the first item; the next has the next.
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u32,
    /// How many.
    #[arg(long, value_name = "K", default_value_t = 1)]
    count: u32,
    /// Print whole items as a JSON array.
    #[arg(long)]
    json: bool,
}

pub fn run(command: ContentCommand) -> anyhow::Result<()> {
    match command {
        ContentCommand::Check(args) => check(&args),
        ContentCommand::Sample(args) => sample(&args),
    }
}

fn check(args: &CheckArgs) -> anyhow::Result<()> {
    let report = item_bank::lint::check_all(Bank::embedded());
    if args.json {
        say::line(serde_json::to_string_pretty(&report)?);
    } else {
        for failure in &report.failures {
            say::line(failure);
        }
        say::line(format!(
            "{} skills, {} templates, {} languages; {} items made.",
            report.skills, report.templates, report.languages, report.items
        ));
    }
    if !report.is_clean() {
        bail!(
            "{} things in the content must be mended",
            report.failures.len()
        );
    }
    Ok(())
}

fn sample(args: &SampleArgs) -> anyhow::Result<()> {
    let Some(template) = Bank::embedded().current(&args.template) else {
        bail!(
            "there is no template '{}': see item_bank/content/templates",
            args.template
        );
    };
    let seeds = (0..args.count).map(|n| args.seed.wrapping_add(n));
    let items = seeds
        .map(|seed| instantiate(template, seed))
        .collect::<Result<Vec<_>, _>>()?;
    if args.json {
        say::line(serde_json::to_string_pretty(&items)?);
        return Ok(());
    }
    for item in &items {
        print(item);
    }
    Ok(())
}

fn print(item: &Item) {
    say::line(format!("{} seed {}", item.template, item.seed));
    say::line(format!("  {}", plain(&item.stem)));
    if let item_bank::Key::Choices(choices) = &item.key {
        for choice in choices {
            let mark = if choice.correct { '*' } else { ' ' };
            say::line(format!("  {mark} {}", plain(&choice.text)));
        }
    }
    say::line(format!("  {}", item.form_note));
    say::line(format!("  answer: {}", plain(&item.key_rich())));
    for (n, hint) in item.hints.iter().enumerate() {
        say::line(format!("  hint {}: {}", n + 1, plain(&hint.text)));
    }
    for step in &item.solution {
        say::line(format!("  solution: {}", plain(step)));
    }
    say::line("");
}
