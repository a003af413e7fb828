//! Knowledge components and the pathways through them.

use engine::SkillParams;
use serde::{Deserialize, Serialize};

use crate::{PathwayCode, SkillCode};

/// One knowledge component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Skill {
    pub code: SkillCode,
    /// A noun phrase for teachers: "Add fractions with unlike denominators".
    pub title: String,
    /// At most 18 characters, for column heads: "Add unlike".
    pub short: String,
    /// For students, completing "You can ...".
    pub you_can: String,
    pub grade: u8,
    /// `fractions`, `ratios`.
    pub domain: String,
    /// CCSS-M codes it serves.
    pub standards: Vec<String>,
    #[serde(default)]
    pub prerequisites: Vec<SkillCode>,
    /// Starting parameters, until responses allow a fit.
    pub params: SkillParams,
}

wire_read::object!(Skill {
    code,
    title,
    short,
    you_can,
    grade,
    domain,
    standards,
    prerequisites = default,
    params
});

impl Skill {
    /// The content pack that its templates travel in: `fractions-5`.
    pub fn pack(&self) -> String {
        format!("{}-{}", self.domain, self.grade)
    }
}

/// An ordered set of skills that a teacher can assign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Pathway {
    pub code: PathwayCode,
    pub title: String,
    pub summary: String,
    pub grades: Vec<u8>,
    pub skills: Vec<SkillCode>,
}

wire_read::object!(Pathway {
    code,
    title,
    summary,
    grades,
    skills
});
