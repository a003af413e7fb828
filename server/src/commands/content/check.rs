//! `trellis content check`

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use item_bank::Bank;
use item_bank::lint::{self, Failure, LintReport};

use super::{Folder, ReadFailure};
use crate::commands::{progress, say};

#[derive(Args, Debug)]
pub struct CheckArgs {
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
    /// Check this folder of content files instead of the content that this binary carries.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub fn run(args: &CheckArgs) -> anyhow::Result<()> {
    let report = match &args.dir {
        None => on_all_cores(Bank::embedded()),
        Some(dir) => {
            let folder = Folder::read(dir).with_context(|| {
                format!("{} cannot be read: give a folder of content", dir.display())
            })?;
            of_folder(&folder)
        }
    };
    if args.json {
        say::line(serde_json::to_string_pretty(&report)?);
    } else {
        for failure in &report.failures {
            say::line(failure);
        }
        for warning in &report.warnings {
            say::line(format!("{warning} (a warning)"));
        }
        say::line(format!(
            "{} skills, {} templates, {} languages; {} items made; {} failures, {} warnings.",
            report.skills,
            report.templates,
            report.languages,
            report.items,
            report.failures.len(),
            report.warnings.len()
        ));
    }
    if !report.is_clean() {
        bail!(
            "{} things in the content must be mended",
            report.failures.len()
        );
    }
    Ok(())
}

fn of_folder(folder: &Folder) -> LintReport {
    let bank: Cow<'_, Bank> = match folder.bank() {
        Ok(bank) => Cow::Owned(bank),
        Err(failures) => {
            return LintReport {
                failures: failures.into_iter().map(unread).collect(),
                ..LintReport::default()
            };
        }
    };
    let mut report = on_all_cores(&bank);
    let found = report.failures.iter_mut().chain(&mut report.warnings);
    for failure in found {
        failure.line = folder.line_of(&failure.file, &failure.subject);
    }
    report
}

fn unread(failure: ReadFailure) -> Failure {
    Failure {
        subject: failure.file.clone(),
        file: failure.file,
        line: failure.line,
        seed: None,
        what: failure.message.trim_end().to_owned(),
    }
}

fn on_all_cores(bank: &Bank) -> LintReport {
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let bar = progress::bar(bank.templates().count() as u64, "Checking the content");
    let report = lint::check_on(bank, lint::SEEDS, threads, &|| bar.inc(1));
    bar.finish_and_clear();
    report
}
