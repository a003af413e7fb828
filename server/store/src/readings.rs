//! Teachers' texts with their bridge.

use api::{ClassId, CoreOrigin, Decision, DraftOutcome, ReadingId, ReadingState, UserId};
use async_trait::async_trait;
use item_bank::bridge::{Reading, UnitId};
use item_bank::{LanguageTag, TermId};
use serde::{Deserialize, Serialize};

use crate::audit::AuditEntry;
use crate::error::StoreResult;

/// What the teacher chose about a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingChoices {
    /// `None` leaves it to the analysis.
    pub key_sentences: Option<Vec<u16>>,
    pub removed_terms: Vec<TermId>,
    pub topics: Vec<UnitId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewReadingRow {
    pub id: ReadingId,
    pub author: UserId,
    pub copy_of: Option<ReadingId>,
    pub body: ReadingBody,
    pub created_at_ms: i64,
}

/// What a save writes.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingBody {
    pub title: String,
    pub text: String,
    pub words: u32,
    pub choices: ReadingChoices,
    pub cores: Vec<CoreRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ReadingRow {
    pub id: ReadingId,
    pub author: UserId,
    /// Display name.
    pub author_name: String,
    pub copy_of: Option<ReadingId>,
    pub state: ReadingState,
    pub revision: u32,
    pub title: String,
    pub text: String,
    pub choices: ReadingChoices,
    /// Since it was approved: what students read, without the texts in home languages.
    pub frozen: Option<Reading>,
    pub created_at_ms: i64,
    pub updated_at_ms: i64,
}

/// A reading without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingHead {
    pub id: ReadingId,
    pub author: UserId,
    pub author_name: String,
    pub state: ReadingState,
    pub title: String,
    pub words: u32,
    pub updated_at_ms: i64,
}

/// What a reading is about, in a home language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreRow {
    pub language: LanguageTag,
    /// With its marks, as written.
    pub core: Vec<String>,
    pub works: Option<String>,
    pub origin: CoreOrigin,
    /// Who wrote or changed it last, or had it drafted.
    pub by: UserId,
    /// Display name; not written.
    pub by_name: String,
    pub at_ms: i64,
    /// Of this text and the reading's, in hex.
    pub sha256: String,
}

/// How a language of a reading stands: the newest decision on its text as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreStateRow {
    pub reading: ReadingId,
    pub language: LanguageTag,
    pub decision: Option<Decision>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreReviewRow {
    pub language: LanguageTag,
    pub sha256: String,
    pub decision: Decision,
    pub reason: Option<String>,
    pub reviewer: UserId,
    /// Display name; not written.
    pub reviewer_name: String,
    pub at_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingAssignmentRow {
    pub reading: ReadingId,
    pub title: String,
    pub class: ClassId,
    pub class_title: String,
    /// Display name of who assigned it.
    pub teacher: String,
    pub assigned_at_ms: i64,
}

/// Somebody's wish for a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededCardRow {
    pub word: String,
    /// Display name.
    pub asked_by: String,
    pub reading: Option<ReadingId>,
    /// Of the reading.
    pub title: Option<String>,
    pub at_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededWords {
    /// In lower case.
    pub words: Vec<String>,
    pub asked_by: UserId,
    pub reading: Option<ReadingId>,
    pub at_ms: i64,
}

/// One time that a teacher asked the language model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftingCall {
    pub at_ms: i64,
    pub asked_by: UserId,
    pub reading: ReadingId,
    pub language: LanguageTag,
    pub model: String,
    /// Of all that was or would have been sent, in hex.
    pub prompt_sha256: String,
    pub outcome: DraftOutcome,
    /// Reason codes of the checks, parted by spaces.
    pub reasons: String,
    pub elapsed_ms: u32,
    pub cached: bool,
}

/// What a call of the language model changes.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftKept {
    /// That the draft is of.
    pub revision: u32,
    pub body: ReadingBody,
}

/// Every change is written with its line in the audit trail, in one transaction, and writes nothing
/// where it changes nothing.
#[async_trait]
pub trait Readings: Send + Sync {
    async fn create_reading(&self, new: NewReadingRow, audit: AuditEntry) -> StoreResult<()>;
    /// The reading, when this person may see it: their own; approved, of a colleague of the same
    /// school; approved, with a text in a language that they are a reader of.
    async fn reading_for(&self, staff: UserId, id: ReadingId) -> StoreResult<Option<ReadingRow>>;
    /// Those that this person may see; last changed first.
    async fn readings_for(&self, staff: UserId) -> StoreResult<Vec<ReadingHead>>;
    /// By language.
    async fn cores_of(&self, reading: ReadingId) -> StoreResult<Vec<CoreRow>>;
    /// Of this person's readings and of all that are approved.
    async fn core_states_for(&self, staff: UserId) -> StoreResult<Vec<CoreStateRow>>;
    /// Oldest first.
    async fn core_reviews_of(&self, reading: ReadingId) -> StoreResult<Vec<CoreReviewRow>>;
    /// All that students may read, with their frozen texts.
    async fn approved_readings(&self) -> StoreResult<Vec<(ReadingId, Reading)>>;
    /// Saves a draft as its next revision. `false` when it is not a draft at `revision` any more.
    async fn save_reading(
        &self,
        id: ReadingId,
        revision: u32,
        body: ReadingBody,
        at_ms: i64,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// `false` when it is not a draft at `revision` any more.
    async fn approve_reading(
        &self,
        id: ReadingId,
        revision: u32,
        frozen: &Reading,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// `false` when it is not at `revision` any more, or retired already.
    async fn retire_reading(
        &self,
        id: ReadingId,
        revision: u32,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// `false` when the text in this language is not any more the one of the hash.
    async fn review_core(
        &self,
        reading: ReadingId,
        review: CoreReviewRow,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// Gives whether it is new.
    async fn assign_reading(
        &self,
        reading: ReadingId,
        class: ClassId,
        by: UserId,
        at_ms: i64,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// Gives whether it was there.
    async fn unassign_reading(
        &self,
        reading: ReadingId,
        class: ClassId,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// In the classes that this person teaches; newest first.
    async fn reading_assignments_of_teacher(
        &self,
        teacher: UserId,
    ) -> StoreResult<Vec<ReadingAssignmentRow>>;
    /// Of approved readings, newest first.
    async fn reading_assignments_of_student(
        &self,
        student: UserId,
    ) -> StoreResult<Vec<ReadingAssignmentRow>>;
    /// Gives how many wishes are new.
    async fn need_cards(&self, needed: NeededWords) -> StoreResult<usize>;
    /// Oldest first.
    async fn needed_cards(&self) -> StoreResult<Vec<NeededCardRow>>;
    /// Gives whether anybody had wished for it.
    async fn drop_needed_card(&self, word: &str, audit: AuditEntry) -> StoreResult<bool>;
    /// Notes a call, append-only, and saves the draft that it keeps. `false`, and nothing is written,
    /// when the reading is not a draft at that revision any more.
    async fn note_drafting_call(
        &self,
        call: DraftingCall,
        keeps: Option<DraftKept>,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// Oldest first.
    async fn drafting_calls_of(&self, reading: ReadingId) -> StoreResult<Vec<DraftingCall>>;
}
