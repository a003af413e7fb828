//! Rows as the server sees them.

use std::fmt;

use api::{
    AssignmentId, ClassId, DeviceId, OrgId, PracticeSettings, ResponseId, ResponseRecord, Role,
    SupportLevel, UserId,
};
use engine::{Ability, AbilityPrior, Help, ItemParams, Move, SchoolDay, SkillParams, SkillState};
use item_bank::{LanguageTag, PathwayCode, RawAnswer, SkillCode, TemplateId, TemplateRef, Verdict};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// SHA-256 of a session token. The token itself is never stored.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash(..)")
    }
}

/// An argon2id hash in PHC form, of a password or a PIN.
#[derive(Clone, PartialEq, Eq)]
pub struct CredentialHash(pub String);

impl fmt::Debug for CredentialHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CredentialHash(..)")
    }
}

#[derive(Clone, Debug)]
pub struct StaffAccount {
    pub id: UserId,
    pub display_name: String,
    pub credential: CredentialHash,
}

#[derive(Clone, Debug)]
pub struct StudentAccount {
    pub id: UserId,
    pub given_name: String,
    pub family_name: String,
    pub credential: CredentialHash,
}

#[derive(Clone, Debug)]
pub struct NewSession {
    pub token: TokenHash,
    pub user: UserId,
    pub created_at_ms: i64,
    pub expires_at_ms: i64,
}

/// A session with the person it belongs to. The caller checks `expires_at_ms`.
#[derive(Clone, Debug)]
pub struct SessionRow {
    pub user: UserId,
    pub role: Role,
    /// Staff: the display name. Students: given name and family initial.
    pub display_name: String,
    pub home_language: Option<LanguageTag>,
    pub expires_at_ms: i64,
}

#[derive(Clone, Debug)]
pub struct StudentRow {
    pub id: UserId,
    pub given_name: String,
    pub family_name: String,
    pub home_language: Option<LanguageTag>,
    pub support: SupportLevel,
}

impl StudentRow {
    /// Orders people by family name, then given name, as a class list does: case and accents do not
    /// part "Ángel" from "Angel". The same in every database.
    pub fn name_key(&self) -> (String, String, UserId) {
        (folded(&self.family_name), folded(&self.given_name), self.id)
    }
}

fn folded(name: &str) -> String {
    name.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

#[derive(Clone, Debug)]
pub struct ClassRow {
    pub id: ClassId,
    pub title: String,
    pub school: String,
    pub grade: u8,
    pub code: String,
    /// What its teacher chose; `None` follows the defaults.
    pub settings: Option<PracticeSettings>,
}

/// A class that a student is in, with what decides their levels there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudentClass {
    pub id: ClassId,
    pub settings: Option<PracticeSettings>,
}

/// "Give this student this skill first."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinRow {
    pub skill: SkillCode,
    /// Display name of who pinned it.
    pub teacher: String,
    pub pinned_at_ms: i64,
}

#[derive(Clone, Debug)]
pub struct NewPin {
    pub student: UserId,
    pub skill: SkillCode,
    pub pinned_by: UserId,
    pub pinned_at_ms: i64,
}

#[derive(Clone, Debug)]
pub struct AssignmentRow {
    pub id: AssignmentId,
    pub class: ClassId,
    pub class_title: String,
    /// Display name of who assigned it.
    pub teacher: String,
    pub pathway: PathwayCode,
    pub assigned_at_ms: i64,
}

#[derive(Clone, Debug)]
pub struct NewAssignmentRow {
    pub id: AssignmentId,
    pub class: ClassId,
    pub pathway: PathwayCode,
    pub assigned_by: UserId,
    pub assigned_at_ms: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct EstimateRow {
    pub student: UserId,
    pub skill: SkillCode,
    pub state: SkillState,
    /// When the latest response that counted was given (school's time).
    pub last_at_ms: i64,
}

impl EstimateRow {
    /// Before the first response that counts.
    pub fn before_any(student: UserId, skill: SkillCode, params: &SkillParams) -> Self {
        Self {
            student,
            skill,
            state: SkillState::new(params),
            last_at_ms: i64::MIN,
        }
    }

    /// Folds one response that counts, in the order of arrival. Every backend and `trellis verify`
    /// go through here, so that a rebuilt estimate has the very bits of a stored one.
    pub fn fold(&mut self, ability: &mut Ability, scored: &Scored, effective_at_ms: i64) -> Move {
        // an answer from a device that was offline may be older than one already folded
        self.last_at_ms = self.last_at_ms.max(effective_at_ms);
        self.state.observe(
            &scored.params,
            ability,
            &scored.prior,
            &scored.observation(),
        )
    }
}

/// One student's ability, over all skills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbilityRow {
    pub student: UserId,
    pub ability: Ability,
}

