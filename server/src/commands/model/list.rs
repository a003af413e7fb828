//! `trellis model list`

use clap::Args;
use serde::Serialize;
use store::{ModelId, ModelRow};

use crate::clock::date_utc;
use crate::commands::say;
use crate::config::DatabaseArgs;
use crate::database::Database;

#[derive(Args, Debug)]
pub struct ListArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

/// One version, newest first.
#[derive(Serialize)]
struct Line<'a> {
    id: ModelId,
    in_force: bool,
    adopted_at_ms: i64,
    adopted_by: &'a str,
    note: &'a str,
    /// Absent for the content's own parameters.
    sha256: Option<&'a str>,
    at_position: i64,
    rebuilt: bool,
    previous: Option<ModelId>,
    returns_to: Option<ModelId>,
}

pub async fn run(args: ListArgs) -> anyhow::Result<()> {
    let database = Database::open_read_only(&args.database.location()?).await?;
    let models = database.store().models().await;
    database.close().await;
    let models = models?;
    let last = models.last().map(|row| row.id);
    let lines: Vec<Line<'_>> = models.iter().rev().map(|row| line(row, last)).collect();
    if args.json {
        say::line(serde_json::to_string_pretty(&lines)?);
        return Ok(());
    }
    if lines.is_empty() {
        say::line("No model was adopted: the content's own parameters are in force.");
    }
    for line in lines {
        print(&line);
    }
    Ok(())
}

fn line(row: &ModelRow, last: Option<ModelId>) -> Line<'_> {
    let version = &row.version;
    Line {
        id: row.id,
        in_force: last == Some(row.id),
        adopted_at_ms: version.adopted_at_ms,
        adopted_by: &version.adopted_by,
        note: &version.note,
        sha256: version.file.as_ref().map(|file| file.sha256.as_str()),
        at_position: version.at_position,
        rebuilt: version.rebuilt,
        previous: version.previous,
        returns_to: version.returns_to,
    }
}

fn print(line: &Line<'_>) {
    let mark = if line.in_force { "*" } else { " " };
    let what = match (line.returns_to, line.sha256) {
        (Some(id), _) => format!("back to model {id}"),
        (None, Some(sha256)) => format!("file {}", &sha256[..12]),
        (None, None) => "back to the content's own parameters".to_owned(),
    };
    let past = if line.rebuilt { ", past read anew" } else { "" };
    say::line(format!(
        "{mark} {:>3}  {}  {what}{past}  by {}: {}",
        line.id.0,
        date_utc(line.adopted_at_ms),
        line.adopted_by,
        line.note
    ));
}
