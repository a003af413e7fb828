//! What outlives a page. Rules live in plain structs that are tested natively; [`Store`] and
//! [`Desk`] hold them in signals for views to read.

mod answer;
mod choose;
mod desk;
#[cfg(test)]
pub mod fixtures;
mod mastery;
mod practice;
mod saving;
mod store;

pub use answer::{Draft, PadKey, keys_for};
pub use choose::{Because, Chosen, Given, Nothing, PracticeContext, choose};
pub use desk::{Desk, Grown, Question, Table};
pub use mastery::{Mastery, Progress};
pub use practice::{Checked, Exercise, Phase};
pub use saving::{Facts, Saving};
pub use store::{Content, SigningIn, Store, Who};
