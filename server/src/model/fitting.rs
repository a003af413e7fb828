//! Fitting the default model to what the server itself holds.

use std::time::Instant;

use fit::Dataset;
use fit::ability::{AbilityFitError, AbilityOptions, fit_ability};
use fit::model_file::{Fitted, ModelFile, Source};

/// Parameter draws a skill, for the intervals that teachers see.
const DRAWS: usize = 24;

/// Fits `AbilityBkt` with its defaults. `threads`: `None` is one for each core.
pub fn fit_default(
    data: &Dataset,
    threads: Option<usize>,
    source: &str,
) -> Result<ModelFile, AbilityFitError> {
    let start = Instant::now();
    let options = AbilityOptions {
        draws: DRAWS,
        threads,
        ..AbilityOptions::default()
    };
    let fit = fit_ability(data, &options, &|_, _| {})?;
    let fitted = Fitted {
        responses: 0,
        students: 0,
        skills: 0,
        log_likelihood: 0.0,
        seconds: start.elapsed().as_secs_f64(),
        seed: options.seed,
        starts: 1,
        priors: options.priors,
        sources: vec![Source {
            file: source.to_owned(),
            rows: data.responses.len() as u64,
        }],
        engine_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    Ok(ModelFile::of_ability(data, &fit, options.forget, fitted))
}
