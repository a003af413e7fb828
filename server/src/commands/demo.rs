//! `trellis demo`

use std::sync::Arc;

use anyhow::Context as _;
use clap::Args;
use serde_json::json;

use super::{progress, say};
use crate::clock::{Clock, SystemClock};
use crate::config::DatabaseArgs;
use crate::database::Database;
use crate::demo;

#[derive(Args, Debug)]
pub struct DemoArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Which district: the same number gives the same people and the same histories.
    #[arg(long, value_name = "N", default_value_t = demo::DEFAULT_SEED)]
    seed: u64,
    /// Print everyone's sign-in, and touch no database.
    #[arg(long)]
    list: bool,
    /// Print as JSON.
    #[arg(long)]
    json: bool,
}

pub async fn run(args: DemoArgs) -> anyhow::Result<()> {
    if args.list {
        let district = demo::Demo::new(args.seed);
        if args.json {
            say::line(serde_json::to_string_pretty(&demo::list_json(&district))?);
        } else {
            say::line(demo::list(&district).trim_end());
        }
        return Ok(());
    }
    let location = args.database.location()?;
    let database = Database::open(&location).await?;
    let bar = progress::bar(demo::STEPS, "Making the demo district");
    let seen = bar.clone();
    let step: demo::Step = Arc::new(move || seen.inc(1));
    let seeded = demo::seed(&*database.store(), args.seed, SystemClock.now_ms(), &step).await;
    bar.finish_and_clear();
    database.close().await;
    let seeded = seeded.with_context(|| format!("{location} was left as it was"))?;
    if args.json {
        let report = json!({
            "database": location.to_string(),
            "seed": args.seed,
            "students": seeded.students,
            "responses": seeded.responses,
        });
        say::line(report);
        return Ok(());
    }
    say::line(format!(
        "{location} holds the demo district: {} students, {} responses.",
        seeded.students, seeded.responses
    ));
    say::line(demo::sign_ins("http://127.0.0.1:3000"));
    Ok(())
}
