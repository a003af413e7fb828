//! Item templates as their authors write them. `docs/CONTENT.md` is the author's guide.

use std::collections::BTreeMap;

use engine::Difficulty;
use serde::{Deserialize, Serialize};

use crate::{SkillCode, TemplateId, TermId};

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
    /// Expression of the right value; number kinds only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    #[serde(default, skip_serializing_if = "Form::is_any")]
    pub form: Form,
    /// Printed after the answer box: "miles", "%". Typing it is optional, another unit is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Choice kinds only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceRule>,
    /// In order of drawing; an expression may use the variables before it.
    #[serde(default)]
    pub vars: Vec<Variable>,
    /// Expressions that must all hold for a draw to be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<String>,
    /// 2 to 4; only the last may give the answer.
    pub hints: Vec<String>,
    /// The worked solution, a step a line.
    pub solution: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
}

/// What the student is asked to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Integer,
    Decimal,
    Fraction,
    Mixed,
    Choice,
    MultiSelect,
}

/// The accepted form, told to the student beforehand. A right value in another form is "almost".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    #[default]
    Any,
    /// Lowest terms: `3/4`, `7/4` or `1 3/4`, a whole number when it is one.
    Simplest,
    /// A mixed or whole number with its fraction in lowest terms: `1 3/4`, not `7/4`.
    Mixed,
    /// Written with a decimal point or as a whole number, no fraction bar.
    Decimal,
}

impl Form {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_any(&self) -> bool {
        *self == Self::Any
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceRule {
    pub text: String,
    /// `true`, `false` or an expression over the variables.
    pub correct: Truth,
    /// For a wrong choice: what the thought behind it overlooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<String>,
}

/// A fixed truth or a condition; in files and packs, `true`, `false` or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    Fixed(bool),
    When(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MisconceptionRule {
    /// Expression of the wrong answer that this thought leads to.
    pub answer: String,
    pub feedback: String,
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
