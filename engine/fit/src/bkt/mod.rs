//! Plain BKT: fitting by exact EM, and predicting.

mod closed;
mod expect;
mod filter;
mod fit;
mod group;
mod lanes;
mod maximise;
mod options;
mod params;
mod search;
mod squarem;
mod starts;
mod trie;

#[cfg(test)]
mod tests;

pub use closed::Fallback;
pub use filter::{forward, log_likelihood, predict_all};
pub use fit::{BktFit, Progress, SkillFit, fit_bkt};
pub use options::{BktFitError, FitOptions};
pub use params::BktParams;
