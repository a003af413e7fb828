//! Everything folded again from the responses.

use store::{FOLDED_BY, Opportunity, Past, Replay, Scored, Store, StoreResult};

/// Responses read at once.
const PAGE: u32 = 5_000;

/// Calls `each` with every response that counts, in the order of arrival.
pub async fn each_opportunity(
    store: &dyn Store,
    mut each: impl FnMut(Opportunity),
) -> StoreResult<()> {
    let mut position = 0;
    loop {
        let page = store.opportunities_after(position, PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        position = last.position;
        page.into_iter().for_each(&mut each);
    }
}

/// The fold of all responses, each read as `read` says; gives how many there were.
pub async fn replay(
    store: &dyn Store,
    read: impl Fn(&Opportunity) -> Scored,
) -> StoreResult<(Replay, u64)> {
    let mut replay = Replay::default();
    let mut count = 0;
    each_opportunity(store, |response| {
        count += 1;
        replay.fold(&response, &read(&response));
    })
    .await?;
    Ok((replay, count))
}

/// As the past is read by the versions that were adopted.
pub async fn as_adopted(store: &dyn Store) -> StoreResult<(Replay, u64)> {
    let past = Past::of(&store.models().await?);
    replay(store, |response| past.read(response)).await
}

/// Rebuilds estimates and abilities that another version's formulas folded; gives from how many
/// responses, or `None` when there was nothing to do.
pub async fn bring_up_to_date(store: &dyn Store) -> StoreResult<Option<u64>> {
    if store.folded_by().await? == FOLDED_BY {
        return Ok(None);
    }
    let (replay, count) = as_adopted(store).await?;
    store.replace_projection(replay.into_projection()).await?;
    Ok(Some(count))
}
