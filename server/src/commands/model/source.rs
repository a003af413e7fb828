//! Files of responses and the model to fit to them, as `fit` and `evaluate` both take them.

use std::path::PathBuf;

use ::fit::ability::AbilityOptions;
use ::fit::formats::{Format, ItemFrom, Loaded, ReadOptions, read};
use ::fit::model_file::ModelKind;
use anyhow::Context as _;
use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
pub struct SourceArgs {
    /// File of responses, gzipped or not. May be given several times, or with several files.
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    pub responses: Vec<PathBuf>,
    /// How the file is laid out: trellis, datashop, akt or csv.
    #[arg(long, default_value = "trellis")]
    pub format: Format,
    /// DataShop: the knowledge component column, if not the first.
    #[arg(long, value_name = "COLUMN")]
    kc: Option<String>,
    /// DataShop: take a whole problem for one item, not each of its steps.
    #[arg(long)]
    item_is_problem: bool,
    /// Keep an answer that is repeated under a second skill as two answers. Any figure on a
    /// student's ability is then too good to be true.
    #[arg(long)]
    no_merge: bool,
}

#[derive(Args, Debug)]
pub struct ModelArgs {
    /// The model: `ability` (guess and slip by ability less difficulty) or plain `bkt`.
    #[arg(long, value_enum, default_value_t = Kind::Ability)]
    pub model: Kind,
    /// Fit forgetting in plain BKT as well. Without item difficulty it may cost accuracy badly.
    /// The ability model always fits it, unless --no-forget.
    #[arg(long)]
    forget: bool,
    #[arg(long, conflicts_with = "forget")]
    no_forget: bool,
    /// Random starts a skill, plain BKT.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub starts: usize,
    /// Threads; all cores without. The result does not depend on it.
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    /// Without priors, and in plain BKT without bounds on guess and slip.
    #[arg(long)]
    pub no_priors: bool,
    /// Seed of starts, folds and draws.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Bkt,
    Ability,
}

impl From<Kind> for ModelKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Bkt => Self::Bkt,
            Kind::Ability => Self::Ability,
        }
    }
}

impl SourceArgs {
    /// Reads the files, and says on standard error what a person should know of them.
    pub fn read(&self) -> anyhow::Result<Loaded> {
        let options = ReadOptions {
            merge: !self.no_merge,
            kc: self.kc.clone(),
            item_from: if self.item_is_problem {
                ItemFrom::Problem
            } else {
                ItemFrom::ProblemAndStep
            },
        };
        let loaded = read(&self.responses, self.format, &options)
            .context("the responses could not be read")?;
        for skipped in &loaded.report.skipped {
            eprintln!(
                "skipped {} rows: {} (first: {}, line {})",
                skipped.rows, skipped.why, skipped.first_file, skipped.first_line
            );
        }
        for warning in &loaded.report.warnings {
            eprintln!("warning: {warning}");
        }
        Ok(loaded)
    }
}

impl ModelArgs {
    pub fn forgets(&self) -> bool {
        match self.model {
            Kind::Bkt => self.forget,
            Kind::Ability => !self.no_forget,
        }
    }

    pub fn plain(&self) -> ::fit::FitOptions {
        ::fit::FitOptions {
            forget: self.forgets(),
            priors: !self.no_priors,
            starts: self.starts,
            seed: self.seed,
            threads: None,
            ..::fit::FitOptions::default()
        }
    }

    pub fn ability(&self) -> AbilityOptions {
        AbilityOptions {
            forget: self.forgets(),
            priors: !self.no_priors,
            seed: self.seed,
            ..AbilityOptions::default()
        }
    }

    /// Runs the work in a pool of the threads that were asked for.
    pub fn in_pool<T: Send>(&self, work: impl FnOnce() -> T + Send) -> anyhow::Result<T> {
        let mut pool = rayon::ThreadPoolBuilder::new();
        if let Some(threads) = self.threads {
            anyhow::ensure!(threads > 0, "--threads must be at least 1");
            pool = pool.num_threads(threads);
        }
        Ok(pool.build()?.install(work))
    }
}
