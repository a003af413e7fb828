//! `trellis model evaluate`

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::time::Instant;

use ::fit::evaluate::{CrossValidation, Evaluation, Learner, cross_validate, write_predictions};
use ::fit::metrics::Third;
use ::fit::{AbilityLearner, BktLearner};
use anyhow::Context as _;
use clap::{Args, ValueEnum};

use super::source::{Kind, ModelArgs, SourceArgs};
use crate::commands::{progress, say};

pub const EXAMPLES: &str = "Example: trellis model evaluate --responses ct.csv.gz \
    --format datashop --json\n\n\
    Every figure is on predictions for students whose answers the fit never saw. With\n\
    --predictions they are written out, so that anyone can recompute the figures.";

#[derive(Args, Debug)]
pub struct EvaluateArgs {
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    model: ModelArgs,
    /// Parts that the students are cut into; each is predicted by a fit to the others.
    #[arg(long, value_name = "N", default_value_t = 5)]
    folds: usize,
    /// What a fold is made of. Whole students: nobody is predicted from their own other answers.
    #[arg(long, value_enum, default_value_t = By::Student)]
    by: By,
    /// Resamples of students for the 95 % intervals; 0 leaves them out.
    #[arg(long, value_name = "N", default_value_t = 200)]
    resamples: usize,
    /// Write the out-of-fold predictions as CSV.
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// Write a model card: Markdown, with its calibration plot beside it as SVG.
    #[arg(long, value_name = "FILE.md")]
    card: Option<PathBuf>,
    /// Where the data come from, in a sentence, for the model card.
    #[arg(long, value_name = "TEXT", requires = "card")]
    about: Option<String>,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Student,
}

pub fn run(args: &EvaluateArgs) -> anyhow::Result<()> {
    let By::Student = args.by;
    let loaded = args.source.read()?;
    let options = CrossValidation {
        folds: args.folds,
        seed: args.model.seed,
        resamples: args.resamples,
    };
    let learner: Box<dyn Learner + Send> = match args.model.model {
        Kind::Bkt => Box::new(BktLearner(args.model.plain())),
        Kind::Ability => Box::new(AbilityLearner(args.model.ability())),
    };
    let start = Instant::now();
    let bar = progress::spinner("fitting and predicting, fold by fold");
    let (mut evaluation, out) = args
        .model
        .in_pool(|| cross_validate(&loaded.dataset, &*learner, &options))??;
    bar.finish_and_clear();
    evaluation.seconds = Some(start.elapsed().as_secs_f64());
    if let Some(path) = &args.predictions {
        let written = File::create(path)
            .map_err(anyhow::Error::from)
            .and_then(|file| {
                let to = BufWriter::new(file);
                Ok(write_predictions(to, &loaded.dataset, &loaded.rows, &out)?)
            });
        written.with_context(|| {
            format!("the predictions could not be written to {}", path.display())
        })?;
    }
    if let Some(path) = &args.card {
        super::card::write(path, &evaluation, &loaded.report, args.about.as_deref())?;
    }
    if args.json {
        say::line(serde_json::to_string_pretty(&evaluation)?);
    } else {
        print(&evaluation);
    }
    Ok(())
}

fn print(evaluation: &Evaluation) {
    say::line(format!(
        "{} responses of {} students, {} folds by student, model `{}`",
        evaluation.responses, evaluation.students, evaluation.folds, evaluation.model
    ));
    let between = |of: Option<::fit::metrics::Interval>| {
        of.map_or_else(String::new, |of| {
            format!("  ({:.4} to {:.4})", of.low, of.high)
        })
    };
    let intervals = evaluation.intervals.as_ref();
    for (name, figure, interval) in [
        ("AUC", evaluation.auc, intervals.and_then(|of| of.auc)),
        ("RMSE", evaluation.rmse, intervals.and_then(|of| of.rmse)),
        (
            "log loss",
            evaluation.log_loss,
            intervals.and_then(|of| of.log_loss),
        ),
        ("accuracy", evaluation.accuracy, None),
        ("ECE", evaluation.ece, intervals.and_then(|of| of.ece)),
        ("bias", evaluation.bias, intervals.and_then(|of| of.bias)),
    ] {
        say::line(format!("  {name:<22}{figure:>8.4}{}", between(interval)));
    }
    if let Some(auc) = evaluation.auc_later_attempts {
        say::line(format!("  {:<22}{auc:>8.4}", "AUC, attempts 2+"));
    }
    let thirds = &evaluation.bias_by_third;
    for (name, third) in [
        ("bias, weakest third", thirds.weakest),
        ("bias, middle third", thirds.middle),
        ("bias, strongest third", thirds.strongest),
    ] {
        if let Some(Third { bias, students, .. }) = third {
            say::line(format!("  {name:<22}{bias:>+8.4}  ({students} students)"));
        }
    }
    if let Some(note) = &thirds.note {
        say::line(format!("  {note}"));
    }
    for group in &evaluation.bias_by_group {
        say::line(format!(
            "  {:<22}{:>+8.4}  ({} students)",
            format!("bias, {}", group.group),
            group.score.bias,
            group.score.students
        ));
    }
}
