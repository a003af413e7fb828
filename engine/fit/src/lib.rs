//! Fitting and judging knowledge tracing models, from files of responses.
//!
//! Architecture invariants:
//! - reads what it is given and returns values: no clock, no database, no network;
//! - the same input and seed give the same bits, whatever the number of threads;
//! - students and devices never run this crate. What they run is `engine`, with the parameters
//!   that come out of here.

pub mod ability;
mod bkt;
mod dataset;
pub mod evaluate;
pub mod formats;
mod leak;
mod learners;
pub mod metrics;
pub mod model_file;

pub use bkt::{
    BktFit, BktFitError, BktParams, Fallback, FitOptions, Progress, SkillFit, fit_bkt, forward,
    log_likelihood, predict_all,
};
pub use dataset::{Dataset, Response};
pub use learners::{AbilityLearner, BktLearner};
