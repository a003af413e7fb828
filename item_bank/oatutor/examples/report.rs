//! `cargo run --release -p oatutor --example report -- DIR [REPOSITORY-LICENCE]`: the figures of an
//! import as JSON, then what was held back and why.

use std::env;
use std::path::PathBuf;

use oatutor::{ImportOptions, import};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let dir = arguments
        .next()
        .ok_or("name the folder with content-pool/ in it")?;
    let options = ImportOptions {
        repository_license: arguments.next(),
        ..ImportOptions::default()
    };
    let import = import(&PathBuf::from(dir), &options)?;
    println!("{}", serde_json::to_string_pretty(&import.report())?);
    for held in &import.held_back {
        let step = held.step.as_deref().unwrap_or("-");
        println!("{}\t{step}\t{}: {}", held.problem, held.reason, held.detail);
    }
    Ok(())
}
