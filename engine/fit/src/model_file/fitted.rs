//! How a model came to be.

use serde::{Deserialize, Serialize};

/// The fit that a model file comes from. Written so that the fit can be repeated; nothing in it is
/// needed for using the model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fitted {
    pub responses: usize,
    pub students: usize,
    pub skills: usize,
    /// In nats, without what priors add.
    pub log_likelihood: f64,
    /// Wall time, set by whoever has a clock.
    pub seconds: f64,
    pub seed: u64,
    /// Random starts a skill.
    pub starts: usize,
    /// Whether guess and slip were bounded and all parameters had Beta priors.
    pub priors: bool,
    pub sources: Vec<Source>,
    /// Of Trellis: `0.1.0`.
    pub engine_version: String,
}

/// A file of responses that went in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name without folders, which are nobody else's business.
    pub file: String,
    pub rows: u64,
}
