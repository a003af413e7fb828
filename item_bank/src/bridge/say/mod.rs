//! Saying it in English: the productive turn of the bridge. Device and server make and judge a task
//! alike, from the English side of the bridge alone.

mod bank;
mod check;
mod task;
#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests;
mod view;

pub use check::{MAX_TEXT, check};
pub use task::{Said, SayKind, SayTask, Topic, task_for_term, tasks};
pub use view::{SayView, view};
