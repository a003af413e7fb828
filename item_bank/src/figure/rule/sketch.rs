//! Lines, shapes and words at places of their own, for what no other kind draws.

use serde::{Deserialize, Serialize};

/// Places are x to the right and y up, in any unit: the whole is drawn as large as fits. Words do
/// not come of lines by themselves, so `alt` must be given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SketchRule {
    /// Corners in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub polygons: Vec<Vec<[String; 2]>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub circles: Vec<SketchCircleRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<SketchLineRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub angles: Vec<SketchAngleRule>,
    /// Full dots.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<[String; 2]>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<SketchTextRule>,
    pub alt: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SketchCircleRule {
    pub at: [String; 2],
    pub radius: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub thick: bool,
}

/// From place to place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SketchLineRule {
    /// Two or more; the first again at the end closes it.
    pub through: Vec<[String; 2]>,
    #[serde(default, skip_serializing_if = "Heads::is_none")]
    pub heads: Heads,
    /// What the picture is about.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub thick: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dashed: bool,
}

/// Which ends of a line have the head of an arrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heads {
    #[default]
    None,
    End,
    Both,
}

impl Heads {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    fn is_none(&self) -> bool {
        *self == Self::None
    }
}

/// An arc between the directions of two places, the short way round; a square corner where they
/// are at right angles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SketchAngleRule {
    pub at: [String; 2],
    pub from: [String; 2],
    pub to: [String; 2],
}

/// Centred on its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SketchTextRule {
    pub at: [String; 2],
    pub text: String,
}
