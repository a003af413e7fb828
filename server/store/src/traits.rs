//! The database, as the handlers use it.

use api::{AssignmentId, ClassId, OrgId, PracticeSettings, UserId};
use async_trait::async_trait;
use engine::Ability;
use item_bank::{LanguageTag, PathwayCode, Skill, SkillCode, Template, TemplateId, TemplateRef};

use crate::audit::AuditEntry;
use crate::bridge::{
    LeaningRow, NewSupport, NewUnitReview, NewUse, SentenceRow, SupportRow, TermEventRow,
    UnitReviewRow, UseAppended,
};
use crate::content::{AuthoredRow, ContentChanges, EventRow, NewVersion, RevisionRow, VersionRow};
use crate::error::StoreResult;
use crate::model::{ModelId, ModelRow, NewModel};
use crate::readings::Readings;
use crate::rows::{
    AbilityRow, AppendReply, AssignmentRow, ClassRow, EnrollmentRow, EstimateRow, GradedResponse,
    NewAssignmentRow, NewClass, NewOrg, NewPin, NewSession, NewStaff, NewStudent, Opportunity,
    PinRow, Projection, SessionRow, StaffAccount, StoredResponse, StudentAccount, StudentClass,
    StudentRow, TokenHash,
};

/// Everything at once, for `Arc<dyn Store>`.
pub trait Store:
    Accounts
    + Sessions
    + Classes
    + Pins
    + Responses
    + Models
    + Authoring
    + Words
    + Supports
    + Languages
    + Readings
    + Audit
    + Provision
    + Send
    + Sync
    + 'static
{
}

impl<T> Store for T where
    T: Accounts
        + Sessions
        + Classes
        + Pins
        + Responses
        + Models
        + Authoring
        + Words
        + Supports
        + Languages
        + Readings
        + Audit
        + Provision
        + Send
        + Sync
        + 'static
{
}

#[async_trait]
pub trait Accounts: Send + Sync {
    /// User names compare without regard to case.
    async fn staff_by_username(&self, username: &str) -> StoreResult<Option<StaffAccount>>;
    /// The class of a sign-in code, in its canonical form (`MAPLE-27`).
    async fn class_by_code(&self, code: &str) -> StoreResult<Option<ClassRow>>;
    /// The students of a class, with what a sign-in is checked against.
    async fn sign_in_roster(&self, class: ClassId) -> StoreResult<Vec<StudentAccount>>;
    async fn student(&self, id: UserId) -> StoreResult<Option<StudentRow>>;
    /// `Missing` when there is no such student.
    async fn set_home_language(
        &self,
        student: UserId,
        language: Option<LanguageTag>,
    ) -> StoreResult<()>;
}

#[async_trait]
pub trait Sessions: Send + Sync {
    async fn create_session(&self, session: NewSession) -> StoreResult<()>;
    async fn session(&self, token: TokenHash) -> StoreResult<Option<SessionRow>>;
    async fn delete_session(&self, token: TokenHash) -> StoreResult<()>;
    /// Removes sessions that expired before `now_ms`; gives how many.
    async fn sweep_sessions(&self, now_ms: i64) -> StoreResult<u64>;
}

