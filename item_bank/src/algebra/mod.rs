//! Expressions, equations and inequalities as a student types them, compared exactly.
//!
//! How ambiguous notation is read (a display of [`Expr::math`] shows it back stacked):
//! - products and quotients go from left to right, with or without a sign: `1/2x` is (1/2)x and
//!   `x/2y` is (x/2)y;
//! - a power binds closer than a sign: `-x^2` is -(x²);
//! - `1 3/4` is one mixed number; any other number right behind a number, letter or bracket
//!   (`x2`, `2 3`) is asked about, because it may mean a power as well as a product;
//! - letters stand one by one: `ab` is a times b. Only `sqrt` is a word.
//!
//! Two expressions have the same value when they are the same rational function: `x²/x` is `x`,
//! whatever happens at 0.
//!
//! Every function here is total, and its work is bounded whatever the text.

mod error;
mod form;
mod lexer;
mod modular;
mod parser;
mod poly;
mod print;
mod ratio;
mod relation;
mod roots;
mod tree;

pub use error::AlgebraError;
pub use print::Canonical;
pub use relation::{Compare, Relation, RelationOp, read_relation};
pub use tree::{Expr, read_expression};

/// How numbers are written where the student learnt them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// `1,5` is one and a half, `1.200` twelve hundred. `1.5`, which can be no group of three,
    /// is still read as one and a half.
    pub decimal_comma: bool,
}

/// What a text may hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The letters of the item, [`Expr::letters`] of its key. Another letter is
    /// [`AlgebraError::UnknownLetter`], except the other case of one of these (`X` for `x`) and
    /// its Cyrillic twin. Empty: every letter, each case its own.
    pub letters: Vec<char>,
    pub locale: Locale,
}

#[cfg(test)]
mod tests;
