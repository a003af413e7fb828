//! Mathematics for the page: as typed, and as a textbook prints it.

use std::fmt;

use super::poly::{Budget, Monomial, Poly};
use super::tree::{Expr, Joint, Node};
use super::{Relation, RelationOp};
use crate::Rational;
use crate::rich::Math;

const MINUS: &str = "\u{2212}";

fn op(sign: impl Into<String>) -> Math {
    Math::Op(sign.into())
}

fn num(value: impl ToString) -> Math {
    Math::Num(value.to_string())
}

fn frac(top: Math, bottom: Math) -> Math {
    Math::Frac(Box::new((top, bottom)))
}

fn fenced(math: Math) -> Math {
    Math::Row(vec![op("("), math, op(")")])
}

fn row(mut parts: Vec<Math>) -> Math {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        Math::Row(parts)
    }
}

impl Expr {
    /// As typed, unsimplified: fractions stacked, exponents raised. Shows how an ambiguous text
    /// was read. All brackets become round.
    pub fn math(&self) -> Math {
        math(&self.root)
    }

    /// In lowest terms, like terms combined; `None` when that is too large to compute.
    pub fn canonical(&self) -> Option<Canonical> {
        let reduced = self.ratio().ok()?.reduced(&mut Budget::new()).ok()?;
        Some(Canonical {
            letters: self.letters(),
            top: reduced.top,
            bottom: reduced.bottom,
        })
    }
}

impl Relation {
    /// As typed.
    pub fn math(&self) -> Math {
        let sign = |sign: RelationOp| op(sign.sign());
        let mut parts = vec![self.left.math(), sign(self.op), self.right.math()];
        if let Some((then, last)) = &self.then {
            parts.extend([sign(*then), last.math()]);
        }
        Math::Row(parts)
    }
}

fn math(node: &Node) -> Math {
    match node {
        Node::Number { digits, .. } => num(digits),
        Node::Fraction { whole, top, bottom } => match whole {
            None => frac(num(top), num(bottom)),
            Some(whole) => Math::Mixed(Box::new((num(whole), num(top), num(bottom)))),
        },
        Node::Letter(letter) => Math::Ident(letter.to_string()),
        Node::Group(inner) => fenced(math(inner)),
        Node::Negate(inner) => Math::Row(vec![op(MINUS), math(inner)]),
        Node::Sum(terms) => {
            let mut parts = Vec::new();
            for (n, (negative, term)) in terms.iter().enumerate() {
                match (n, negative) {
                    (_, true) => parts.push(op(MINUS)),
                    (0, false) => {}
                    (_, false) => parts.push(op("+")),
                }
                parts.push(math(term));
            }
            row(parts)
        }
        Node::Product(factors) => product(factors),
        Node::Power { base, written, .. } => {
            let base = match base.as_ref() {
                part @ (Node::Fraction { .. } | Node::Power { .. } | Node::Root { .. }) => {
                    fenced(math(part))
                }
                plain => math(plain),
            };
            Math::Sup(Box::new((base, part(written))))
        }
        Node::Root { inner, .. } => Math::Row(vec![op("√"), fenced(math(inner.bare()))]),
    }
}

/// The bar of a slash reaches back to the last `×`: a × b/c is a × (b/c) as well as (a × b)/c.
fn product(factors: &[(Joint, Node)]) -> Math {
    let mut parts = Vec::new();
    let mut bar_from = 0;
    for (n, (joint, factor)) in factors.iter().enumerate() {
        match joint {
            Joint::Over if n > 0 => {
                let above: Vec<Math> = parts.drain(bar_from..).collect();
                parts.push(frac(unfenced(row(above)), part(factor)));
                continue;
            }
            Joint::Times(sign) if n > 0 => {
                parts.push(op(*sign));
                bar_from = parts.len();
            }
            Joint::Divide if n > 0 => parts.push(op("÷")),
            _ => {}
        }
        parts.push(math(factor));
    }
    row(parts)
}

/// Below a bar or raised: the place groups by itself.
fn part(node: &Node) -> Math {
    match math(node.bare()) {
        // in one line, `x/1/2` would be another number
        inner @ (Math::Frac(_) | Math::Mixed(_)) => fenced(inner),
        inner => inner,
    }
}

fn unfenced(math: Math) -> Math {
    match math {
        Math::Row(mut parts) if parts.len() == 3 && parts[0] == op("(") => parts.remove(1),
        other => other,
    }
}

/// An expression in textbook order: falling degree, then alphabetical. `Display` prints it in
/// one line: `3x² − 2x + 1`, `(x + 1)/(x − 2)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Canonical {
    letters: Vec<char>,
    top: Poly,
    bottom: Poly,
}

impl Canonical {
    pub fn math(&self) -> Math {
        if self.bottom.is_constant() {
            return row(self.terms(&self.top, self.bottom.leading()));
        }
        let side = |poly| row(self.terms(poly, 1));
        frac(side(&self.top), side(&self.bottom))
    }

    /// The parts of `poly` / `below`.
    fn terms(&self, poly: &Poly, below: i128) -> Vec<Math> {
        let mut parts = Vec::new();
        for &(monomial, coefficient) in poly.terms() {
            match (parts.is_empty(), coefficient < 0) {
                (_, true) => parts.push(op(MINUS)),
                (true, false) => {}
                (false, false) => parts.push(op("+")),
            }
            let Some(value) = Rational::new(coefficient, below) else {
                continue;
            };
            let top = value.numerator().unsigned_abs();
            let bottom = value.denominator();
            match (top, bottom) {
                (1, 1) if !monomial.is_one() => {}
                (_, 1) => parts.push(num(top)),
                _ => parts.push(frac(num(top), num(bottom))),
            }
            parts.extend(self.powers(monomial));
        }
        if parts.is_empty() {
            parts.push(num(0));
        }
        parts
    }

    fn powers(&self, monomial: Monomial) -> impl Iterator<Item = Math> + use<'_> {
        let powers = self.letters.iter().zip(monomial.powers);
        powers.filter_map(|(letter, power)| {
            let letter = Math::Ident(letter.to_string());
            match power {
                0 => None,
                1 => Some(letter),
                _ => Some(Math::Sup(Box::new((letter, num(power))))),
            }
        })
    }
}

impl fmt::Display for Canonical {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.math() {
            Math::Frac(sides) if !self.bottom.is_constant() => {
                let grouped = |math: &Math, group: bool| match math {
                    Math::Row(_) if group => format!("({})", line(math)),
                    _ => line(math),
                };
                let top = grouped(&sides.0, self.top.terms().len() > 1);
                write!(f, "{top}/{}", grouped(&sides.1, true))
            }
            math => f.write_str(&line(&math)),
        }
    }
}

/// One side of a canonical form in one line.
fn line(math: &Math) -> String {
    let parts = match math {
        Math::Row(parts) => parts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let mut line = String::new();
    for (n, part) in parts.iter().enumerate() {
        let before_letter = matches!(parts.get(n + 1), Some(Math::Ident(_) | Math::Sup(_)));
        let text = match part {
            Math::Op(sign) if n == 0 => sign.clone(),
            Math::Frac(_) if before_letter => format!("({})", part.plain()),
            Math::Sup(sides) => format!("{}{}", sides.0.plain(), raised(&sides.1.plain())),
            other => other.plain(),
        };
        line.push_str(&text);
    }
    line
}

fn raised(digits: &str) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = digits.chars().filter_map(|c| c.to_digit(10));
    digits.map(|digit| RAISED[digit as usize]).collect()
}
