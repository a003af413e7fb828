//! What outlives a page. Rules live in plain structs that are tested natively; [`Store`] and
//! [`Desk`] hold them in signals for views to read.

mod answer;
mod choose;
mod desk;
#[cfg(test)]
pub mod fixtures;
pub mod marks;
mod mastery;
mod practice;
mod saving;
mod store;

pub use answer::{Draft, End, How, PadKey, press};
pub use choose::{Because, Chosen, Given, Nothing, PracticeContext, choose};
pub use desk::{Desk, Grown, Question, Table};
pub use mastery::{Mastery, Progress};
pub use practice::{Exercise, Outcome, Phase};
pub use saving::{Facts, Saving};
pub use store::{Content, Pack, SigningIn, Store, Who};
