//! What outlives a page of the bridge section. Spawned tasks hold this and never a page's signal.

use std::sync::Arc;

use api::{
    BridgePacks, ClassBridge, ClassId, LanguageReview, NeededCard, PackRef, ReadingId, ReadingList,
    ReadingPreview, UserId,
};
use item_bank::LanguagePack;
use item_bank::bridge::English;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::class::load::Setting;
use super::review::load::Reviewing;
use super::review::query::Asked;
use super::texts::editing::Editing;
use super::texts::load::{Doing, Starting};
use crate::api::{ApiError, client, content, languages};
use crate::pages::staff::slot::Slot;
use crate::pages::staff::store::StaffStore;

#[derive(Clone, Copy, Debug)]
pub struct BridgeStore {
    pub staff: StaffStore,
    owner: StoredValue<Option<UserId>>,
    pub languages: RwSignal<Slot<(), Arc<Vec<LanguageReview>>>>,
    pub packs: RwSignal<Slot<(), Arc<BridgePacks>>>,
    pub english: RwSignal<Slot<PackRef, Arc<English>>>,
    pub home: RwSignal<Slot<PackRef, Arc<LanguagePack>>>,
    /// The texts on the review page, and what becomes of deciding on them.
    pub reviewing: RwSignal<Slot<Asked, Reviewing>>,
    pub readings: RwSignal<Slot<(), Arc<ReadingList>>>,
    pub cards: RwSignal<Slot<(), Arc<Vec<NeededCard>>>>,
    /// A text that is being pasted outlives its page.
    pub starting: RwSignal<Starting>,
    /// As does the work on one.
    pub editing: RwSignal<Slot<ReadingId, Editing>>,
    pub doing: RwSignal<Doing>,
    pub preview: RwSignal<Slot<ReadingId, Arc<ReadingPreview>>>,
    pub class: RwSignal<Slot<ClassId, Arc<ClassBridge>>>,
    pub setting: RwSignal<Setting>,
}

impl BridgeStore {
    /// Made once, beside the staff app's own store.
    pub fn provide() -> Self {
        let store = Self {
            staff: StaffStore::expect(),
            owner: StoredValue::new(None),
            languages: RwSignal::default(),
            packs: RwSignal::default(),
            english: RwSignal::default(),
            home: RwSignal::default(),
            reviewing: RwSignal::default(),
            readings: RwSignal::default(),
            cards: RwSignal::default(),
            starting: RwSignal::default(),
            editing: RwSignal::default(),
            doing: RwSignal::default(),
            preview: RwSignal::default(),
            class: RwSignal::default(),
            setting: RwSignal::default(),
        };
        provide_context(store);
        store
    }

    /// For a page of the section: another person at this computer begins afresh.
    pub fn enter() -> Self {
        let store: Self = expect_context();
        let now = store.staff.owner.get_value();
        if store.owner.get_value() != now {
            store.owner.set_value(now);
            store.languages.set(Slot::default());
            store.packs.set(Slot::default());
            store.reviewing.set(Slot::default());
            store.readings.set(Slot::default());
            store.cards.set(Slot::default());
            store.starting.set(Starting::default());
            store.editing.set(Slot::default());
            store.doing.set(Doing::default());
            store.preview.set(Slot::default());
            store.class.set(Slot::default());
            store.setting.set(Setting::default());
        }
        store
    }

    /// For parts of a page.
    pub fn expect() -> Self {
        expect_context()
    }

    pub(super) fn hear<T>(self, result: Result<T, ApiError>) -> Result<T, ApiError> {
        if let Err(error) = &result {
            self.staff.heard(error);
        }
        result
    }

    pub fn load_languages(self) {
        self.languages.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(languages::list().await).map(Arc::new);
            self.languages.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn load_packs(self) {
        self.packs.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(languages::packs().await).map(Arc::new);
            self.packs.update(|slot| slot.finish(&(), result));
        });
    }

    /// What a hash names never changes: read once.
    pub fn load_english(self, pack: PackRef) {
        if self
            .english
            .with_untracked(|slot| slot.get(&pack).is_none())
        {
            read_pack(self, self.english, pack);
        }
    }

    /// As [`load_english`](Self::load_english).
    pub fn load_home(self, pack: PackRef) {
        if self.home.with_untracked(|slot| slot.get(&pack).is_none()) {
            read_pack(self, self.home, pack);
        }
    }

    /// A language as it was last read.
    pub fn language_now(self, tag: &item_bank::LanguageTag) -> Option<LanguageReview> {
        self.languages.with(|slot| {
            let all = slot.get(&())?;
            all.iter().find(|language| language.tag == *tag).cloned()
        })
    }
}

fn read_pack<T>(store: BridgeStore, slot: RwSignal<Slot<PackRef, Arc<T>>>, pack: PackRef)
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    slot.update(|slot| slot.begin(pack.clone()));
    spawn_local(async move {
        let read = content::pack(&pack)
            .await
            .and_then(|text| client::decode_any(&text));
        let result = store.hear(read).map(Arc::new);
        slot.update(|slot| slot.finish(&pack, result));
    });
}
