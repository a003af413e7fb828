//! `trellis model adopt`

use std::io::{IsTerminal as _, Write as _, stderr, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use serde_json::json;
use store::{ModelId, StoreError};

use super::adopt_print;
use crate::clock::{Clock, SystemClock};
use crate::commands::say;
use crate::config::DatabaseArgs;
use crate::content::bank_of;
use crate::database::{Database, Location};
use crate::model::{Adoption, Refused, Signed, Target};

pub const EXAMPLES: &str = "Examples:\n  \
    trellis model adopt params.json --note 'fit of the autumn term'\n  \
    trellis model adopt params.json --note 'fit of the autumn term' --by 'M. Rivera' --yes\n  \
    trellis model adopt --previous --note 'the new one masters too early' --yes\n\n\
    Answers given from then on are read with the new parameters; estimates that are shown already\n\
    stay until the next answer, unless --replay reads the past anew as well. Without --yes, or a y\n\
    at a terminal, nothing changes.";

#[derive(Args, Debug)]
pub struct AdoptArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The file that `trellis model fit` wrote.
    #[arg(value_name = "PARAMS.JSON", required_unless_present = "previous")]
    file: Option<PathBuf>,
    /// Go back to what was in force before the present version.
    #[arg(long, conflicts_with = "file")]
    previous: bool,
    /// Why, for whoever reads the list of versions later.
    #[arg(long, value_name = "TEXT", value_parser = some_text)]
    note: String,
    /// Who adopts it.
    #[arg(long, value_name = "NAME", env = "USER", default_value = "an operator",
        value_parser = some_text)]
    by: String,
    /// Read the past anew as well: every estimate is rebuilt from the responses.
    #[arg(long)]
    replay: bool,
    /// Adopt without asking.
    #[arg(long)]
    yes: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

fn some_text(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("say it in a few words".to_owned());
    }
    Ok(text.to_owned())
}

pub async fn run(args: AdoptArgs) -> anyhow::Result<()> {
    let location = args.database.location()?;
    // The file first: a mistake in it is told before any database is touched.
    let target = match &args.file {
        Some(path) => Target::File(read(path)?),
        None => Target::Previous,
    };
    let may_change = args.yes || stdin().is_terminal();
    let database = if may_change {
        open(&location).await?
    } else {
        Database::open_read_only(&location).await?
    };
    let done = adopt(&args, &database, target).await;
    database.close().await;
    done
}

async fn adopt(args: &AdoptArgs, database: &Database, target: Target) -> anyhow::Result<()> {
    let store = database.store();
    let signed = Signed {
        by: args.by.clone(),
        note: args.note.clone(),
        at_ms: SystemClock.now_ms(),
    };
    let bank = bank_of(&*store).await?;
    let found = Adoption::of(&bank, &*store, target, signed, args.replay).await;
    let adoption = found.map_err(|refused| about_file(refused, args.file.as_deref()))?;
    let report = adoption.report.clone();
    if !args.json {
        adopt_print::report(&report);
    }
    let agreed = args.yes || (stdin().is_terminal() && ask()?);
    let adopted: Option<ModelId> = if agreed {
        Some(adoption.adopt(&*store).await?)
    } else {
        None
    };
    if args.json {
        let mut json = serde_json::to_value(&report)?;
        if let Some(fields) = json.as_object_mut() {
            fields.insert("adopted".to_owned(), json!(adopted));
        }
        say::line(json);
        return Ok(());
    }
    match adopted {
        Some(id) => say::line(format!(
            "Model {id} is in force. Back: trellis model adopt --previous --note '...'"
        )),
        None => say::line("Nothing was changed. Add --yes to adopt it."),
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| {
        format!(
            "{} cannot be read: give the path of the file that `trellis model fit` wrote",
            path.display()
        )
    })
}

/// A server that runs would go on with the parameters that it started with.
async fn open(location: &Location) -> anyhow::Result<Database> {
    match Database::open_existing(location).await {
        Err(StoreError::Unavailable { path, reason, .. })
            if reason.contains("is writing to it") =>
        {
            bail!(
                "a model is adopted while no server runs, and {reason} ({path}). \
                 Stop it, adopt, and start it again; nothing was changed. \
                 Without --yes the report can be had beside a running server"
            )
        }
        other => Ok(other?),
    }
}

fn about_file(refused: Refused, file: Option<&Path>) -> anyhow::Error {
    match (refused, file) {
        (refused @ (Refused::File(_) | Refused::OtherContent(_)), Some(path)) => {
            anyhow::anyhow!("{}: {refused}; nothing was changed", path.display())
        }
        (refused, _) => refused.into(),
    }
}

fn ask() -> anyhow::Result<bool> {
    eprint!("Adopt it? [y/N] ");
    stderr().flush()?;
    let mut line = String::new();
    stdin().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}
