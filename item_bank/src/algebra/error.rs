//! Why a text could not be read.

use serde::{Deserialize, Serialize};

/// A cause that a page can put in a child's words. None of them is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AlgebraError {
    #[error("nothing is written")]
    Empty,
    #[error("longer than {} characters", crate::RawAnswer::MAX_CHARS)]
    TooLong,
    /// Also a closing bracket that nothing opened, and a relation sign in an expression. Signs
    /// are told in their plain form, `-` for `−`.
    #[error("'{what}' has no meaning here")]
    UnexpectedSign { what: char },
    #[error("a bracket is opened and not closed")]
    OpenBracket,
    #[error("a bracket has nothing in it")]
    EmptyBracket,
    /// `1/0`, `1/(x - x)`, `0^-1`, and `0^0`, which has no value either.
    #[error("a division by zero")]
    ZeroDenominator,
    #[error("no =, < or > is written")]
    NoRelationSign,
    /// More than one `=`, or a chain that does not go one way: `1 < x > 5`.
    #[error("too many of =, < and >")]
    TooManyRelationSigns,
    #[error("the letter '{0}' is not one of this question's")]
    UnknownLetter(char),
    /// Too deeply nested, of too high a degree, or with a number of too many digits.
    #[error("more complicated than can be checked")]
    TooComplicated,
    /// Nothing stands on one side of `sign`: `2x +`, `* 3`, `x =`.
    #[error("something is missing next to '{sign}'")]
    MissingOperand { sign: char },
    /// A number right behind another number, a letter or a bracket: `2 3`, `x2`, `(x + 1)2`.
    #[error("a sign is missing between '{before}' and the number after it")]
    MissingSign { before: char },
    #[error("an exponent is not a whole number")]
    ExponentNotWhole,
    #[error("an exponent is not from -40 to 40")]
    ExponentTooLarge,
    /// A root of anything but the square of a fraction: `√2`, `√x`.
    #[error("a square root that is not a whole number or fraction")]
    RootNotExact,
}
