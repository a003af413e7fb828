//! Item templates as their authors write them. `docs/CONTENT.md` is the author's guide.

mod imported;
mod kind;
mod rules;
mod short;

use std::collections::BTreeMap;

use engine::Difficulty;
use serde::{Deserialize, Serialize};

use crate::figure::FigureRule;
use crate::{PassageId, SkillCode, TemplateId, TemplateRef, TermId};

pub use imported::{Imported, LicenseFrom};
pub use kind::{Family, Form, Kind};
pub use rules::{
    Ask, ChoiceRule, HintRule, IntervalRule, LineRule, MisconceptionRule, PairRule, PlotRule,
    TableRule,
};

/// A parametric question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    pub id: TemplateId,
    /// Raised whenever a change could alter any item; old versions stay for the responses that
    /// name them.
    pub version: u32,
    pub skill: SkillCode,
    pub kind: Kind,
    pub difficulty: Difficulty,
    /// Text with `{expression}` values and `$...$` mathematics.
    pub stem: String,
    /// The passage that the question is about, shown beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<PassageId>,
    /// Drawn from the item's numbers, with a text that says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<FigureRule>,
    /// Number kinds: an expression of the right value. Expressions and equations: a text with
    /// `{values}`, read as a student's is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Short texts: every answer that is right, the one to print first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accept: Vec<String>,
    #[serde(default, skip_serializing_if = "Form::is_any")]
    pub form: Form,
    /// `integer` only: some answers are below zero, so that the note must not tell which.
    #[serde(default, skip_serializing_if = "is_false")]
    pub signed: bool,
    /// Printed after the answer box: "miles", "%". Typing it is optional, another unit is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Choice kinds only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceRule>,
    /// `order` only: the parts in their right order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
    /// `match` only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<PairRule>,
    /// `match` only: right sides that belong to nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distractors: Vec<String>,
    /// `number-line` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineRule>,
    /// `plot` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plot: Option<PlotRule>,
    /// `table` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableRule>,
    /// What any wrong order, matching, mark or table is told when nothing more fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<String>,
    /// In order of drawing; an expression may use the variables before it.
    #[serde(default)]
    pub vars: Vec<Variable>,
    /// Expressions that must all hold for a draw to be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<String>,
    /// 2 to 4; only the last may give the answer.
    pub hints: Vec<HintRule>,
    /// The worked solution, a step a line.
    pub solution: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty", alias = "wrong")]
    pub misconceptions: Vec<MisconceptionRule>,
    /// Terms of the bridge that this text uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermId>,
    /// Terms that the item assesses: never glossed while it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub construct_terms: Vec<TermId>,
    pub source: String,
    /// SPDX expression.
    pub license: String,
    /// Where a template of another project came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Template {
    /// Its name at its version.
    pub fn reference(&self) -> TemplateRef {
        TemplateRef {
            id: self.id.clone(),
            version: self.version,
        }
    }

    /// Whether it is one question rather than many: a passage's, or one of another project.
    pub fn is_fixed(&self) -> bool {
        self.vars.is_empty() && (self.passage.is_some() || self.imported.is_some())
    }
}

/// A fixed truth or a condition; in files and packs, `true`, `false` or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    Fixed(bool),
    When(String),
}

/// A named value of the item, with exactly one way to get it.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub name: String,
    pub domain: Domain,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Domain {
    /// `[low, high]` or `[low, high, step]`, both ends included.
    Int(Vec<i64>),
    /// One of these expressions.
    Pick(Vec<String>),
    /// One of these texts.
    Word(Vec<String>),
    /// One of these rows; `row.field` in expressions and text. Keeps things that belong together
    /// together: `{thing = "pencil", things = "pencils", price = "1/4"}`.
    Row(Vec<BTreeMap<String, String>>),
    /// Computed from the variables before it.
    Is(String),
}

/// By hand: an author's guide says more than a hundred derived fields.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Template {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Type};

        let text = || ObjectBuilder::new().schema_type(Type::String);
        ObjectBuilder::new()
            .description(Some(
                "An item template. Its other fields by kind are described in docs/CONTENT.md.",
            ))
            .property("id", text())
            .property("version", ObjectBuilder::new().schema_type(Type::Integer))
            .property("skill", text())
            .property("stem", text())
            .required("id")
            .required("version")
            .required("skill")
            .required("stem")
            .additional_properties(Some(AdditionalProperties::FreeForm(true)))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Template {}
