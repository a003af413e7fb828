//! What the student app knows, in signals that live as long as the app.

use std::collections::VecDeque;
use std::sync::Arc;

use api::{DeviceId, Estimate, LanguageChoice, Plan, ResponseId, UserId};
use engine::Ability;
use futures::channel::mpsc;
use item_bank::{CatalogEntry, LanguageTag, SkillCode};
use leptos::prelude::*;

use super::{Facts, Given, Mastery, Saving};
use crate::api::ApiError;
use crate::bridge;
use crate::storage::Storage;
use crate::sync::driver::Wake;
use crate::sync::{Difficulties, Estimates, Pending, shown_estimates};

/// Who sits here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Being found out.
    Finding,
    /// Nobody; `offline` when nobody could be asked.
    Nobody {
        offline: bool,
    },
    Student(UserId),
}

/// How signing in is going.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SigningIn {
    #[default]
    Idle,
    Busy,
    Failed(ApiError),
}

/// A content pack on the shelf of the module that makes questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    pub sha256: String,
    pub catalog: Vec<CatalogEntry>,
}

/// Content on this device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    pub packs: Vec<Arc<Pack>>,
    /// The packs that the bridge's module holds, by their hashes; none while there is no bridge.
    pub bridge: Option<String>,
    /// The hashes of all of it: a plan that names the same packs changes nothing.
    pub hashes: Vec<String>,
    /// Everything that the plan names is here.
    pub complete: bool,
    /// Why it is not.
    pub error: Option<ApiError>,
}

/// Handles are `Copy`; everything behind them is shared.
#[derive(Clone, Copy, Debug)]
pub struct Store {
    pub who: RwSignal<Who>,
    /// "Ana R.", for this visit only: names are not kept on the device.
    pub name: RwSignal<Option<String>>,
    pub signing_in: RwSignal<SigningIn>,
    pub plan: RwSignal<Option<Arc<Plan>>>,
    /// Why there is no plan.
    pub plan_error: RwSignal<Option<ApiError>>,
    pub content: RwSignal<Content>,
    /// Answers that are not at school yet, oldest first.
    pub pending: RwSignal<Vec<Pending>>,
    /// Of those, not on the disk, or not yet.
    pub unkept: RwSignal<Vec<ResponseId>>,
    /// The browser refused to keep an answer.
    pub disk_fails: RwSignal<bool>,
    pub refused: RwSignal<usize>,
    pub offline: RwSignal<bool>,
    pub answered: RwSignal<bool>,
    /// The session ended in the middle of things.
    pub sign_in_again: RwSignal<bool>,
    /// The language that the page is drawn in; `None` is English.
    pub speaks: RwSignal<Option<LanguageTag>>,
    /// Languages to choose from before signing in.
    pub languages: RwSignal<Vec<LanguageChoice>>,
    /// What was chosen on this device before signing in.
    pub device_language: RwSignal<Option<LanguageChoice>>,
    /// The same, in this visit: it becomes the student's own.
    pub language_picked: RwSignal<Option<Option<LanguageTag>>>,
    /// Why the language was not changed.
    pub language_error: RwSignal<Option<ApiError>>,
    /// The text to be read is not on this device and cannot be brought in.
    pub text_missing: RwSignal<bool>,
    /// What to do about a device's clock that is wrong.
    pub clock: RwSignal<Option<String>>,
    /// What the student sees of their mastery: the school's word and what is under way.
    pub estimates: Memo<Arc<Estimates>>,
    /// Of the templates in the plan.
    pub difficulties: Memo<Arc<Difficulties>>,
    pub saving: Memo<Saving>,
    parts: StoredValue<Parts>,
}

