//! Simulated students against teaching policies: what a rule for stopping practice does to effort,
//! mastery and fairness.
//!
//! The question is never "which policy is best under our model" but "which holds under models that
//! we did not build the policy on" (Doroudi, Aleven & Brunskill 2017; ENGINE.md section 9).
//!
//! Architecture invariants:
//! - a student's luck is a function of (seed, student, skill, opportunity) and never of the policy
//!   ([`simulator::Path`] is made before any policy looks at it);
//! - no policy but [`policy::Policy::Oracle`] sees anything but answers, and what the tutor knows
//!   of the skills was learned from other students;
//! - the result does not depend on the number of threads, to the last bit;
//! - no I/O: reports and plots are returned as text.

mod claims;
mod draw;
mod grid;
mod matrix;
pub mod plot;
pub mod policy;
pub mod population;
pub mod report;
pub mod simulator;
pub mod stop_rules;
mod training;
pub mod words;

pub use claims::{Claim, Conclusion, Difference, Verdict, claims};
pub use matrix::{
    Cell, Group, InvalidOptions, Matrix, Options, Outcome, Progress, SKILLS_EACH, run,
};
