//! The bridge on the wire: what happened between a student and an academic word, and where it stands.

use engine::{TermRule, TermState};
use item_bank::bridge::{Said, SayTask, SupportLevel};
use item_bank::{LanguageTag, SkillCode, TermId};
use serde::{Deserialize, Serialize};

use crate::{ReadingId, UseId, UserId};

/// Most uses a batch may hold.
pub const MAX_USES: usize = 200;
/// Characters that a sentence may have.
pub const MAX_SAID: usize = 400;

/// One thing that happened with one word. The device's verdict is not among the fields: the server
/// makes the task again and checks what was written itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BridgeUse {
    pub id: UseId,
    pub term: TermId,
    pub what: UseKind,
    /// The device's clock.
    pub at_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum UseKind {
    /// The card stood open before the student; once a question.
    Met,
    /// The student asked for a folded card, or for more help. Information, never a failure.
    Asked,
    /// The student tried to say it in English.
    Said { task: SayTask, text: String },
}

/// `POST /api/v1/bridge/uses`: at most [`MAX_USES`], in the order they happened. The same id twice
/// counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UseBatch {
    /// The device's clock as the batch is sent.
    pub sent_at_ms: i64,
    #[cfg_attr(feature = "openapi", schema(max_items = 200))]
    pub uses: Vec<BridgeUse>,
}

/// Sent only after the uses are on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsesReply {
    /// One for each use, in their order.
    pub outcomes: Vec<UseOutcome>,
    /// Of the words that the batch touched, after it.
    pub terms: Vec<TermEstimate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UseOutcome {
    pub id: UseId,
    /// Of what was said; `None` for the rest, and for what will never be accepted.
    pub said: Option<Said>,
    /// Why it will never be accepted; the device may let it go.
    pub refused: Option<String>,
}

/// Where a student stands with a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TermEstimate {
    pub term: TermId,
    pub state: TermState,
}

wire_read::object!(TermEstimate { term, state });

/// What the plan says of the bridge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct BridgePlan {
    pub rule: TermRule,
    /// Words never met have none.
    pub terms: Vec<TermEstimate>,
    /// Levels that a teacher set for single skills.
    pub support: Vec<SkillSupport>,
    /// Texts that a teacher has prepared and assigned; newest first.
    pub readings: Vec<AssignedReading>,
}

wire_read::object!(BridgePlan {
    rule = default,
    terms = default,
    support = default,
    readings = default
});

/// A teacher's word on one skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillSupport {
    pub skill: SkillCode,
    pub level: SupportLevel,
}

wire_read::object!(SkillSupport { skill, level });

wire_read::object!(AssignedReading {
    id,
    title,
    class_title,
    teacher,
    assigned_at_ms,
    pack
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AssignedReading {
    pub id: ReadingId,
    pub title: String,
    pub class_title: String,
    pub teacher: String,
    pub assigned_at_ms: i64,
    /// An [`item_bank::bridge::Reading`] as JSON.
    pub pack: crate::PackRef,
}

/// `PUT /api/v1/classes/{class}/students/{student}/support`: a teacher's word on how much of the
/// bridge stands open. `DELETE` with `?skill=` takes back the word on one skill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetSupport {
    pub level: SupportLevel,
    /// `null` sets the student's own level.
    pub skill: Option<SkillCode>,
}

/// `GET /api/v1/classes/{class}/bridge`: the words that a class has met, and who leans on the bridge.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassBridge {
    /// By which a word counts as used well.
    pub rule: TermRule,
    /// Met by anyone, by their English.
    pub terms: Vec<ClassTerm>,
    /// All of the class, by name.
    pub students: Vec<StudentBridge>,
    pub server_time_ms: i64,
}

/// Students of the class with one word; each counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassTerm {
    pub term: TermId,
    pub en: String,
    /// 2 general academic, 3 of the discipline.
    pub tier: u8,
    pub met: u32,
    /// Opened the card again, or wanted more.
    pub asked: u32,
    /// Used it correctly at least once.
    pub used: u32,
    /// Used it well: its card is folded now.
    pub folded: u32,
    /// Used it wrongly at least once.
    pub misused: u32,
    /// Had it folded, then used it wrongly.
    pub relapsed: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StudentBridge {
    pub id: UserId,
    /// "Ana Rivera", with the sort name beside it: "Rivera, Ana".
    pub name: String,
    pub sort_name: String,
    pub home_language: Option<LanguageTag>,
    pub support: SupportLevel,
    /// Levels that a teacher set for single skills.
    pub skills: Vec<SkillSupport>,
    /// Answers of the last 30 days that counted.
    pub answers: u32,
    /// Of these, given with the bridge open.
    pub with_bridge: u32,
    /// Times that a card or more help was asked for.
    pub asked: u32,
    pub words_met: u32,
    pub words_used: u32,
    pub words_folded: u32,
    /// Newest first, at most [`StudentBridge::MAX_SENTENCES`].
    pub sentences: Vec<OwnSentence>,
}

impl StudentBridge {
    pub const MAX_SENTENCES: usize = 5;
}

/// A sentence that the student wrote with a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSentence {
    pub term: TermId,
    pub en: String,
    pub text: String,
    pub at_ms: i64,
}