#[derive(Clone, Debug)]
struct Parts {
    storage: Storage,
    wake: mpsc::UnboundedSender<Wake>,
    device: DeviceId,
    recent: VecDeque<Given>,
    /// Of the plan as the school sent it in this visit; the one on the disk has no name in it.
    plan_etag: Option<String>,
    /// As it came: the bridge's module reads its own part.
    plan_json: String,
    /// Uses of words may be waiting on the disk.
    uses_wait: bool,
    /// The bridge's module knows who sits here.
    bridge_started: bool,
    /// Content is being brought in.
    loading: bool,
    /// Server time minus device time, as the last plan had it.
    clock_offset_ms: i64,
}

impl Store {
    pub fn new(storage: Storage, wake: mpsc::UnboundedSender<Wake>, device: DeviceId) -> Self {
        let plan = RwSignal::new(None::<Arc<Plan>>);
        let pending = RwSignal::new(Vec::<Pending>::new());
        let unkept = RwSignal::new(Vec::new());
        let (refused, offline) = (RwSignal::new(0), RwSignal::new(false));
        let (disk_fails, answered) = (RwSignal::new(false), RwSignal::new(false));
        let difficulties = Memo::new(move |_| {
            let of = |plan: &Option<Arc<Plan>>| plan.as_deref().map(Difficulties::of_plan);
            Arc::new(plan.with(of).unwrap_or_default())
        });
        let estimates = Memo::new(move |_| {
            let difficulties = difficulties.get();
            let shown = |plan: &Option<Arc<Plan>>| {
                plan.as_ref().map(|plan| {
                    pending.with(|pending| shown_estimates(plan, &difficulties, pending))
                })
            };
            Arc::new(plan.with(shown).unwrap_or_default())
        });
        let saving = Memo::new(move |_| {
            Saving::of(Facts {
                waiting: pending.with(Vec::len),
                unkept: unkept.with(Vec::len),
                disk_fails: disk_fails.get(),
                refused: refused.get(),
                offline: offline.get(),
                answered: answered.get(),
            })
        });
        Self {
            who: RwSignal::new(Who::Finding),
            name: RwSignal::new(None),
            signing_in: RwSignal::new(SigningIn::Idle),
            plan,
            plan_error: RwSignal::new(None),
            content: RwSignal::new(Content::default()),
            pending,
            unkept,
            disk_fails,
            refused,
            offline,
            answered,
            sign_in_again: RwSignal::new(false),
            speaks: RwSignal::new(None),
            languages: RwSignal::new(Vec::new()),
            device_language: RwSignal::new(None),
            language_picked: RwSignal::new(None),
            language_error: RwSignal::new(None),
            text_missing: RwSignal::new(false),
            clock: RwSignal::new(None),
            estimates,
            difficulties,
            saving,
            parts: StoredValue::new(Parts {
                storage,
                wake,
                device,
                recent: VecDeque::new(),
                plan_etag: None,
                plan_json: String::new(),
                uses_wait: false,
                bridge_started: false,
                loading: false,
                clock_offset_ms: 0,
            }),
        }
    }

    pub fn from_context() -> Self {
        expect_context()
    }

    pub fn student(&self) -> Option<UserId> {
        match self.who.get_untracked() {
            Who::Student(user) => Some(user),
            _ => None,
        }
    }

    pub fn storage(&self) -> Storage {
        self.parts.with_value(|parts| parts.storage.clone())
    }

    pub fn device(&self) -> DeviceId {
        self.parts.with_value(|parts| parts.device)
    }

    pub fn set_device(&self, device: DeviceId) {
        self.parts.update_value(|parts| parts.device = device);
    }

    pub fn recent(&self) -> VecDeque<Given> {
        self.parts.with_value(|parts| parts.recent.clone())
    }

    pub fn set_recent(&self, recent: VecDeque<Given>) {
        self.parts.update_value(|parts| parts.recent = recent);
    }

    /// The time at school, as far as it is known.
    pub fn school_time(&self, now_ms: i64) -> i64 {
        now_ms + self.parts.with_value(|parts| parts.clock_offset_ms)
    }

    pub fn set_school_time(&self, server_ms: i64, now_ms: i64) {
        self.parts
            .update_value(|parts| parts.clock_offset_ms = server_ms - now_ms);
    }

