//! Equations and inequalities.

use std::cmp::Ordering;

use super::lexer::{Kind, lex};
use super::parser::parse;
use super::poly::{Budget, Poly, Trouble};
use super::ratio::Ratio;
use super::tree::joint_letters;
use super::{AlgebraError, Expr, ReadOptions, modular, roots};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationOp {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl RelationOp {
    /// What it is when the sides change places, or signs.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
            same => same,
        }
    }

    /// `=`, `≠`, `<`, `≤`, `>` or `≥`.
    pub fn sign(self) -> char {
        match self {
            Self::Equal => '=',
            Self::NotEqual => '≠',
            Self::Less => '<',
            Self::LessOrEqual => '≤',
            Self::Greater => '>',
            Self::GreaterOrEqual => '≥',
        }
    }

    /// `<` and `≤` rise, `>` and `≥` fall.
    fn direction(self) -> Option<Ordering> {
        match self {
            Self::Less | Self::LessOrEqual => Some(Ordering::Less),
            Self::Greater | Self::GreaterOrEqual => Some(Ordering::Greater),
            Self::Equal | Self::NotEqual => None,
        }
    }
}

/// One relation, or a chain of two inequalities that go the same way: `1 < x ≤ 5`. `==`
/// compares the writing; [`Relation::same`] the meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub left: Expr,
    pub op: RelationOp,
    pub right: Expr,
    /// The second half of a chain.
    pub then: Option<(RelationOp, Expr)>,
}

/// How alike two relations must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Left minus right of the one is a number times that of the other, the sign turned when
    /// the number is negative. `2x + 1 = 7` is `7 = 2x + 1`, `4x + 2 = 14` and also `x = 3`:
    /// see [`Relation::is_solved_for`] for telling these apart. `x² = 9x` is not `x = 9`.
    SameEquation,
    /// Also equations in one letter with the same real solutions: `x² = 9` is `(x - 3)(x + 3) = 0`
    /// and `x³ = 8` is `x = 2`. Inequalities, and relations in several letters, as above.
    SameSolutions,
}

/// Reads an equation or inequality. A closing full stop is passed over.
pub fn read_relation(text: &str, options: &ReadOptions) -> Result<Relation, AlgebraError> {
    let tokens = lex(text, options)?;
    let mut sides = Vec::new();
    let mut ops = Vec::new();
    let mut from = 0;
    for (at, token) in tokens.iter().enumerate() {
        if let Kind::Relation(op) = token.kind {
            sides.push(&tokens[from..at]);
            ops.push(op);
            from = at + 1;
        }
    }
    sides.push(&tokens[from..]);
    let one_way =
        |a: RelationOp, b: RelationOp| a.direction().is_some() && a.direction() == b.direction();
    match ops.as_slice() {
        [] => return Err(AlgebraError::NoRelationSign),
        [_] => {}
        [a, b] if one_way(*a, *b) => {}
        _ => return Err(AlgebraError::TooManyRelationSigns),
    }
    let mut exprs = Vec::new();
    for (n, side) in sides.iter().enumerate() {
        if side.is_empty() {
            let sign = ops[n.min(ops.len() - 1)].sign();
            return Err(AlgebraError::MissingOperand { sign });
        }
        exprs.push(Expr::checked(parse(side)?)?);
    }
    let mut exprs = exprs.into_iter();
    let (Some(left), Some(right)) = (exprs.next(), exprs.next()) else {
        return Err(AlgebraError::NoRelationSign);
    };
    Ok(Relation {
        left,
        op: ops[0],
        right,
        then: ops.get(1).copied().zip(exprs.next()),
    })
}

/// `left op right`, alone or as half of a chain.
#[derive(Clone, Copy)]
struct Half<'a> {
    left: &'a Expr,
    op: RelationOp,
    right: &'a Expr,
}

impl Relation {
    /// Chains are the same when their halves are, in either order: `1 < x ≤ 5` is `5 ≥ x > 1`.
    pub fn same(&self, other: &Self, compare: Compare) -> bool {
        let ((a, b), (c, d)) = (self.halves(), other.halves());
        match (b, d) {
            (None, None) => a.same(c, compare),
            (Some(b), Some(d)) => {
                a.same(c, compare) && b.same(d, compare) || a.same(d, compare) && b.same(c, compare)
            }
            _ => false,
        }
    }

    /// The letters it uses, in alphabetical order.
    pub fn letters(&self) -> Vec<char> {
        let mut sides = vec![&self.left, &self.right];
        sides.extend(self.then.as_ref().map(|(_, last)| last));
        joint_letters(&sides)
    }

    fn halves(&self) -> (Half<'_>, Option<Half<'_>>) {
        let first = Half {
            left: &self.left,
            op: self.op,
            right: &self.right,
        };
        let second = self.then.as_ref().map(|(op, last)| Half {
            left: &self.right,
            op: *op,
            right: last,
        });
        (first, second)
    }
}

impl Half<'_> {
    fn same(self, other: Half<'_>, compare: Compare) -> bool {
        let equation = self.op.direction().is_none();
        if equation && self.op != other.op {
            return false;
        }
        let letters = joint_letters(&[self.left, self.right, other.left, other.right]);
        let mut budget = Budget::new();
        let exact = self.difference(&letters, &mut budget).and_then(|mine| {
            let its = other.difference(&letters, &mut budget)?;
            Ok((mine.proportion(&its, &mut budget)?, mine, its))
        });
        let (proportion, sides) = match exact {
            Ok((proportion, mine, its)) => (proportion, Some((mine, its))),
            Err(_) => (
                modular::proportion(
                    (&self.left.root, &self.right.root),
                    (&other.left.root, &other.right.root),
                ),
                None,
            ),
        };
        let op = match proportion {
            Some(Ordering::Less) => other.op.turned(),
            _ => other.op,
        };
        if proportion.is_some() && self.op == op {
            return true;
        }
        let one_letter = letters.len() <= 1;
        match sides {
            Some((mine, its)) if equation && one_letter && compare == Compare::SameSolutions => {
                same_solutions(&mine, &its).unwrap_or(false)
            }
            _ => false,
        }
    }

    fn difference(self, letters: &[char], budget: &mut Budget) -> Result<Ratio, Trouble> {
        let left = Ratio::of(&self.left.root, letters, budget)?;
        let right = Ratio::of(&self.right.root, letters, budget)?;
        left.minus(&right, budget)
    }
}

/// Of two ratios in one letter set to 0.
fn same_solutions(left: &Ratio, right: &Ratio) -> Result<bool, Trouble> {
    let mut budget = Budget::new();
    if left.top.is_zero() || right.top.is_zero() {
        return Ok(left.top.is_zero() && right.top.is_zero());
    }
    let mut solutions = |ratio: &Ratio| -> Result<Poly, Trouble> {
        roots::without_roots_of(&ratio.top, &ratio.bottom, &mut budget)
    };
    let (left, right) = (solutions(left)?, solutions(right)?);
    roots::same_real_roots(&left, &right, &mut budget)
}
