//! Texts that teachers prepare with the bridge: what is found in them, what their teacher makes of them,
//! and what students get of it.
//!
//! Invariant: a reading's text in a home language leaves for a student only when a reader of that
//! language approved exactly its hash (`publish`), whoever or whatever wrote it.

pub mod access;
mod analysis;
mod check;
mod core;
mod desk;
mod edit;
mod publish;
mod shelf;

pub use analysis::{analyse, analyse_here};
pub use check::Checks;
pub use check::ideas;
pub use core::may_decide;
pub use desk::{Desk, must_be_clean};
pub use edit::{Before, begun, edited, with_draft, within};
pub use publish::{frozen, previewed};
pub use shelf::Shelf;

use std::time::Duration;

use tokio::sync::Semaphore;

use crate::error::{Refusal, Reply};

/// Looking through a text may take so long.
const WITHIN: Duration = Duration::from_secs(8);
/// Texts that are looked through at a time.
static AT_A_TIME: Semaphore = Semaphore::const_new(2);

/// Work that takes a while, away from the threads that answer.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Reply<T> {
    let permit = AT_A_TIME.acquire().await;
    let permit = permit.map_err(|_| Refusal::internal())?;
    let done = tokio::task::spawn_blocking(move || {
        let _until_the_end = permit;
        work()
    });
    match tokio::time::timeout(WITHIN, done).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(error)) => {
            tracing::error!(%error, "looking through a text panicked");
            Err(Refusal::internal())
        }
        Err(_) => Err(Refusal::malformed(
            "Looking through this text takes too long.",
            "Try a shorter part of it.",
        )
        .field("text")),
    }
}
