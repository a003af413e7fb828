//! A teacher's view: classes, assignments and mastery.

use engine::MasteryLevel;
use item_bank::{LanguageTag, Pathway, PathwayCode, SkillCode};
use serde::{Deserialize, Serialize};

use crate::{AssignmentId, ClassId, PracticeSettings, UserId};

/// `GET /api/v1/classes`: the signed-in teacher's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassSummary {
    pub id: ClassId,
    pub title: String,
    pub school: String,
    pub grade: u8,
    /// What students type to sign in: `MAPLE-27`.
    pub code: String,
    pub students: u32,
    /// Students with a response in the last 7 days.
    pub active_students: u32,
    /// Of all student-skill pairs with enough evidence, how many are mastered.
    pub mastered: u32,
    pub estimated: u32,
    /// Student-skill pairs that ten opportunities did not move.
    pub stuck: u32,
    pub assignments: Vec<Assignment>,
}

/// A pathway given to a class. `DELETE /api/v1/assignments/{id}` takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assignment {
    pub id: AssignmentId,
    pub class: ClassId,
    pub pathway: PathwayCode,
    pub title: String,
    pub assigned_at_ms: i64,
}

/// `POST /api/v1/classes/{id}/assignments`. Assigning what is assigned already is a 409.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAssignment {
    pub pathway: PathwayCode,
}

/// `GET /api/v1/pathways`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PathwaySummary {
    pub pathway: Pathway,
    /// Titles of its skills, in order.
    pub skill_titles: Vec<String>,
}

/// `GET /api/v1/classes/{id}/mastery`; `GET /api/v1/classes/{id}/events` streams [`CellUpdate`]s
/// as server-sent events named `cell`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClassMastery {
    pub class: ClassSummary,
    /// By which the levels are told.
    pub settings: PracticeSettings,
    /// Skills that are assigned or that someone has practised, in teaching order.
    pub skills: Vec<SkillColumn>,
    /// By name.
    pub students: Vec<StudentRow>,
    pub server_time_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SkillColumn {
    pub code: SkillCode,
    pub short: String,
    pub title: String,
    pub grade: u8,
    pub assigned: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StudentRow {
    pub id: UserId,
    /// "Ana Rivera", with the sort name beside it: "Rivera, Ana".
    pub name: String,
    pub sort_name: String,
    pub home_language: Option<LanguageTag>,
    pub last_active_ms: Option<i64>,
    /// One for each column, in their order.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cell {
    pub level: MasteryLevel,
    /// P(known) in percent, rounded down; absent without enough evidence.
    pub percent: Option<u8>,
    pub opportunities: u32,
    pub last_ms: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CellUpdate {
    pub student: UserId,
    pub skill: SkillCode,
    pub cell: Cell,
}
