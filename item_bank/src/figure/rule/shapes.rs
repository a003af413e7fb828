//! Shapes. Numbers give the proportions (kept within what can be labelled); only labels are printed.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AngleRule {
    /// More than 0, less than 360; a right angle gets its square corner.
    pub degrees: String,
    /// Inside the angle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// At its vertex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Degrees of an angle beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_label: Option<String>,
    /// The second angle completes a straight line.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub straight: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RectangleRule {
    pub width: String,
    pub height: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    /// Drawn with its unit squares: whole numbers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grid: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriangleRule {
    pub base: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_label: Option<String>,
    /// On the upright side of a right triangle, else on a dashed height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    /// On the left side, not of a right triangle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_label: Option<String>,
    /// On the right side: in a right triangle, the longest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_label: Option<String>,
    /// A right angle at the lower left, with its mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub right_angle: bool,
    /// Inside the corners: lower left, lower right, top.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub angles: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParallelogramRule {
    pub base: String,
    pub height: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_label: Option<String>,
    /// On a dashed height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    /// On the slanted side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// The longer of two parallel sides may be on top.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrapezoidRule {
    pub top: String,
    pub base: String,
    pub height: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_label: Option<String>,
    /// On a dashed height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// A rectangle without its upper right corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LShapeRule {
    pub width: String,
    pub height: String,
    pub cut_width: String,
    pub cut_height: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bottom_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_label: Option<String>,
    /// On the step's level side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_width_label: Option<String>,
    /// On the step's upright side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_height_label: Option<String>,
    /// A dashed line cuts it into two rectangles, one on the other.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub split: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CircleRule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radius_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diameter_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// A rectangular prism.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrismRule {
    /// 5 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<String>,
    /// Front to back; 3 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<String>,
    /// 3 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    /// Made of unit cubes: whole numbers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cubes: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CylinderRule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radius_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diameter_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// 1 to 12.
    pub hour: String,
    /// 0 to 59.
    pub minute: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}
