//! `trellis import oatutor`

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand};
use oatutor::{Import, ImportOptions};
use serde_json::{Value, json};

use super::{progress, say};
use crate::clock::{Clock, SystemClock};
use crate::config::DatabaseArgs;
use crate::content::{ImportPlan, plan_import};
use crate::database::{Database, Location};

/// Who the history names.
const PROGRAM: &str = "trellis import oatutor";
/// Reasons that are shown without --json.
const SHOWN: usize = 12;

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Bring in a content pool in OATutor's layout. Without --apply nothing is written. What comes in
    /// waits for a teacher's review; no student meets it before.
    #[command(
        after_help = "Examples:\n  trellis import oatutor OATutor/src/content-sources/oatutor --json\n  \
        trellis import oatutor DIR --repository-license CC-BY-4.0 --apply"
    )]
    Oatutor(OatutorArgs),
}

#[derive(Args, Debug)]
pub struct OatutorArgs {
    /// The folder with content-pool/ in it.
    dir: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
    /// Write it into the database.
    #[arg(long)]
    apply: bool,
    /// The licence of the whole repository, for what names none itself.
    #[arg(long, value_name = "SPDX")]
    repository_license: Option<String>,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
}

pub async fn run(command: ImportCommand) -> anyhow::Result<()> {
    match command {
        ImportCommand::Oatutor(args) => oatutor(args).await,
    }
}

async fn oatutor(args: OatutorArgs) -> anyhow::Result<()> {
    let location = args.database.location()?;
    let (dir, license) = (args.dir.clone(), args.repository_license.clone());
    let import = tokio::task::spawn_blocking(move || {
        let bar = progress::bar(0, "Reading problems");
        let seen = bar.clone();
        let progress = move |done: usize, of: usize| {
            seen.set_length(of as u64);
            seen.set_position(done as u64);
        };
        let options = ImportOptions {
            repository_license: license,
            progress: Some(&progress),
            ..ImportOptions::default()
        };
        let import = oatutor::import(&dir, &options);
        bar.finish_and_clear();
        import
    });
    let import = import.await??;
    let database = open(&location, args.apply).await?;
    let done = write(&args, &import, database.as_ref()).await;
    if let Some(database) = database {
        database.close().await;
    }
    let report = done.with_context(|| format!("{location} was left as it was"))?;
    if args.json {
        say::line(serde_json::to_string_pretty(&report)?);
    } else {
        print(&args, &import, &report);
    }
    Ok(())
}

/// A dry run looks at the database where there is one, and makes none.
async fn open(location: &Location, apply: bool) -> anyhow::Result<Option<Database>> {
    if apply {
        return Ok(Some(Database::open(location).await?));
    }
    let Location::Sqlite(path) = location;
    if !path.exists() {
        return Ok(None);
    }
    Ok(Some(Database::open_read_only(location).await?))
}

async fn write(
    args: &OatutorArgs,
    import: &Import,
    database: Option<&Database>,
) -> anyhow::Result<Value> {
    let mut report = serde_json::to_value(import.report())?;
    let mut put = |name: &str, value: Value| {
        if let Some(fields) = report.as_object_mut() {
            fields.insert(name.to_owned(), value);
        }
    };
    let Some(database) = database else {
        put("applied", json!(false));
        return Ok(report);
    };
    let store = database.store();
    let at_ms = SystemClock.now_ms();
    let templates = import.templates().cloned();
    let plan = plan_import(&*store, PROGRAM, &import.skills, templates, at_ms).await?;
    put("database", serde_json::to_value(&plan.counts)?);
    put("applied", json!(args.apply));
    if args.apply && !plan.is_empty() {
        apply(plan, &*store).await?;
    }
    Ok(report)
}

async fn apply(plan: ImportPlan, store: &dyn store::Store) -> anyhow::Result<()> {
    if !plan.apply(store).await? {
        bail!("somebody changed one of these templates meanwhile: run the import again");
    }
    Ok(())
}

fn print(args: &OatutorArgs, import: &Import, report: &Value) {
    for held in import.held_back.iter().take(SHOWN) {
        let step = held.step.as_deref().unwrap_or("");
        say::line(format!(
            "held back {} {step}: {}: {}",
            held.problem,
            held.reason.code(),
            held.detail
        ));
    }
    if import.held_back.len() > SHOWN {
        say::line(format!(
            "... and {} more: --json counts them by reason",
            import.held_back.len() - SHOWN
        ));
    }
    let counts = import.report();
    say::line(format!(
        "{} problems: {} can come in ({} templates, {} skills), {} are held back.",
        counts.problems, counts.imported, counts.templates, counts.skills, counts.held_back
    ));
    if let Some(found) = report.get("database") {
        say::line(format!(
            "{} new templates, {} changed, {} as they were; {} new skills.",
            found["new_templates"],
            found["changed_templates"],
            found["unchanged_templates"],
            found["new_skills"]
        ));
    }
    say::line(if args.apply {
        "They wait for a teacher's review."
    } else {
        "Nothing was written. Add --apply to bring them in."
    });
}
