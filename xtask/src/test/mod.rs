//! `cargo xtask test`: everything that CI checks, in order, each part timed.

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, ValueEnum};
use xtask::workspace::Workspace;

mod steps;

use steps::Step;

#[derive(Args, Clone, Debug)]
pub struct Arguments {
    /// Leave out a part; said loudly at the end, and never used by CI
    #[arg(long, value_enum, value_name = "PART")]
    skip: Vec<Step>,
    /// Run only these parts
    #[arg(long, value_enum, value_name = "PART", conflicts_with = "skip")]
    only: Vec<Step>,
}

enum Outcome {
    Passed(Duration),
    Failed(Duration, anyhow::Error),
    Skipped,
}

pub fn run(workspace: &Workspace, arguments: &Arguments) -> Result<()> {
    let mut outcomes = Vec::new();
    for step in Step::value_variants() {
        let left_out = if arguments.only.is_empty() {
            arguments.skip.contains(step)
        } else {
            !arguments.only.contains(step)
        };
        let outcome = if left_out {
            Outcome::Skipped
        } else {
            // After a failure too: one run then tells everything that is wrong.
            take(workspace, *step)
        };
        outcomes.push((*step, outcome));
    }
    report(&outcomes)
}

fn take(workspace: &Workspace, step: Step) -> Outcome {
    println!("\n=== {}: {}", step.name(), step.about());
    let start = Instant::now();
    match step.run(workspace) {
        Ok(()) => {
            println!("=== {} passed in {}", step.name(), shown(start.elapsed()));
            Outcome::Passed(start.elapsed())
        }
        Err(error) => {
            println!("=== {} FAILED: {error:#}", step.name());
            Outcome::Failed(start.elapsed(), error)
        }
    }
}

fn report(outcomes: &[(Step, Outcome)]) -> Result<()> {
    let (mut passed, mut skipped) = (0, 0);
    let mut failed = Vec::new();
    println!();
    for (step, outcome) in outcomes {
        let line = match outcome {
            Outcome::Passed(time) => {
                passed += 1;
                format!("passed in {}", shown(*time))
            }
            Outcome::Failed(time, error) => {
                failed.push((step.name(), error));
                format!("FAILED after {}", shown(*time))
            }
            Outcome::Skipped => {
                skipped += 1;
                "SKIPPED: not checked at all".to_owned()
            }
        };
        println!("{:<14} {line}", step.name());
    }
    for (name, error) in &failed {
        println!("\n{name} failed: {error:#}\n  again alone: cargo xtask test --only {name}");
    }
    // A form that CI reads: it must stand alone on its line.
    println!(
        "\nparts: {passed} passed, {} failed, {skipped} skipped",
        failed.len()
    );
    if failed.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = failed.into_iter().map(|(name, _)| name).collect();
    anyhow::bail!("failed: {}", names.join(", "))
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    }
}
