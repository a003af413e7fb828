//! What outlives a page of the staff app. Spawned tasks hold this store and never a page's signal:
//! it is made once, at the root, and lives as long as the tab.

use api::{ClassId, ClassSummary, EstimateTrace, PathwaySummary, PracticeSettings, UserId};
use item_bank::SkillCode;
use leptos::prelude::*;

use super::classes::notice::Notice;
use super::mastery::board::Board;
use super::mastery::grid::Place;
use super::mastery::live::Line;
use super::mastery::news::News;
use super::mastery::order::View;
use super::mastery::settings::Saving;
use super::session::{SessionState, SignIn};
use super::slot::Slot;
use super::trace::pinning::Pinning;
use crate::api::ApiError;

/// Which estimate a trace explains.
pub type TraceKey = (ClassId, UserId, SkillCode);

#[derive(Clone, Copy, Debug)]
pub struct StaffStore {
    pub session: RwSignal<SessionState>,
    /// Whose data the store holds.
    pub(super) owner: StoredValue<Option<UserId>>,
    pub sign_in: RwSignal<SignIn>,
    /// Whether a page was shown before this one.
    pub(super) moved: StoredValue<bool>,
    pub classes: RwSignal<Slot<(), Vec<ClassSummary>>>,
    pub pathways: RwSignal<Slot<(), Vec<PathwaySummary>>>,
    /// What became of assigning or taking back.
    pub notice: RwSignal<Notice>,
    pub board: RwSignal<Slot<ClassId, Board>>,
    /// By which the board's levels are told.
    pub practice: RwSignal<Slot<ClassId, PracticeSettings>>,
    /// How keeping other settings is going.
    pub saving: RwSignal<Saving>,
    pub view: RwSignal<View>,
    pub line: RwSignal<Line>,
    /// Said politely by the mastery page.
    pub announcement: RwSignal<String>,
    pub(super) news: StoredValue<News>,
    /// The cell that the keyboard was on, so that the way back from a trace ends there.
    pub tab_stop: StoredValue<Option<Place>>,
    pub(super) returning: StoredValue<bool>,
    pub trace: RwSignal<Slot<TraceKey, EstimateTrace>>,
    /// Whether the skill of the trace goes first. Apart from the trace, which is drawn anew when it
    /// changes: a press must not move the focus.
    pub pinning: RwSignal<Pinning>,
}

impl StaffStore {
    /// Made once, by the root component.
    pub fn provide() -> Self {
        let store = Self {
            session: RwSignal::new(SessionState::Checking),
            owner: StoredValue::new(None),
            sign_in: RwSignal::default(),
            moved: StoredValue::new(false),
            classes: RwSignal::default(),
            pathways: RwSignal::default(),
            notice: RwSignal::default(),
            board: RwSignal::default(),
            practice: RwSignal::default(),
            saving: RwSignal::default(),
            view: RwSignal::default(),
            line: RwSignal::default(),
            announcement: RwSignal::default(),
            news: StoredValue::new(News::default()),
            tab_stop: StoredValue::new(None),
            returning: StoredValue::new(false),
            trace: RwSignal::default(),
            pinning: RwSignal::default(),
        };
        provide_context(store);
        store
    }

    pub fn expect() -> Self {
        expect_context()
    }

    /// Every failed call passes here: a session that ended leads to the sign-in, over the page that
    /// was open.
    pub(super) fn heard(self, error: &ApiError) {
        if error.is_signed_out() {
            self.session.update(SessionState::expire);
        }
    }

    /// Nothing of one teacher's students stays for the next person at this computer.
    pub(super) fn forget(self) {
        self.owner.set_value(None);
        self.classes.set(Slot::default());
        self.pathways.set(Slot::default());
        self.notice.set(Notice::default());
        self.board.set(Slot::default());
        self.practice.set(Slot::default());
        self.saving.set(Saving::default());
        self.view.set(View::default());
        self.announcement.set(String::new());
        self.news.set_value(News::default());
        self.tab_stop.set_value(None);
        self.trace.set(Slot::default());
        self.pinning.set(Pinning::default());
    }
}
