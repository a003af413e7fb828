//! Why an estimate is what it is: the responses behind it and how each moved it.

use engine::{Interval, MasteryRule, Move, SkillParams, Term};
use item_bank::{Inline, SkillCode, TemplateRef, Verdict};
use serde::{Deserialize, Serialize};

use crate::{Cell, ResponseId, SkillPin, UserId};

/// `GET /api/v1/classes/{class}/students/{student}/skills/{skill}`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EstimateTrace {
    pub student: UserId,
    pub student_name: String,
    pub given_name: String,
    pub skill: SkillCode,
    pub skill_title: String,
    pub params: SkillParams,
    pub rule: MasteryRule,
    pub cell: Cell,
    /// Present while a teacher wants this skill practised first.
    pub pin: Option<SkillPin>,
    /// Where P(known) lies with 90 % credibility as far as the parameters are in doubt; absent
    /// without enough evidence.
    pub interval: Option<Interval>,
    /// Newest first.
    pub steps: Vec<TraceStep>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TraceStep {
    pub response: ResponseId,
    pub template: TemplateRef,
    pub seed: u32,
    pub answered_at_ms: i64,
    /// The question as the student saw it, made again from template and seed. Empty when the
    /// template's version is no longer in the bank.
    pub stem: Vec<Inline>,
    /// The answer as given, for choices the chosen texts.
    pub answer: Vec<Inline>,
    /// The right answer.
    pub key: Vec<Inline>,
    pub result: Verdict,
    pub attempt: u8,
    pub hints: u8,
    pub hints_of: u8,
    pub bridge: bool,
    pub elapsed_ms: u32,
    /// Absent for later attempts at the same item: only the first moves the estimate.
    pub moved: Option<Move>,
    /// The move taken apart, in order; empty where nothing moved.
    pub terms: Vec<Term>,
}
