//! The wire: what the app and the server say to each other under `/api/v1`.
//!
//! Architecture invariant: types only. Parsing happens here through constructors of newtypes;
//! nothing here decides, stores or computes.

mod analysis;
mod authoring;
mod bridge;
mod class;
mod ids;
mod language;
mod plan;
mod practice;
mod problem;
mod reading;
mod response;
mod session;
mod trace;

pub use analysis::{
    AnalyseText, AnalysedSentence, Analysis, FoundConcept, FoundTerm, MAX_WORDS, SentenceMark,
    UnknownWord,
};
pub use authoring::{
    Attribution, EditTemplate, ImportedSource, NewTemplate, PassageDetail, PreviewFinding,
    PreviewItem, PreviewReply, PreviewRequest, ReviewEvent, ReviewEventKind, ReviewStep,
    SkillGraph, SkillNode, TemplateDetail, TemplateDraft, TemplateList, TemplateState,
    TemplateSummary,
};
pub use bridge::{
    AssignedReading, BridgePlan, BridgeUse, ClassBridge, ClassTerm, MAX_SAID, MAX_USES,
    OwnSentence, SetSupport, SkillSupport, StudentBridge, TermEstimate, UseBatch, UseKind,
    UseOutcome, UsesReply,
};
pub use class::{
    Assignment, Cell, CellUpdate, ClassMastery, ClassSummary, NewAssignment, PathwaySummary,
    SkillColumn, StudentRow,
};
pub use ids::{AssignmentId, ClassId, DeviceId, OrgId, ReadingId, ResponseId, UseId, UserId};
pub use item_bank::bridge::SupportLevel;
pub use language::{
    BothCores, BothWorks, BridgePack, BridgePacks, BridgeText, ConceptText, Decision,
    LanguageReview, MAX_REASON, MAX_TEXTS, NewReview, NewReviews, TermText, TextBody, TextCounts,
    TextDecision, TextKind, TextPage, TextRow, TextState,
};
pub use plan::{
    AssignedPathway, BridgePolicy, Estimate, ItemDifficulty, LanguageChoice, PackRef, Plan,
    PracticePolicy, Preferences, StudentProfile,
};
pub use practice::{OutOfRange, PracticeSettings, SkillPin};
pub use problem::{Problem, ProblemCode};
pub use reading::{
    AskDraft, AssignReading, CoreFinding, CoreOrigin, CoreView, DraftOutcome, DraftReply,
    DraftingModel, EditCore, EditReading, MAX_CORE_SENTENCES, MAX_CORE_TEXT, MAX_CORES, MAX_TITLE,
    MAX_TOPICS, NeedCards, NeededCard, NewReading, ReadingAssignment, ReadingCore, ReadingDetail,
    ReadingList, ReadingPreview, ReadingState, ReadingStep, ReadingSummary, ReviewCore,
};
pub use response::{
    BatchReply, ClockNotice, MAX_BATCH, Outcome, OutcomeStatus, RejectReason, ResponseBatch,
    ResponseRecord,
};
pub use session::{Role, Session, StaffSignIn, StudentSignIn};
pub use trace::{EstimateTrace, TraceStep};
