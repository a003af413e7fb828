//! What outlives a page of the content section. Spawned tasks hold this and never a page's signal.

use std::sync::Arc;

use api::{
    Attribution, PassageDetail, PreviewReply, SkillGraph, TemplateDetail, TemplateSummary, UserId,
};
use gloo_timers::future::TimeoutFuture;
use item_bank::{PassageId, Template, TemplateId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::{Editing, Key};
use super::find::Filter;
use super::template::compare::{Comparison, Which};
use super::template::step::{Stepping, Word};
use crate::api::{ApiError, authoring};
use crate::pages::staff::slot::Slot;
use crate::pages::staff::store::StaffStore;

/// A pause in typing after which the preview is made again.
const PAUSE_MS: u32 = 400;
/// Seeds of the first examples; "more examples" goes on from there.
pub const EXAMPLES: u32 = 3;

/// What a preview is of, and what came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub reply: Option<Arc<PreviewReply>>,
    pub error: Option<ApiError>,
    pub busy: bool,
    /// How many examples are asked for.
    pub count: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct ContentStore {
    pub staff: StaffStore,
    owner: StoredValue<Option<UserId>>,
    pub list: RwSignal<Slot<(), Arc<Vec<TemplateSummary>>>>,
    pub graph: RwSignal<Slot<(), Arc<SkillGraph>>>,
    pub detail: RwSignal<Slot<TemplateId, Arc<TemplateDetail>>>,
    pub attribution: RwSignal<Slot<(), Arc<Attribution>>>,
    pub passage: RwSignal<Slot<PassageId, Arc<PassageDetail>>>,
    pub filter: RwSignal<Filter>,
    pub preview: RwSignal<Preview>,
    /// Of the preview asked for last; a reply to another is stale.
    ticket: StoredValue<u64>,
    pub stepping: RwSignal<Stepping>,
    pub comparison: RwSignal<Comparison>,
    /// Typed work outlives its page: who comes back finds it.
    pub editing: RwSignal<Slot<Key, Editing>>,
}

impl ContentStore {
    /// Made once, beside the staff app's own store.
    pub fn provide() -> Self {
        let store = Self {
            staff: StaffStore::expect(),
            owner: StoredValue::new(None),
            list: RwSignal::default(),
            graph: RwSignal::default(),
            detail: RwSignal::default(),
            attribution: RwSignal::default(),
            passage: RwSignal::default(),
            filter: RwSignal::default(),
            preview: RwSignal::default(),
            ticket: StoredValue::new(0),
            stepping: RwSignal::default(),
            comparison: RwSignal::default(),
            editing: RwSignal::default(),
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
            store.list.set(Slot::default());
            store.detail.set(Slot::default());
            store.filter.set(Filter::default());
            store.stepping.set(Stepping::default());
            store.comparison.set(Comparison::default());
            store.editing.set(Slot::default());
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

    pub fn load_list(self) {
        self.list.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(authoring::templates().await);
            let result = result.map(|list| Arc::new(list.templates));
            self.list.update(|slot| slot.finish(&(), result));
        });
    }

    /// Skills change with the content, not with the day: once a tab is enough, after that the
    /// counts are brought up to date behind what is shown.
    pub fn load_graph(self) {
        self.graph.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(authoring::skills().await).map(Arc::new);
            self.graph.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn load_detail(self, id: TemplateId) {
        self.detail.update(|slot| slot.begin(id.clone()));
        spawn_local(async move { self.read_detail(id).await });
    }

    pub(super) async fn read_detail(self, id: TemplateId) {
        let result = self.hear(authoring::template(&id).await).map(Arc::new);
        self.detail.update(|slot| slot.finish(&id, result));
    }

    pub fn load_attribution(self) {
        self.attribution.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(authoring::attribution().await).map(Arc::new);
            self.attribution.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn load_passage(self, id: PassageId) {
        if self.passage.with_untracked(|slot| slot.get(&id).is_some()) {
            return;
        }
        self.passage.update(|slot| slot.begin(id.clone()));
        spawn_local(async move {
            let result = self.hear(authoring::passage(&id).await).map(Arc::new);
            self.passage.update(|slot| slot.finish(&id, result));
        });
    }

    /// A page that shows another template begins with the first examples.
    pub fn clear_preview(self) {
        self.ticket.update_value(|ticket| *ticket += 1);
        self.preview.set(Preview {
            count: EXAMPLES,
            ..Preview::default()
        });
    }

    /// At once: for a template that is not being typed.
    pub fn preview_now(self, template: Template) {
        self.ask_preview(template, 0);
    }

    /// Once the author pauses. Only the last of several calls asks.
    pub fn preview_soon(self, template: Template) {
        self.ask_preview(template, PAUSE_MS);
    }

    /// What is shown is of a form that cannot be read as a template any more.
    pub fn preview_halts(self) {
        self.ticket.update_value(|ticket| *ticket += 1);
        self.preview.update(|preview| preview.busy = false);
    }

    fn ask_preview(self, template: Template, pause_ms: u32) {
        self.ticket.update_value(|ticket| *ticket += 1);
        let ticket = self.ticket.get_value();
        spawn_local(async move {
            if pause_ms > 0 {
                TimeoutFuture::new(pause_ms).await;
            }
            if self.ticket.get_value() != ticket {
                return;
            }
            self.preview.update(|preview| preview.busy = true);
            let count = self.preview.with_untracked(|preview| preview.count);
            let result = self.hear(authoring::preview(template, (0..count).collect()).await);
            if self.ticket.get_value() != ticket {
                return;
            }
            self.preview.update(|preview| {
                preview.busy = false;
                match result {
                    Ok(reply) => {
                        preview.reply = Some(Arc::new(reply));
                        preview.error = None;
                    }
                    Err(error) => preview.error = Some(error),
                }
            });
        });
    }

    /// Takes a step on the way to students, then reads the template anew.
    pub fn step(self, id: TemplateId, word: Word, revision: u32, note: String) {
        if self.stepping.with_untracked(|stepping| stepping.busy) {
            return;
        }
        self.stepping.set(Stepping {
            busy: true,
            ..Stepping::default()
        });
        spawn_local(async move {
            let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
            let step = api::ReviewStep { revision, note };
            let result = self.hear(authoring::step(&id, word.verb(), &step).await);
            self.stepping.set(match result {
                Ok(detail) => {
                    self.detail
                        .update(|slot| slot.finish(&id, Ok(Arc::new(detail))));
                    Stepping::done(word)
                }
                Err(error) => {
                    // someone else may have been faster: show what is so
                    self.read_detail(id).await;
                    Stepping::failed(error)
                }
            });
            self.load_list();
        });
    }

    /// What one of the two sides of a comparison was.
    pub fn load_side(self, id: TemplateId, which: Which) {
        spawn_local(async move {
            let result = match which {
                Which::Version(version) => authoring::version(&id, version).await,
                Which::Revision(revision) => authoring::revision(&id, revision).await,
            };
            let result = self.hear(result).map(Arc::new);
            self.comparison
                .update(|comparison| comparison.came(&id, which, result));
        });
    }
}