    pub fn plan_etag(&self) -> Option<String> {
        self.parts.with_value(|parts| parts.plan_etag.clone())
    }

    pub fn set_plan_etag(&self, etag: Option<String>) {
        self.parts.update_value(|parts| parts.plan_etag = etag);
    }

    pub fn plan_json(&self) -> String {
        self.parts.with_value(|parts| parts.plan_json.clone())
    }

    pub fn set_plan_json(&self, json: String) {
        self.parts.update_value(|parts| parts.plan_json = json);
    }

    pub fn uses_wait(&self) -> bool {
        self.parts.with_value(|parts| parts.uses_wait)
    }

    pub fn set_uses_wait(&self, wait: bool) {
        self.parts.update_value(|parts| parts.uses_wait = wait);
    }

    pub fn is_bridge_started(&self) -> bool {
        self.parts.with_value(|parts| parts.bridge_started)
    }

    pub fn set_bridge_started(&self, started: bool) {
        self.parts
            .update_value(|parts| parts.bridge_started = started);
    }

    pub fn is_loading(&self) -> bool {
        self.parts.with_value(|parts| parts.loading)
    }

    pub fn set_loading(&self, loading: bool) {
        self.parts.update_value(|parts| parts.loading = loading);
    }

    /// Tells the driver that there is something to do.
    pub fn wake(&self, wake: Wake) {
        // The driver lives as long as the page; after it there is nobody to tell.
        self.parts
            .with_value(|parts| drop(parts.wake.unbounded_send(wake)));
    }

    /// The school's new word on the student and some skills replaces what was known of them.
    pub fn learn_estimates(&self, ability: Ability, estimates: Vec<Estimate>) {
        self.plan.update(|plan| {
            let Some(plan) = plan.as_mut().map(Arc::make_mut) else {
                return;
            };
            plan.ability = ability;
            for new in estimates {
                match plan
                    .estimates
                    .iter_mut()
                    .find(|known| known.skill == new.skill)
                {
                    Some(known) => known.state = new.state,
                    None => plan.estimates.push(new),
                }
            }
        });
    }

    /// What teachers ask for, to be told from what they asked: a memo of it changes when the
    /// pathways do, or the skills that go first.
    pub fn assigned_ids(&self) -> Vec<String> {
        let ids = |plan: &Arc<Plan>| {
            let mut ids: Vec<String> = plan
                .assignments
                .iter()
                .map(|it| it.id.to_string())
                .collect();
            ids.extend(plan.pins.iter().map(|skill| skill.as_str().to_owned()));
            ids
        };
        self.plan
            .with(|plan| plan.as_ref().map_or_else(Vec::new, ids))
    }

    /// There is a bridge from the student's language, and its texts are here.
    pub fn has_bridge(&self) -> bool {
        let spoken = |plan: &Arc<Plan>| plan.language_pack.is_some();
        self.plan.with(|plan| plan.as_ref().is_some_and(spoken))
            && self.content.with(|content| content.bridge.is_some())
    }

    /// A skill's mastery as it stands now.
    pub fn mastery(&self, skill: &SkillCode) -> Option<Mastery> {
        let plan = self.plan.get()?;
        let state = self.estimates.with(|all| all.get(skill))?;
        Some(Mastery::of(&plan.policy.mastery, &state))
    }

    /// Everything of a student goes, signals first.
    pub fn clear(&self) {
        self.name.set(None);
        self.plan.set(None);
        self.plan_error.set(None);
        self.content.set(Content::default());
        self.pending.set(Vec::new());
        self.unkept.update(Vec::clear);
        self.refused.set(0);
        self.answered.set(false);
        self.sign_in_again.set(false);
        self.language_error.set(None);
        self.set_recent(VecDeque::new());
        self.set_plan_etag(None);
        self.set_plan_json(String::new());
        if self.is_bridge_started() {
            self.set_bridge_started(false);
            bridge::forget();
        }
    }
}
