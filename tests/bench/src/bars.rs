//! The bars of the engine: fits and out-of-fold figures on public data sets, next to what pyBKT
//! reaches on the same data (`shared/ENGINE.md` 3.1: C++ build, 5 starts, one thread).

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context as _;
use fit::evaluate::{CrossValidation, Evaluation, Learner, cross_validate};
use fit::formats::{Format, ReadOptions, read};
use fit::{AbilityLearner, BktLearner, Dataset, FitOptions, fit_bkt, log_likelihood};
use serde::Serialize;

use crate::statistics::median;

const ROUNDS: usize = 7;

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder that holds `ct.csv.gz` and `assist2015/`
    #[arg(long)]
    data: PathBuf,
    /// Random starts of a fit
    #[arg(long, default_value_t = 5)]
    starts: usize,
}

/// One figure, its bar, and the peer's.
#[derive(Serialize)]
struct Row {
    what: String,
    measured: f64,
    digits: usize,
    unit: &'static str,
    at_least: Option<f64>,
    at_most: Option<f64>,
    peer: String,
}

/// A data set and what is asked of it.
struct Bars {
    name: &'static str,
    /// Log-likelihood, plain and with forgetting: bar, best known, pyBKT's.
    plain: [f64; 3],
    forgetting: [f64; 3],
    /// Milliseconds for 5 starts: bar, pyBKT's EM alone.
    fit_ms: [f64; 2],
    /// Out of fold, default model: AUC, RMSE.
    auc: f64,
    rmse: f64,
    /// Out of fold, plain with priors: AUC; and pyBKT's AUC and RMSE.
    plain_auc: f64,
    peer: [f64; 2],
}

const CT: Bars = Bars {
    name: "ct",
    plain: [-10057.7, -10057.57, -10070.5],
    forgetting: [-9951.0, -9949.83, -10025.0],
    fit_ms: [10.0, 50.0],
    auc: 0.767,
    rmse: 0.4335,
    plain_auc: 0.699,
    peer: [0.6993, 0.4555],
};

const ASSIST2015: Bars = Bars {
    name: "assist2015",
    plain: [-360_474.9, -360_474.73, -360_569.6],
    forgetting: [-359_516.0, -359_514.77, -359_984.2],
    fit_ms: [500.0, 2120.0],
    auc: 0.723,
    rmse: 0.414,
    plain_auc: 0.7036,
    peer: [0.7033, 0.4190],
};

pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    let ct = load(&[arguments.data.join("ct.csv.gz")], Format::Datashop)?;
    measure(&CT, &ct, arguments.starts, &mut rows)?;
    let parts: Vec<PathBuf> = (1..=5)
        .map(|part| {
            arguments
                .data
                .join(format!("assist2015/assist2015_test{part}.csv.gz"))
        })
        .collect();
    let assist = load(&parts, Format::Akt)?;
    measure(&ASSIST2015, &assist, arguments.starts, &mut rows)?;
    rows.push(threads(&assist, arguments.starts)?);
    println!("{}", serde_json::to_string(&rows)?);
    Ok(())
}

fn load(paths: &[PathBuf], format: Format) -> anyhow::Result<Dataset> {
    let loaded = read(paths, format, &ReadOptions::default());
    let missing = || format!("no data to measure on under {}", paths[0].display());
    Ok(loaded.with_context(missing)?.dataset)
}

fn measure(bars: &Bars, data: &Dataset, starts: usize, rows: &mut Vec<Row>) -> anyhow::Result<()> {
    let name = bars.name;
    let mut row = |what: &str, measured, digits, unit, at_least, at_most, peer: String| {
        rows.push(Row {
            what: format!("{name}: {what}"),
            measured,
            digits,
            unit,
            at_least,
            at_most,
            peer,
        });
    };
    for (what, forget, [bar, best, peer]) in [
        ("log-likelihood, plain", false, bars.plain),
        ("log-likelihood, with forgetting", true, bars.forgetting),
    ] {
        let options = options(forget, starts, 1);
        let fit = fit_bkt(data, &options, None)?;
        // counted again by a filter that shares nothing with the fit
        let found = log_likelihood(data, &fit.params());
        let peer = format!("{peer} (best known {best})");
        row(what, found, 4, "nats", Some(bar), None, peer);
    }
    let times: Vec<f64> = (0..ROUNDS)
        .map(|_| milliseconds(data, starts, 1))
        .collect::<anyhow::Result<_>>()?;
    let peer = format!("{} ms, EM alone", bars.fit_ms[1]);
    let what = format!("fit, {starts} starts, one thread, median of {ROUNDS}");
    row(
        &what,
        median(&times),
        2,
        "ms",
        None,
        Some(bars.fit_ms[0]),
        peer,
    );

    let ability = judged(data, &AbilityLearner::default())?;
    let [auc, rmse] = bars.peer;
    let what = "AUC, 5 folds, default model";
    row(
        what,
        ability.auc,
        4,
        "",
        Some(bars.auc),
        None,
        auc.to_string(),
    );
    row(
        "RMSE",
        ability.rmse,
        4,
        "",
        None,
        Some(bars.rmse),
        rmse.to_string(),
    );
    row("ECE", ability.ece, 4, "", None, Some(0.015), String::new());
    let thirds = ability.bias_by_third;
    for (what, third) in [
        ("bias of the weakest third, absolute", thirds.weakest),
        ("bias of the strongest third, absolute", thirds.strongest),
    ] {
        let bias = third.map_or(f64::NAN, |third| third.bias.abs());
        row(what, bias, 4, "", None, Some(0.02), String::new());
    }
    let plain = judged(
        data,
        &BktLearner(FitOptions {
            starts,
            ..FitOptions::default()
        }),
    )?;
    let what = "AUC, 5 folds, plain with priors";
    row(
        what,
        plain.auc,
        4,
        "",
        Some(bars.plain_auc),
        None,
        auc.to_string(),
    );
    Ok(())
}

fn options(forget: bool, starts: usize, threads: usize) -> FitOptions {
    FitOptions {
        forget,
        priors: false,
        starts,
        threads: Some(threads),
        ..FitOptions::default()
    }
}

fn milliseconds(data: &Dataset, starts: usize, threads: usize) -> anyhow::Result<f64> {
    let start = Instant::now();
    fit_bkt(data, &options(false, starts, threads), None)?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

/// One thread and two take turns, so that whatever else runs here slows both.
fn threads(data: &Dataset, starts: usize) -> anyhow::Result<Row> {
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        ratios.push(milliseconds(data, starts, 1)? / milliseconds(data, starts, 2)?);
    }
    Ok(Row {
        what: "assist2015: two threads against one".into(),
        measured: median(&ratios),
        digits: 2,
        unit: "×",
        at_least: Some(1.8),
        at_most: None,
        peer: "0.75 ×".into(),
    })
}

fn judged(data: &Dataset, learner: &dyn Learner) -> anyhow::Result<Evaluation> {
    let options = CrossValidation {
        folds: 5,
        seed: 1,
        resamples: 0,
    };
    Ok(cross_validate(data, learner, &options)?.0)
}
