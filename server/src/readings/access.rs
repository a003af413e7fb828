//! Whose a reading is, and who may see it.

use api::{ProblemCode, ReadingId, ReadingState, UserId};
use store::ReadingRow;

use crate::error::{Refusal, Reply};
use crate::state::AppState;

/// The reading, if this person may see it. Another's is not told apart from none.
pub async fn seen(state: &AppState, who: UserId, id: ReadingId) -> Reply<ReadingRow> {
    let row = state.store.reading_for(who, id).await?;
    row.ok_or_else(|| Refusal::not_found("reading"))
}

/// The reading, if this person wrote it.
pub async fn own(state: &AppState, who: UserId, id: ReadingId) -> Reply<ReadingRow> {
    let row = seen(state, who, id).await?;
    if row.author == who {
        return Ok(row);
    }
    Err(Refusal::new(
        ProblemCode::Forbidden,
        format!("{} wrote this reading.", row.author_name),
        "Copy it, and change the copy.",
    ))
}

/// A draft of this person's own, as they have it in front of them.
pub async fn own_draft(
    state: &AppState,
    who: UserId,
    id: ReadingId,
    revision: u32,
) -> Reply<ReadingRow> {
    let row = own(state, who, id).await?;
    if row.state != ReadingState::Draft {
        return Err(Refusal::new(
            ProblemCode::Conflict,
            "This reading was approved: it never changes from then on.",
            "Copy it, and change the copy.",
        ));
    }
    if row.revision != revision {
        return Err(moved_on(row.revision));
    }
    Ok(row)
}

/// Another page was first.
pub fn moved_on(now: u32) -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        format!("This reading was saved on another page: it is at revision {now}."),
        "Reload to see it; copy what you wrote first if you want to keep it.",
    )
    .field("revision")
}
