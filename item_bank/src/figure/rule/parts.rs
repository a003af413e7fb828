//! Wholes cut into parts, and tables.

use serde::{Deserialize, Serialize};

/// Bars of equal length under each other. More shaded parts than a whole has draw several wholes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FractionBarRule {
    pub bars: Vec<PartsRule>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartsRule {
    /// Parts of one whole.
    pub parts: String,
    pub shaded: String,
    /// Printed on the left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Wholes to draw, when more than the shaded parts need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wholes: Option<String>,
}

/// A rectangle in rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaModelRule {
    /// As many as `left_parts` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<String>,
    /// As many as `top_parts` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
    /// The first so many rows, with lines rising.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shaded_rows: Option<String>,
    /// The first so many columns, with lines falling: where both are, the lines cross.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shaded_columns: Option<String>,
    /// The first so many cells, row after row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shaded: Option<String>,
    /// Over the whole width.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub top_label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_label: Option<String>,
    /// Over each column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub top_parts: Vec<String>,
    /// Beside each row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_parts: Vec<String>,
    /// In the cells, row after row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<String>,
    /// One square whole, however many rows and columns; so too when rows or columns are shaded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unit_square: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRule {
    pub rows: Vec<CellRowRule>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellRowRule {
    pub label: String,
    /// `""` is left blank.
    pub cells: Vec<String>,
}

/// A tape diagram: parts of the same size in every row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TapeRule {
    pub rows: Vec<TapeRowRule>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TapeRowRule {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    pub parts: String,
    /// In every part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_label: Option<String>,
    /// The first so many parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shaded: Option<String>,
    /// Under the row, with a bracket over its whole length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<String>,
}