#[async_trait]
pub trait Classes: Send + Sync {
    async fn classes_of_teacher(&self, teacher: UserId) -> StoreResult<Vec<ClassRow>>;
    /// The class, when this teacher teaches it: the authorisation of every class route.
    async fn class_of_teacher(
        &self,
        teacher: UserId,
        class: ClassId,
    ) -> StoreResult<Option<ClassRow>>;
    async fn classes_of_student(&self, student: UserId) -> StoreResult<Vec<StudentClass>>;
    /// Keeps what a class's teacher chose, with its line in the audit trail, in one transaction.
    /// Gives whether it was something new: the same again writes nothing. `Missing` when there is
    /// no such class.
    async fn set_practice(
        &self,
        class: ClassId,
        settings: PracticeSettings,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// By family name, then given name.
    async fn roster(&self, class: ClassId) -> StoreResult<Vec<StudentRow>>;
    /// Newest first.
    async fn assignments_of_class(&self, class: ClassId) -> StoreResult<Vec<AssignmentRow>>;
    /// Newest first, over all of the student's classes.
    async fn assignments_of_student(&self, student: UserId) -> StoreResult<Vec<AssignmentRow>>;
    async fn assignment(&self, id: AssignmentId) -> StoreResult<Option<AssignmentRow>>;
    /// `Conflict` when the class has this pathway already.
    async fn assign(&self, assignment: NewAssignmentRow) -> StoreResult<()>;
    /// Gives whether it was there.
    async fn unassign(&self, class: ClassId, pathway: &PathwayCode) -> StoreResult<bool>;
}

/// Skills that a teacher wants practised first. Each changes with its line in the audit trail, in one
/// transaction, and writes nothing where nothing changes.
#[async_trait]
pub trait Pins: Send + Sync {
    /// Gives whether it is new: one that stands keeps who set it and when.
    async fn pin(&self, pin: NewPin, audit: AuditEntry) -> StoreResult<bool>;
    /// Gives whether it was there.
    async fn unpin(
        &self,
        student: UserId,
        skill: &SkillCode,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// Oldest first.
    async fn pins_of_student(&self, student: UserId) -> StoreResult<Vec<PinRow>>;
}

#[async_trait]
pub trait Responses: Send + Sync {
    /// Appends in order, moves the estimates and the student's ability, and answers after the commit
    /// has reached the disk. All or nothing. An id that is there already writes nothing; its content is the record and the
    /// student, not the device that carried it. The reply has the estimates of the skills of all
    /// the responses, those that were there already included. A scored first attempt counts
    /// as an opportunity only if the student has none yet for the same template, version and seed.
    async fn append(
        &self,
        student: UserId,
        responses: Vec<GradedResponse>,
    ) -> StoreResult<AppendReply>;
    async fn estimates_of_student(&self, student: UserId) -> StoreResult<Vec<EstimateRow>>;
    async fn estimates_of_class(&self, class: ClassId) -> StoreResult<Vec<EstimateRow>>;
    /// In order of arrival.
    async fn responses_of(
        &self,
        student: UserId,
        skill: &SkillCode,
    ) -> StoreResult<Vec<StoredResponse>>;
    /// At most `limit` responses that count, after `position`, in order of arrival: for replay.
    async fn opportunities_after(&self, position: i64, limit: u32)
    -> StoreResult<Vec<Opportunity>>;
    /// Those of one student, over all skills, in order of arrival.
    async fn opportunities_of(&self, student: UserId) -> StoreResult<Vec<Opportunity>>;
    async fn all_estimates(&self) -> StoreResult<Vec<EstimateRow>>;
    /// `None` before the first response that counts.
    async fn ability_of_student(&self, student: UserId) -> StoreResult<Option<Ability>>;
    async fn all_abilities(&self) -> StoreResult<Vec<AbilityRow>>;
    /// By which formulas the stored projection was folded; [`crate::FOLDED_BY`] are this program's.
    async fn folded_by(&self) -> StoreResult<u32>;
    /// Replaces the whole projection in one transaction, and notes that it was folded by
    /// [`crate::FOLDED_BY`].
    async fn replace_projection(&self, projection: Projection) -> StoreResult<()>;
}

/// Versions of the model.
#[async_trait]
pub trait Models: Send + Sync {
    /// Oldest first. The last one is in force.
    async fn models(&self) -> StoreResult<Vec<ModelRow>>;
    /// The last one.
    async fn model_in_force(&self) -> StoreResult<Option<ModelRow>>;
    /// The position of the last response; 0 when there is none.
    async fn last_position(&self) -> StoreResult<i64>;
    /// Brings a version into force, with what it makes of the past where it reads that anew and with
    /// its line in the audit trail, in one transaction.
    async fn adopt(
        &self,
        model: NewModel,
        projection: Option<Projection>,
        audit: AuditEntry,
    ) -> StoreResult<ModelId>;
}

/// Content of the district's own, and every version of a template that was ever live.
#[async_trait]
pub trait Authoring: Send + Sync {
    /// By id, then version.
    async fn template_versions(&self) -> StoreResult<Vec<VersionRow>>;
    async fn template_version(&self, reference: &TemplateRef) -> StoreResult<Option<Template>>;
    /// Keeps versions, in one transaction. `Conflict` when one is there already, unless `replace`:
    /// then what is there gives way.
    async fn keep_versions(&self, versions: Vec<NewVersion>, replace: bool) -> StoreResult<()>;
    /// By id.
    async fn authored_templates(&self) -> StoreResult<Vec<AuthoredRow>>;
    async fn authored_template(&self, id: &TemplateId) -> StoreResult<Option<AuthoredRow>>;
    /// The newest revision of each template that the district has under way, by id.
    async fn newest_revisions(&self) -> StoreResult<Vec<RevisionRow>>;
    /// Oldest first.
    async fn revisions_of(&self, id: &TemplateId) -> StoreResult<Vec<RevisionRow>>;
    /// Oldest first.
    async fn events_of(&self, id: &TemplateId) -> StoreResult<Vec<EventRow>>;
    /// By code.
    async fn district_skills(&self) -> StoreResult<Vec<Skill>>;
    /// All of it or nothing; gives whether it was written. `false` when a template does not stand
    /// any more where its change was decided on.
    async fn change_content(&self, changes: ContentChanges) -> StoreResult<bool>;
}

/// What happens between students and academic words: append-only.
#[async_trait]
pub trait Words: Send + Sync {
    /// Appends in order, all or nothing, and answers after the commit has reached the disk: one
    /// outcome for each. An id that is there already writes nothing; its content is the student, the
    /// word, what happened, the task and the sentence, but not the time, which is corrected anew
    /// with each post.
    async fn append_uses(
        &self,
        student: UserId,
        uses: Vec<NewUse>,
    ) -> StoreResult<Vec<UseAppended>>;
    /// What is folded, in order of arrival; cards met and asked for come first and together, since
    /// their order changes nothing.
    async fn term_events_of_student(&self, student: UserId) -> StoreResult<Vec<TermEventRow>>;
    /// The same of all of a class's students.
    async fn term_events_of_class(&self, class: ClassId) -> StoreResult<Vec<TermEventRow>>;
    /// Sentences that came out right, newest first, at most so many of each student.
    async fn sentences_of_class(
        &self,
        class: ClassId,
        of_each: u32,
    ) -> StoreResult<Vec<SentenceRow>>;
    /// Of the answers since then that counted; students without any have no row.
    async fn leaning_of_class(&self, class: ClassId, since_ms: i64)
    -> StoreResult<Vec<LeaningRow>>;
}

/// Teachers' words on how much of the bridge stands open. Each changes with its line in the audit
/// trail, in one transaction, and writes nothing where nothing changes.
#[async_trait]
pub trait Supports: Send + Sync {
    /// Gives whether it is something new.
    async fn set_support(&self, support: NewSupport, audit: AuditEntry) -> StoreResult<bool>;
    /// Takes back the word on one skill; gives whether there was one.
    async fn remove_support(
        &self,
        student: UserId,
        skill: &SkillCode,
        audit: AuditEntry,
    ) -> StoreResult<bool>;
    /// By skill.
    async fn support_of_student(&self, student: UserId) -> StoreResult<Vec<SupportRow>>;
    /// By student, then skill.
    async fn support_of_class(&self, class: ClassId) -> StoreResult<Vec<SupportRow>>;
}

/// Readers of a language, and what they decided about its texts: append-only.
#[async_trait]
pub trait Languages: Send + Sync {
    /// By tag.
    async fn languages_read_by(&self, staff: UserId) -> StoreResult<Vec<LanguageTag>>;
    /// Names someone a reader of a language, or takes that back; gives whether that is new.
    /// `Missing` when there is no such staff.
    async fn set_reader(
        &self,
        staff: UserId,
        language: LanguageTag,
        reads: bool,
    ) -> StoreResult<bool>;
    /// The newest decision for each language, text and hash; in the order of the decisions.
    async fn unit_reviews(&self) -> StoreResult<Vec<UnitReviewRow>>;
    /// Keeps them with their line in the audit trail, in one transaction.
    async fn review_units(&self, reviews: Vec<NewUnitReview>, audit: AuditEntry)
    -> StoreResult<()>;
}

#[async_trait]
pub trait Audit: Send + Sync {
    async fn audit(&self, entry: AuditEntry) -> StoreResult<()>;
}

/// Setting up people and classes.
#[async_trait]
pub trait Provision: Send + Sync {
    /// Answers when the writer has taken and committed a transaction: for readiness.
    async fn ping(&self) -> StoreResult<()>;
    /// Whether the database holds no org yet.
    async fn is_empty(&self) -> StoreResult<bool>;
    /// The oldest org of this very name.
    async fn org_by_name(&self, name: &str) -> StoreResult<Option<OrgId>>;
    async fn add_orgs(&self, orgs: Vec<NewOrg>) -> StoreResult<()>;
    async fn add_staff(&self, staff: Vec<NewStaff>) -> StoreResult<()>;
    async fn add_students(&self, students: Vec<NewStudent>) -> StoreResult<()>;
    async fn add_classes(&self, classes: Vec<NewClass>) -> StoreResult<()>;
    async fn enroll(&self, enrollments: Vec<EnrollmentRow>) -> StoreResult<()>;
    async fn set_staff_credential(
        &self,
        username: &str,
        credential: crate::rows::CredentialHash,
    ) -> StoreResult<bool>;
}