/// By which version of the formulas this program folds. To be raised with every change of the
/// engine that gives an old response another effect: what is stored is then rebuilt.
pub const FOLDED_BY: u32 = 2;

/// Everything that is folded from the responses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Projection {
    pub estimates: Vec<EstimateRow>,
    pub abilities: Vec<AbilityRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EstimateKey {
    pub student: UserId,
    pub skill: SkillCode,
}

/// A response that the server has checked, on its way to the disk.
#[derive(Clone, Debug)]
pub struct GradedResponse {
    pub record: ResponseRecord,
    pub device: DeviceId,
    pub skill: SkillCode,
    pub result: Verdict,
    /// Rungs of the item's hint ladder.
    pub hints_of: u8,
    pub received_at_ms: i64,
    /// The answer's time by the school's clock.
    pub effective_at_ms: i64,
    /// Present when the response may be an opportunity: a scored first attempt.
    pub scored: Option<Scored>,
}

/// What the engine needs of a response, kept with it so that replay needs no template.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    pub correct: bool,
    pub item: ItemParams,
    pub help: Help,
    pub bridged: bool,
    pub day: SchoolDay,
    /// In force when the response arrived; used to start an estimate and to move it.
    pub params: SkillParams,
    /// Likewise, for the student's ability.
    pub prior: AbilityPrior,
}

impl Scored {
    pub fn observation(&self) -> engine::Observation {
        engine::Observation {
            correct: self.correct,
            item: self.item,
            help: self.help,
            bridged: self.bridged,
            day: self.day,
        }
    }
}

/// What became of each response of an append, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    Stored,
    /// Same id, same content: nothing was written.
    Duplicate,
    /// Same id, other content: nothing was written.
    IdReused,
}

#[derive(Clone, Debug)]
pub struct AppendReply {
    pub appended: Vec<Appended>,
    /// Estimates of the touched skills as they stand after the commit.
    pub estimates: Vec<EstimateRow>,
    /// The student's ability likewise; `None` before the first response that counts.
    pub ability: Option<Ability>,
}

/// A response as it lies on the disk. `position` is its place in the order of arrival, which is the
/// order of the fold.
#[derive(Clone, Debug)]
pub struct StoredResponse {
    pub position: i64,
    pub id: ResponseId,
    pub student: UserId,
    pub skill: SkillCode,
    pub template: TemplateRef,
    pub seed: u32,
    pub attempt: u8,
    pub answer: RawAnswer,
    pub result: Verdict,
    pub elapsed_ms: u32,
    pub answered_at_ms: i64,
    pub effective_at_ms: i64,
    pub hints: u8,
    pub hints_of: u8,
    pub bridge: bool,
    /// Present when it counted as an opportunity.
    pub opportunity: Option<Scored>,
}

/// Of a response that counted, what is folded.
#[derive(Clone, Debug, PartialEq)]
pub struct Opportunity {
    pub position: i64,
    pub student: UserId,
    pub skill: SkillCode,
    pub template: TemplateId,
    pub effective_at_ms: i64,
    pub scored: Scored,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgKind {
    District,
    School,
}

#[derive(Clone, Debug)]
pub struct NewOrg {
    pub id: OrgId,
    pub parent: Option<OrgId>,
    pub kind: OrgKind,
    pub name: String,
}

#[derive(Clone, Debug)]
pub struct NewStaff {
    pub id: UserId,
    pub org: OrgId,
    pub username: String,
    pub display_name: String,
    pub credential: CredentialHash,
}

#[derive(Clone, Debug)]
pub struct NewStudent {
    pub id: UserId,
    pub org: OrgId,
    pub given_name: String,
    pub family_name: String,
    pub home_language: Option<LanguageTag>,
    pub support: SupportLevel,
    pub credential: CredentialHash,
}

#[derive(Clone, Debug)]
pub struct NewClass {
    pub id: ClassId,
    pub org: OrgId,
    pub title: String,
    pub grade: u8,
    pub code: String,
}

/// A person in a class, as student or as teacher by their role.
#[derive(Clone, Copy, Debug)]
pub struct EnrollmentRow {
    pub class: ClassId,
    pub user: UserId,
}
