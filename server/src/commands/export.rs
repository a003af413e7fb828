//! `trellis export responses`

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use api::UserId;
use clap::{Args, Subcommand};
use rand::TryRng as _;
use rand::rngs::SysRng;
use serde_json::json;
use store::Store;

use super::say;
use crate::config::DatabaseArgs;
use crate::database::Database;
use crate::model::replay::each_opportunity;
use crate::model::{ExportedResponse, Pseudonyms, group_of};

#[derive(Debug, Subcommand)]
pub enum ExportCommand {
    /// Write every response that counted, one JSON object a line, for `trellis model fit`.
    #[command(
        after_help = "Example: trellis export responses --out responses.jsonl\n\n\
        Students go by pseudonyms that are other in each export; names, answers and devices are not in\n\
        it. It can be run beside a server."
    )]
    Responses(ResponsesArgs),
}

#[derive(Args, Debug)]
pub struct ResponsesArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The file to write; one that is there is replaced.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Add each student's level of English support as a group, so that `trellis model evaluate` can
    /// say whether the model is fair to English learners. A small group may point to a child: keep
    /// such a file as you keep the roster.
    #[arg(long)]
    groups: bool,
    /// Say what was written as JSON.
    #[arg(long)]
    json: bool,
}

pub async fn run(command: ExportCommand) -> anyhow::Result<()> {
    let ExportCommand::Responses(args) = command;
    let database = Database::open_read_only(&args.database.location()?).await?;
    let written = responses(&*database.store(), &args.out, args.groups).await;
    database.close().await;
    let written = written?;
    if args.json {
        say::line(json!({ "responses": written, "file": args.out }));
    } else {
        let file = args.out.display();
        say::line(format!("{written} responses were written to {file}."));
    }
    Ok(())
}

/// Gives how many were written. The file appears whole or not at all.
pub async fn responses(store: &dyn Store, out: &Path, grouped: bool) -> anyhow::Result<u64> {
    let about = || format!("{} cannot be written", out.display());
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut secret = [0; 32];
    SysRng
        .try_fill_bytes(&mut secret)
        .context("the operating system gives no random numbers")?;
    let mut names = Pseudonyms::new(secret);
    let groups = if grouped {
        groups(store).await?
    } else {
        HashMap::new()
    };
    let mut file = BufWriter::new(File::create(&part).with_context(about)?);
    let mut count = 0;
    let mut failed = None;
    each_opportunity(store, |response| {
        if failed.is_some() {
            return;
        }
        let group = groups.get(&response.student).copied();
        let line = ExportedResponse::new(names.of(response.student), group, &response);
        let written = serde_json::to_writer(&mut file, &line).map_err(Into::into);
        let written = written.and_then(|()| file.write_all(b"\n"));
        count += 1;
        failed = written.err();
    })
    .await?;
    let done = match failed {
        Some(error) => Err(error),
        None => file
            .into_inner()
            .map_err(std::io::IntoInnerError::into_error)
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&part, out)),
    };
    if done.is_err() {
        // what is half written serves nobody
        let _ = std::fs::remove_file(&part);
    }
    done.with_context(about)?;
    Ok(count)
}

/// The group of every student who has answered.
async fn groups(store: &dyn Store) -> anyhow::Result<HashMap<UserId, &'static str>> {
    let mut students = HashSet::new();
    each_opportunity(store, |response| {
        students.insert(response.student);
    })
    .await?;
    let mut groups = HashMap::new();
    for student in students {
        if let Some(row) = store.student(student).await? {
            groups.insert(student, group_of(row.support));
        }
    }
    Ok(groups)
}
