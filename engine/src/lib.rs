//! Knowledge tracing for Trellis.
//!
//! Bayesian knowledge tracing (Corbett & Anderson 1995) in odds form, with guess and slip that know
//! the student's ability and the item's difficulty, forgetting between days, help as graded
//! evidence, and selection over a prerequisite graph.
//!
//! Architecture invariants:
//! - no I/O, no clock, no global state: time, randomness and parameters come in as arguments;
//! - the path that a browser and a server both run uses only `+ - * /` and `sqrt`, which IEEE 754
//!   rounds exactly, and one `exp`, pinned to `libm`'s, so that both arrive at the same bits
//!   (`tests/golden` checks it);
//! - the engine knows skills only by index and parameters. It knows nothing of items or people.

mod ability;
pub mod bkt;
mod conjunctive;
mod day;
mod explain;
mod interval;
mod mastery;
mod params;
pub mod place;
mod review;
mod seed;
mod select;
#[cfg(feature = "simulate")]
pub mod simulate;
mod state;
mod term;

pub use ability::{Ability, AbilityPrior};
pub use bkt::{Emission, Help, predict};
pub use conjunctive::{Part, observe_together, predict_together};
pub use day::SchoolDay;
pub use explain::{Cause, Term};
pub use interval::{Interval, interval};
pub use mastery::{MIN_EVIDENCE, MasteryLevel, MasteryRule, STUCK_AFTER, predictive_similarity};
pub use params::{Difficulty, InvalidParams, ItemParams, SkillParams};
pub use review::{REVIEW_BELOW, recall};
pub use seed::derive_seed;
pub use select::{
    Finished, Pick, Pin, PinUntil, REST, Reason, Recent, RunnerUp, Selection, Selector, SkillView,
    WhyNot, Zone, select,
};
pub use state::{Move, Observation, SkillState};
pub use term::{TermEvent, TermRule, TermState};
