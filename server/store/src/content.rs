//! Rows of the content that a district writes and of every version that was ever live.

use api::UserId;
use item_bank::{Skill, Template, TemplateId, TemplateRef};

use crate::audit::AuditEntry;

/// Who first made a version live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It comes with the program.
    Trellis,
    District,
}

/// A version that was ever live, without the template itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub reference: TemplateRef,
    /// In hex, of the template as JSON.
    pub sha256: String,
    pub origin: Origin,
    pub first_live_at_ms: i64,
}

/// A version that goes live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersion {
    pub reference: TemplateRef,
    pub sha256: String,
    pub json: String,
    pub origin: Origin,
    pub first_live_at_ms: i64,
}

/// Where an open draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftState {
    Draft,
    InReview,
    Approved,
}

/// What the district has under way with one template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthoredRow {
    pub id: TemplateId,
    /// `None` when no draft is open.
    pub state: Option<DraftState>,
    /// The newest.
    pub revision: u32,
    /// The first since it was last published: whoever saved one since then is an author of the draft.
    pub first_revision: u32,
    /// The district's own version that students meet; `None` leaves it to the program's.
    pub live_version: Option<u32>,
    /// Taken out of new questions.
    pub retired: bool,
    pub updated_at_ms: i64,
}

/// One save of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisionRow {
    pub revision: u32,
    pub saved_at_ms: i64,
    /// `None` is an import.
    pub saved_by: Option<UserId>,
    /// Display name of who saved it.
    pub author: Option<String>,
    pub template: Template,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    Created,
    Edited,
    Submitted,
    Returned,
    Approved,
    Published,
    Retired,
    Imported,
}

/// What happened to a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRow {
    pub at_ms: i64,
    /// Display name, or the name of a program.
    pub by: String,
    pub kind: EventKind,
    pub note: Option<String>,
    pub version: Option<u32>,
    pub revision: Option<u32>,
}

/// A person, or a program by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    Person(UserId),
    Program(String),
}

impl By {
    pub fn person(&self) -> Option<UserId> {
        match self {
            Self::Person(id) => Some(*id),
            Self::Program(_) => None,
        }
    }
}

/// One step of a template, written whole or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateChange {
    /// The row that the step was decided on: when another stands there by now, nothing is written.
    pub before: Option<AuthoredRow>,
    pub after: AuthoredRow,
    /// What is saved as `after.revision`.
    pub saved: Option<Template>,
    /// What goes live.
    pub live: Option<NewVersion>,
    pub by: By,
    pub kind: EventKind,
    pub note: Option<String>,
    pub version: Option<u32>,
}

/// Steps that are written together.
#[derive(Clone, Debug, Default)]
pub struct ContentChanges {
    /// Added, or put in the place of the one with the same code.
    pub skills: Vec<Skill>,
    pub templates: Vec<TemplateChange>,
    pub audit: Vec<AuditEntry>,
}
