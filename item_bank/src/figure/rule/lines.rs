//! Lines with numbers on them.

use serde::{Deserialize, Serialize};

/// From left to right, a tick every `step`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberLineRule {
    pub from: String,
    pub to: String,
    pub step: String,
    /// Numbers at every so many ticks only, counted from 0 (or from the left end); else as many as fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_every: Option<String>,
    /// Numbers as fractions with this denominator, not simplified: `2/4`, `4/4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    #[serde(default)]
    pub numbers: Numbers,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<MarkRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<IntervalRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jumps: Vec<JumpRule>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// A dot on the line, with its label above.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkRule {
    pub at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// A ring: the number itself is left out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub open: bool,
}

/// A thick part of the line; without an end it runs on as an arrow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntervalRule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_open: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_open: bool,
}

/// A curved arrow over the line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JumpRule {
    pub from: String,
    pub to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A coordinate grid. It has as many quadrants as its numbers reach into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridRule {
    /// From, to, step.
    pub x: [String; 3],
    /// From, to, step.
    pub y: [String; 3],
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<GridPointRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub segments: Vec<GridSegmentRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub polygons: Vec<PolygonRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<GridLineRule>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridPointRule {
    pub x: String,
    pub y: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridSegmentRule {
    pub x1: String,
    pub y1: String,
    pub x2: String,
    pub y2: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dashed: bool,
}

/// Its corners in order; their labels are printed beside them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolygonRule {
    pub points: Vec<GridPointRule>,
    /// Printed inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// All points with y = slope x + intercept that are on the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridLineRule {
    pub slope: String,
    pub intercept: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// How the numbers of an axis are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Numbers {
    /// As in a text: a decimal where it ends.
    #[default]
    Decimal,
    /// `7/4`.
    Fraction,
    /// `1 3/4`.
    Mixed,
}
