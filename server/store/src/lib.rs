//! What the server needs of a database.
//!
//! Architecture invariants:
//! - no SQL and no driver here: a backend crate (`store_sqlite`) implements [`Store`], and one
//!   conformance suite (`tests/conformance`) holds every backend to the same behaviour;
//! - no clock: every time comes in as epoch milliseconds;
//! - when a write returns `Ok`, it is on the disk.

mod audit;
mod bridge;
mod content;
mod error;
mod fold;
mod model;
mod readings;
mod rows;
mod traits;

pub use audit::{AuditAction, AuditEntry};
pub use bridge::{
    Happened, LeaningRow, NewSupport, NewUnitReview, NewUse, SentenceRow, SupportRow, TermEventRow,
    UnitReviewRow, UseAppended,
};
pub use content::{
    AuthoredRow, By, ContentChanges, DraftState, EventKind, EventRow, NewVersion, Origin,
    RevisionRow, TemplateChange, VersionRow,
};
pub use error::{StoreError, StoreResult};
pub use fold::Replay;
pub use model::{AdoptedFile, ModelId, ModelRow, NewModel, Past, Reading};
pub use readings::{
    CoreReviewRow, CoreRow, CoreStateRow, DraftKept, DraftingCall, NeededCardRow, NeededWords,
    NewReadingRow, ReadingAssignmentRow, ReadingBody, ReadingChoices, ReadingHead, ReadingRow,
    Readings,
};
pub use rows::{
    AbilityRow, AppendReply, Appended, AssignmentRow, ClassRow, CredentialHash, EnrollmentRow,
    EstimateKey, EstimateRow, FOLDED_BY, GradedResponse, NewAssignmentRow, NewClass, NewOrg,
    NewPin, NewSession, NewStaff, NewStudent, Opportunity, OrgKind, PinRow, Projection, Scored,
    SessionRow, StaffAccount, StoredResponse, StudentAccount, StudentClass, StudentRow, TokenHash,
};
pub use traits::{
    Accounts, Audit, Authoring, Classes, Languages, Models, Pins, Provision, Responses, Sessions,
    Store, Supports, Words,
};
