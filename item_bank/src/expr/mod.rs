//! The little language of templates: exact, total, without side effects.

mod eval;
mod lexer;
mod parser;

pub(crate) use eval::{Scope, Value, evaluate};
pub(crate) use lexer::decimal;
pub(crate) use parser::{BinaryOp, Expr, parse};

/// Why an expression could not be read or computed. Shown to authors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExprError {
    #[error("unexpected '{found}' at character {at} of '{source_text}'")]
    Unexpected {
        found: String,
        at: usize,
        source_text: String,
    },
    #[error("'{0}' ends too early")]
    EndsEarly(String),
    #[error("'{0}' is nested too deeply")]
    TooDeep(String),
    #[error("no variable '{0}' here: variables are drawn in order and may use only earlier ones")]
    Unknown(String),
    #[error("no function '{name}' of {count} arguments")]
    UnknownFunction { name: String, count: usize },
    #[error("'{what}' needs {needs}")]
    WrongType { what: String, needs: &'static str },
    #[error("division by zero")]
    DivisionByZero,
    #[error("a number became too large")]
    Overflow,
    #[error("{0} has no finite decimal")]
    NoFiniteDecimal(String),
}
