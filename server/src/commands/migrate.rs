//! `trellis migrate`

use clap::Args;
use serde_json::json;

use super::say;
use crate::config::DatabaseArgs;
use crate::database::Database;

#[derive(Args, Debug)]
pub struct MigrateArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Say what was done as JSON.
    #[arg(long)]
    json: bool,
}

pub async fn run(args: MigrateArgs) -> anyhow::Result<()> {
    let location = args.database.location()?;
    // Opening for writing is what migrates.
    let database = Database::open(&location).await?;
    database.close().await;
    if args.json {
        say::line(json!({ "database": location.to_string(), "status": "up-to-date" }));
    } else {
        say::line(format!("{location} is up to date."));
    }
    Ok(())
}
