//! Measures what `docs/BENCH.md` tells; `cargo xtask bench` runs it and writes the table.
//!
//! Rates of two runs say nothing about each other on a shared machine. What is compared is
//! measured in one run, taking turns, and told as a ratio of medians.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

mod bars;
mod engine_times;
mod items;
mod load;
mod statistics;
mod variants;

#[derive(Parser)]
#[command(about = "Measurements; prints JSON.")]
struct Arguments {
    #[command(subcommand)]
    command: Measure,
}

#[derive(Subcommand)]
enum Measure {
    /// Time an update, and a selection over 500 skills
    Engine,
    /// Fit and judge models on public data sets
    Bars(bars::Arguments),
    /// Time the making and checking of items, and weigh content on the wire
    Items,
    /// Post answers to a server and to what it is compared with
    Load(load::Arguments),
    /// Serve what the load is compared with; the load starts this itself
    Serve {
        variant: variants::Variant,
        /// A seeded database
        #[arg(long)]
        database: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Measure::Engine => {
            engine_times::run();
            Ok(())
        }
        Measure::Bars(arguments) => bars::run(&arguments),
        Measure::Items => items::run(),
        Measure::Load(arguments) => runtime()?.block_on(load::run(arguments)),
        Measure::Serve { variant, database } => {
            runtime()?.block_on(variants::serve(variant, database))
        }
    }
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}
