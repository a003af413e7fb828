//! Why a figure was not drawn.

use crate::expr::ExprError;
use crate::text::TextError;

/// Shown to authors, and found by `trellis content check` before a student can meet it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    #[error("{kind}: `{field}`: {error}")]
    Expression {
        kind: &'static str,
        field: &'static str,
        error: ExprError,
    },
    #[error("{kind}: {error}")]
    Text {
        kind: &'static str,
        error: TextError,
    },
    #[error("{kind}: `{field}` is {value}; it must be {needs}")]
    Value {
        kind: &'static str,
        field: &'static str,
        value: String,
        needs: String,
    },
    #[error("{kind}: {count} {what}; at most {most} fit")]
    TooMany {
        kind: &'static str,
        what: &'static str,
        count: i128,
        most: i128,
    },
    #[error("{kind}: {what}")]
    Shape {
        kind: &'static str,
        what: &'static str,
    },
    #[error("{kind}: '{one}' and '{other}' would overlap: shorten or leave out a label")]
    Overlap {
        kind: &'static str,
        one: String,
        other: String,
    },
    #[error("{kind}: {size} units {direction} with its labels; {most} fit: shorten the labels")]
    TooLarge {
        kind: &'static str,
        direction: &'static str,
        size: i32,
        most: i32,
    },
}
