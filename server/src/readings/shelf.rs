//! Packs of the readings that may be assigned, as they stand now.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use api::{PackRef, ReadingId};
use item_bank::bridge::Reading;
use item_bank::{BuiltPack, PackKind};
use store::Store;
use tokio::sync::Mutex;

use super::publish::as_packed;
use crate::content::{ContentError, Library};

/// By reading. What was on it before stays in the library under its hash.
#[derive(Debug, Default)]
pub struct Shelf {
    refs: RwLock<HashMap<ReadingId, PackRef>>,
    /// Held while a reading is read and packed, so that an older one never comes after it.
    packing: Mutex<()>,
}

impl Shelf {
    pub fn pack(&self, id: ReadingId) -> Option<PackRef> {
        let refs = self.refs.read().unwrap_or_else(PoisonError::into_inner);
        refs.get(&id).cloned()
    }

    /// At the start: everything that is approved.
    pub async fn fill(&self, library: &Library, store: &dyn Store) -> Result<(), ContentError> {
        for (id, frozen) in store.approved_readings().await? {
            self.put(library, store, id, frozen).await?;
        }
        Ok(())
    }

    /// Packs an approved reading with the texts that may be shown with it now.
    pub async fn put(
        &self,
        library: &Library,
        store: &dyn Store,
        id: ReadingId,
        frozen: Reading,
    ) -> Result<(), ContentError> {
        let _alone = self.packing.lock().await;
        let cores = store.cores_of(id).await?;
        let reviews = store.core_reviews_of(id).await?;
        let reading = as_packed(frozen, &cores, &reviews);
        let built = BuiltPack::of(&format!("reading-{id}"), PackKind::Reading, &reading)?;
        let pack = library.keep(built).await?;
        let mut refs = self.refs.write().unwrap_or_else(PoisonError::into_inner);
        refs.insert(id, pack);
        Ok(())
    }

    pub fn remove(&self, id: ReadingId) {
        let mut refs = self.refs.write().unwrap_or_else(PoisonError::into_inner);
        refs.remove(&id);
    }
}
