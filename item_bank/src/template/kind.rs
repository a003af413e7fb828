//! What is asked for, and in which form.

use serde::{Deserialize, Serialize};

/// What the student is asked to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Integer,
    Decimal,
    Fraction,
    Mixed,
    /// The value in hundredths: 25 for 25 %.
    Percent,
    /// A number with a unit that must be written.
    Quantity,
    /// Algebra, compared by value: `2(x + 3)` is `2x + 6`.
    Expression,
    /// An equation or inequality: `x > 3` is `3 < x`.
    Equation,
    Choice,
    MultiSelect,
    /// Put the parts into their order.
    Order,
    /// Join each left side with a right one.
    Match,
    /// Mark points or an interval.
    NumberLine,
    /// Mark points on a coordinate grid.
    Plot,
    /// Fill the gaps of a table.
    Table,
    /// One of a closed list of texts.
    ShortText,
}

wire_read::choice!(Kind {
    "integer" Integer,
    "decimal" Decimal,
    "fraction" Fraction,
    "mixed" Mixed,
    "percent" Percent,
    "quantity" Quantity,
    "expression" Expression,
    "equation" Equation,
    "choice" Choice,
    "multi-select" MultiSelect,
    "order" Order,
    "match" Match,
    "number-line" NumberLine,
    "plot" Plot,
    "table" Table,
    "short-text" ShortText,
});

/// Kinds that are answered and checked alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Number,
    Algebra,
    Words,
    Choices,
    Arrange,
    Mark,
    Fill,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::Integer,
        Self::Decimal,
        Self::Fraction,
        Self::Mixed,
        Self::Percent,
        Self::Quantity,
        Self::Expression,
        Self::Equation,
        Self::Choice,
        Self::MultiSelect,
        Self::Order,
        Self::Match,
        Self::NumberLine,
        Self::Plot,
        Self::Table,
        Self::ShortText,
    ];

    pub fn family(self) -> Family {
        match self {
            Self::Integer
            | Self::Decimal
            | Self::Fraction
            | Self::Mixed
            | Self::Percent
            | Self::Quantity => Family::Number,
            Self::Expression | Self::Equation => Family::Algebra,
            Self::ShortText => Family::Words,
            Self::Choice | Self::MultiSelect => Family::Choices,
            Self::Order | Self::Match => Family::Arrange,
            Self::NumberLine | Self::Plot => Family::Mark,
            Self::Table => Family::Fill,
        }
    }
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
    NearestHundred,
    NearestTen,
    NearestWhole,
    NearestTenth,
    NearestHundredth,
    /// Algebra: a sum without brackets, like terms combined.
    Expanded,
    /// Algebra: a product with the greatest common factor outside.
    Factored,
    /// Equations and inequalities: the letter alone on one side, a number on the other.
    Solved,
}

impl Form {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(crate) fn is_any(&self) -> bool {
        *self == Self::Any
    }

    /// Places kept by rounding: 1 for tenths, -1 for tens.
    pub fn places(self) -> Option<i32> {
        match self {
            Self::NearestHundred => Some(-2),
            Self::NearestTen => Some(-1),
            Self::NearestWhole => Some(0),
            Self::NearestTenth => Some(1),
            Self::NearestHundredth => Some(2),
            _ => None,
        }
    }
}
