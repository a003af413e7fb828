//! The demo district: fictional people, real questions, histories simulated by the engine.
//!
//! Everything follows from a seed, so that `trellis demo --list` knows the sign-ins without a
//! database. Orgs and classes have the same ids whatever the seed, by which the district is known.

mod answers;
mod district;
mod history;
mod model;
mod names;
mod people;
mod print;
mod random;
mod seed;
mod words;

pub use people::{Demo, DemoClass, DemoStudent, DemoTeacher};
pub use print::{list, list_json, sign_ins};
pub use seed::{DemoError, STEPS, Seeded, Step, is_demo_district, seed, seed_if_empty};

/// What `trellis serve --demo` uses.
pub const DEFAULT_SEED: u64 = 2026;
