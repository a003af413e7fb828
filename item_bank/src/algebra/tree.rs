//! What was typed, as a tree.

use super::lexer::{Kind, lex};
use super::parser::parse;
use super::poly::{Budget, Trouble};
use super::ratio::Ratio;
use super::{AlgebraError, ReadOptions, RelationOp, modular};
use crate::Rational;

/// An expression as typed. `==` compares the writing; [`Expr::same_value`] compares the value.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    pub(super) root: Node,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Number {
        value: Rational,
        digits: String,
    },
    /// `½` or `1 3/4`. A `bottom` of 0 is refused after parsing.
    Fraction {
        whole: Option<i128>,
        top: i128,
        bottom: i128,
    },
    Letter(char),
    /// Between brackets.
    Group(Box<Node>),
    /// A sign that is not a term's own: `2 * -3`, `x + -3`.
    Negate(Box<Node>),
    /// At least one term, each with whether it is taken away; one term only when it is.
    Sum(Vec<(bool, Node)>),
    /// At least two factors. The first one's joint has no meaning.
    Product(Vec<(Joint, Node)>),
    Power {
        base: Box<Node>,
        exponent: i16,
        written: Box<Node>,
    },
    Root {
        value: Rational,
        inner: Box<Node>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Beside,
    /// With the sign as typed, `×` or `·`.
    Times(char),
    Divide,
    Over,
}

impl Joint {
    pub fn divides(self) -> bool {
        matches!(self, Self::Divide | Self::Over)
    }
}

/// Higher degrees are [`AlgebraError::TooComplicated`]: a bound that `modular.rs` needs.
pub(super) const MAX_DEGREE: u32 = 4096;

/// Reads an expression. A leading `=` ("= 5x") and a closing full stop are passed over.
pub fn read_expression(text: &str, options: &ReadOptions) -> Result<Expr, AlgebraError> {
    let tokens = lex(text, options)?;
    let is_relation = |kind: &Kind| matches!(kind, Kind::Relation(_));
    let equal = Kind::Relation(RelationOp::Equal);
    let tokens = match tokens.as_slice() {
        [first, rest @ ..] if first.kind == equal && !rest.is_empty() => rest,
        all => all,
    };
    if let Some(token) = tokens.iter().find(|token| is_relation(&token.kind)) {
        return Err(AlgebraError::UnexpectedSign { what: token.sign });
    }
    Expr::checked(parse(tokens)?)
}

impl Expr {
    /// Refuses what has no value anywhere, and what is too large to compare.
    pub(super) fn checked(root: Node) -> Result<Self, AlgebraError> {
        if root.degree() > MAX_DEGREE {
            return Err(AlgebraError::TooComplicated);
        }
        let expr = Self { root };
        match expr.ratio() {
            Ok(_) => Ok(expr),
            Err(Trouble::TooBig) if modular::has_value(&expr.root) => Ok(expr),
            Err(_) => Err(AlgebraError::ZeroDenominator),
        }
    }

    /// Whether both are the same rational function. Exact; only where coefficients outgrow
    /// `i128` or terms their limit does it compare values at fixed points instead, see
    /// `modular.rs` for how far that can be trusted.
    pub fn same_value(&self, other: &Self) -> bool {
        let letters = joint_letters(&[self, other]);
        let mut budget = Budget::new();
        let exact = Ratio::of(&self.root, &letters, &mut budget).and_then(|mine| {
            let its = Ratio::of(&other.root, &letters, &mut budget)?;
            mine.equals(&its, &mut budget)
        });
        exact.unwrap_or_else(|_| modular::same(&self.root, &other.root))
    }

    /// Its value when no letter matters to it, as in `3/4` or `x - x + 2`; `None` also when
    /// the computation outgrows `i128`.
    pub fn value(&self) -> Option<Rational> {
        self.ratio().ok()?.constant()
    }

    /// The letters it uses, in alphabetical order.
    pub fn letters(&self) -> Vec<char> {
        joint_letters(&[self])
    }

    pub(super) fn ratio(&self) -> Result<Ratio, Trouble> {
        Ratio::of(&self.root, &self.letters(), &mut Budget::new())
    }
}

pub(super) fn joint_letters(exprs: &[&Expr]) -> Vec<char> {
    let mut letters = Vec::new();
    for expr in exprs {
        expr.root.collect_letters(&mut letters);
    }
    letters
}

impl Node {
    /// Adds its letters to a sorted list.
    pub fn collect_letters(&self, letters: &mut Vec<char>) {
        match self {
            Self::Letter(letter) => {
                if let Err(at) = letters.binary_search(letter) {
                    letters.insert(at, *letter);
                }
            }
            Self::Group(inner) | Self::Negate(inner) | Self::Power { base: inner, .. } => {
                inner.collect_letters(letters);
            }
            Self::Sum(terms) => terms.iter().for_each(|(_, t)| t.collect_letters(letters)),
            Self::Product(factors) => factors.iter().for_each(|(_, f)| f.collect_letters(letters)),
            Self::Number { .. } | Self::Fraction { .. } | Self::Root { .. } => {}
        }
    }

    /// No less than the degree of either side of its fraction when all is brought to one.
    pub fn degree(&self) -> u32 {
        let add = |sum: u32, node: &Self| sum.saturating_add(node.degree());
        match self {
            Self::Number { .. } | Self::Fraction { .. } | Self::Root { .. } => 0,
            Self::Letter(_) => 1,
            Self::Group(inner) | Self::Negate(inner) => inner.degree(),
            Self::Sum(terms) => terms.iter().fold(0, |sum, (_, t)| add(sum, t)),
            Self::Product(factors) => factors.iter().fold(0, |sum, (_, f)| add(sum, f)),
            Self::Power { base, exponent, .. } => {
                base.degree().saturating_mul(exponent.unsigned_abs().into())
            }
        }
    }

    /// What stands inside any brackets around it.
    pub fn bare(&self) -> &Self {
        match self {
            Self::Group(inner) => inner.bare(),
            other => other,
        }
    }
}
