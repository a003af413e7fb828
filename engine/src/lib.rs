//! Knowledge tracing for Trellis.
//!
//! Bayesian knowledge tracing (Corbett & Anderson 1995) in odds form, with forgetting between
//! days, help as graded evidence, and selection over a prerequisite graph.
//!
//! Architecture invariants:
//! - no I/O, no clock, no global state: time, randomness and parameters come in as arguments;
//! - the path that a browser and a server both run uses only `+ - * /` and `sqrt`, which IEEE 754
//!   rounds exactly, so that both arrive at the same bits (`tests/golden` checks it);
//! - the engine knows skills only by index and parameters. It knows nothing of items or people.

mod bkt;
mod day;
mod mastery;
mod params;
mod review;
mod seed;
mod select;
#[cfg(feature = "simulate")]
pub mod simulate;
mod state;

pub use bkt::{Emission, Help, predict};
pub use day::SchoolDay;
pub use mastery::{MIN_EVIDENCE, MasteryLevel, MasteryRule, STUCK_AFTER};
pub use params::{Difficulty, InvalidParams, SkillParams, emission_for};
pub use review::{REVIEW_BELOW, recall};
pub use seed::derive_seed;
pub use select::{
    Finished, Pick, Reason, Recent, RunnerUp, Selection, SkillView, TemplateView, WhyNot, Zone,
    select,
};
pub use state::{Move, Observation, SkillState};
