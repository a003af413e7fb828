//! `trellis model fit`

use std::path::PathBuf;
use std::time::Instant;

use ::fit::ability::{AbilityOptions, fit_ability};
use ::fit::fit_bkt;
use ::fit::formats::Loaded;
use ::fit::model_file::{Fitted, ModelFile, Source};
use anyhow::Context as _;
use clap::Args;
use serde::Serialize;

use super::source::{Kind, ModelArgs, SourceArgs};
use crate::commands::{progress, say};

pub const EXAMPLES: &str = "Examples:\n  \
    trellis model fit --responses responses.jsonl --out params.json\n  \
    trellis model fit --responses ct.csv.gz --format datashop --model bkt --no-priors --json\n\n\
    Formats: trellis (JSON lines, what `trellis export responses` writes), datashop (a\n\
    student-step roll-up), akt (three lines a student), csv (columns student, skill, correct,\n\
    and optionally item, time, order, group). Files may be gzipped; several are read as one.";

#[derive(Args, Debug)]
pub struct FitArgs {
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    model: ModelArgs,
    /// Parameter draws a skill, for the intervals that teachers see; 0 leaves them out.
    #[arg(long, value_name = "N", default_value_t = 24)]
    draws: usize,
    /// Where the parameters go. An existing file is replaced.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the summary as JSON.
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Summary<'a> {
    model: Kind,
    log_likelihood: f64,
    /// Of the fit alone, reading left out.
    seconds: f64,
    skills: usize,
    items: usize,
    students: usize,
    responses: usize,
    priors: bool,
    forget: bool,
    starts: usize,
    seed: u64,
    /// Skills whose parameters are not wholly their own, and why.
    fallbacks: Vec<Fallback<'a>>,
    warnings: &'a [String],
    out: Option<String>,
}

#[derive(Debug, Serialize)]
struct Fallback<'a> {
    skill: &'a str,
    why: &'a str,
}

impl Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ::fit::model_file::ModelKind::from(*self).serialize(serializer)
    }
}

pub fn run(args: &FitArgs) -> anyhow::Result<()> {
    let loaded = args.source.read()?;
    let start = Instant::now();
    let mut file = args.model.in_pool(|| fit(args, &loaded))??;
    let seconds = start.elapsed().as_secs_f64();
    file.fitted.seconds = seconds;
    if let Some(out) = &args.out {
        file.write(out)
            .with_context(|| format!("the parameters could not be written to {}", out.display()))?;
    }
    let fallbacks = file.skills.iter().filter_map(|skill| {
        let why = skill.fallback.as_deref()?;
        Some(Fallback {
            skill: &skill.code,
            why,
        })
    });
    let summary = Summary {
        model: args.model.model,
        log_likelihood: file.fitted.log_likelihood,
        seconds,
        skills: file.skills.len(),
        items: file.items.len(),
        students: file.fitted.students,
        responses: file.fitted.responses,
        priors: !args.model.no_priors,
        forget: args.model.forgets(),
        starts: args.model.starts,
        seed: args.model.seed,
        fallbacks: fallbacks.collect(),
        warnings: &loaded.report.warnings,
        out: args.out.as_ref().map(|out| out.display().to_string()),
    };
    if args.json {
        say::line(serde_json::to_string_pretty(&summary)?);
    } else {
        print(&summary);
    }
    Ok(())
}

fn fit(args: &FitArgs, loaded: &Loaded) -> anyhow::Result<ModelFile> {
    let data = &loaded.dataset;
    let fitted = Fitted {
        seed: args.model.seed,
        starts: args.model.starts,
        priors: !args.model.no_priors,
        sources: sources(loaded),
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
        ..Fitted::default()
    };
    let forget = args.model.forgets();
    match args.model.model {
        Kind::Bkt => {
            if forget && !args.json {
                eprintln!(
                    "warning: forgetting without item difficulty can cost accuracy badly; \
                     compare both by `trellis model evaluate`"
                );
            }
            let bar = progress::bar(data.skills.len() as u64, "fitting skills");
            let told = |done: usize, _: usize| bar.set_position(done as u64);
            let fit = fit_bkt(data, &args.model.plain(), Some(&told))?;
            bar.finish_and_clear();
            Ok(ModelFile::of_bkt(data, &fit, forget, fitted))
        }
        Kind::Ability => {
            let options = AbilityOptions {
                draws: args.draws,
                ..args.model.ability()
            };
            let bar = progress::bar(options.passes as u64, "fitting");
            let fit = fit_ability(data, &options, &|done, _| bar.set_position(done as u64))?;
            bar.finish_and_clear();
            Ok(ModelFile::of_ability(data, &fit, forget, fitted))
        }
    }
}

fn sources(loaded: &Loaded) -> Vec<Source> {
    let name = |path: &str| {
        std::path::Path::new(path).file_name().map_or_else(
            || path.to_owned(),
            |name| name.to_string_lossy().into_owned(),
        )
    };
    let files = loaded.report.files.iter();
    files
        .map(|file| Source {
            file: name(&file.file),
            rows: file.rows,
        })
        .collect()
}

fn print(summary: &Summary<'_>) {
    say::line(format!(
        "{} responses of {} students to {} skills{}.",
        summary.responses,
        summary.students,
        summary.skills,
        match summary.items {
            0 => String::new(),
            items => format!(" and {items} items"),
        }
    ));
    say::line(format!(
        "log-likelihood {:.4} nats, fitted in {:.3} s",
        summary.log_likelihood, summary.seconds
    ));
    for fallback in &summary.fallbacks {
        say::line(format!("  {}: {}", fallback.skill, fallback.why));
    }
    if let Some(out) = &summary.out {
        say::line(format!(
            "Written to {out}. What students meet does not change until `trellis model adopt`."
        ));
    }
}
