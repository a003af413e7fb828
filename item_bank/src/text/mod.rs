//! Authors' text to structure: values put in, mathematics parsed, bold kept.

mod compose;
mod latex;
mod math;
pub(crate) mod show;
pub(crate) mod speech;

pub(crate) use compose::compose;
pub use latex::read_latex;

use crate::expr::ExprError;

/// Why a text could not be composed. Shown to authors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("in '{{{source_text}}}': {error}")]
    Expression {
        source_text: String,
        error: ExprError,
    },
    #[error("'{0}' has a {{ without its }}")]
    OpenBrace(String),
    #[error("'{0}' has a $ without its pair: write \\$ for a dollar sign")]
    OpenMath(String),
    #[error("'{0}' has ** without its pair")]
    OpenBold(String),
    #[error("'{{{0}}}' is true or false, which cannot be printed: use if(..., 'a', 'b')")]
    Truth(String),
    #[error("'{0}' has $$ without its pair: $$ stands around LaTeX")]
    OpenLatex(String),
    #[error("mathematics: {0}")]
    Math(String),
    #[error("LaTeX: {0}")]
    Latex(String),
}
