//! Answers over HTTP on loopback, signed in and checked again by the server.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::json;

use crate::statistics::{median, quantile};
use crate::variants::Variant;

mod client;
mod closed;
mod disk;
mod open;
mod people;
mod records;
mod target;

use target::Target;

/// Students who answer at once, each on a connection of their own.
const CONNECTIONS: usize = 64;
const WARM_UP: Duration = Duration::from_millis(500);

#[derive(clap::Args, Debug)]
pub struct Arguments {
    /// The server to measure, built for release
    #[arg(long)]
    trellis: PathBuf,
    /// Turns that each one gets
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Length of a turn
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Answers a second for the measurement of waiting times
    #[arg(long, default_value_t = 250)]
    rate: u32,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("making a folder for the databases")?;
    let seeded = target::seed(&arguments.trellis, folder.path())?;
    let people = people::of(&arguments.trellis, CONNECTIONS)?;

    let mut ours = Target::trellis(&arguments.trellis, &seeded, folder.path()).await?;
    let mut each = Target::variant(Variant::TransactionEach, &seeded, folder.path()).await?;
    let mut null = Target::variant(Variant::ParseOnly, &seeded, folder.path()).await?;
    ours.sign_in(&people).await?;
    each.sign_in(&people).await?;
    null.connect(CONNECTIONS).await?;

    let turn = Duration::from_secs(arguments.seconds);
    let mut syncs = Vec::new();
    for _ in 0..arguments.rounds {
        syncs.push(disk::syncs_per_second(folder.path())?);
        for target in [&mut null, &mut ours, &mut each] {
            closed::turn(target, WARM_UP).await?;
            let turn = closed::turn(target, turn).await?;
            target.turns.push(turn);
        }
    }
    let waits = open::waits(&mut ours, arguments.rate, turn * 3).await?;
    ours.verify().await?;

    let rate = |target: &Target| median(&target.turns.iter().map(|t| t.rate).collect::<Vec<_>>());
    let cpu = |target: &Target| median(&target.turns.iter().map(|t| t.cpu_ms).collect::<Vec<_>>());
    let told = json!({
        "connections": CONNECTIONS,
        "rounds": arguments.rounds,
        "seconds": arguments.seconds,
        "syncs_per_s": median(&syncs),
        "parse_only": { "per_s": rate(&null), "cpu_ms": cpu(&null) },
        "trellis": { "per_s": rate(&ours), "cpu_ms": cpu(&ours) },
        "transaction_each": { "per_s": rate(&each), "cpu_ms": cpu(&each) },
        "open_loop": {
            "per_s": arguments.rate,
            "answers": waits.len(),
            "p50_ms": quantile(&waits, 0.5),
            "p99_ms": quantile(&waits, 0.99),
            "p999_ms": quantile(&waits, 0.999),
        },
    });
    println!("{told}");
    Ok(())
}
