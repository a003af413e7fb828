//! The instructional distiller: an instruction one step at a time, its task verbs marked. Words are
//! never changed; where a split could change what is said, none is made.

mod facts;
mod scan;
mod split;
mod step;
#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests;
mod verbs;

pub use step::{Step, StepPart, distill};
