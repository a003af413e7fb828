//! What is right.

use serde::{Deserialize, Serialize};

use super::{Axis, Interval};
use crate::rational::Rational;
use crate::rich::Rich;
use crate::template::Form;

/// What is right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Key {
    Number {
        value: Rational,
        form: Form,
    },
    /// Algebra as its author wrote it, an expression or a relation by the item's kind.
    Algebra {
        text: String,
        form: Form,
    },
    /// Any of these; the first is printed.
    Words(Vec<String>),
    Choices(Vec<Choice>),
    /// Shuffled parts, and the position of each in turn when they stand right.
    Order {
        parts: Vec<Part>,
        right: Vec<u8>,
    },
    /// The position of the right side for each left one.
    Match {
        left: Vec<Part>,
        right: Vec<Part>,
        pairs: Vec<u8>,
    },
    Line {
        axis: Axis,
        wanted: Wanted,
    },
    Plot {
        x: Axis,
        y: Axis,
        points: Vec<[i32; 2]>,
    },
    Table {
        header: Vec<Rich>,
        rows: Vec<Vec<Cell>>,
    },
}

/// What is to be marked on a number line, in steps.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Wanted {
    Points(Vec<i32>),
    Interval(Interval),
}

/// A text with the same said aloud; MathML inside a label has no reliable name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub text: Rich,
    pub spoken: String,
}

wire_read::object!(Part { text, spoken });

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Choice {
    pub text: Rich,
    /// The same said aloud; MathML inside a label has no reliable name.
    pub spoken: String,
    pub correct: bool,
    pub feedback: Option<Rich>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Cell {
    Given(Rich),
    Gap(Rational),
}

/// A wrong answer that the author foresaw.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Foreseen {
    Value(Rational),
    /// Algebra or words.
    Text(String),
}
