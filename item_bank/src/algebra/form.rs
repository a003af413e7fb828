//! How an expression is written, for "right value, other form".

use super::poly::Budget;
use super::roots;
use super::tree::{Expr, Joint, Node};
use super::{Relation, RelationOp};
use crate::Rational;

/// A product as written: `-3x/4 (x + 1)^2`.
#[derive(Default)]
struct Term<'a> {
    /// At most one number above the bar and one below, in lowest terms together; at most one
    /// sign; no letter twice; no 1 before letters.
    clean: bool,
    signs: u8,
    above: Vec<&'a Node>,
    below: Vec<&'a Node>,
    /// Letters with their powers, alphabetical.
    letters: Vec<(char, i16)>,
    /// Bracketed sums with their powers.
    brackets: Vec<(&'a [(bool, Node)], i16)>,
}

impl Expr {
    /// Written as a sum of terms, without bracketed sums. Each term is at most one number (a
    /// whole number, a decimal, or a fraction in lowest terms) times letters, each once, with
    /// powers other than 0 and 1. No two terms have the same letters to the same powers, none
    /// has the number 0 or, before letters, 1. The order does not matter; `x + -3` passes.
    pub fn is_expanded(&self) -> bool {
        expanded(self.root.bare())
    }

    /// Nothing is left to work out: [`Expr::is_expanded`]; or [`Expr::is_factored`]; or one
    /// fraction bar with such expressions above and below and no common factor between them
    /// (with several letters: no common number or letter, and neither divides the other).
    pub fn is_simplified(&self) -> bool {
        if self.is_expanded() || self.is_factored() {
            return true;
        }
        let mut node = self.root.bare();
        if let Node::Sum(terms) = node {
            match terms.as_slice() {
                [(true, only)] => node = only,
                _ => return false,
            }
        }
        let Node::Product(factors) = node else {
            return false;
        };
        let Some(((Joint::Over, below), above)) = factors.split_last() else {
            return false;
        };
        if above.iter().any(|(joint, _)| joint.divides()) {
            return false;
        }
        let above = match above {
            [(_, only)] => only.bare().clone(),
            several => Node::Product(several.to_vec()),
        };
        let below = Self {
            root: below.bare().clone(),
        };
        let above = Self { root: above };
        let tidy = |side: &Self| side.is_expanded() || side.is_factored();
        tidy(&above) && tidy(&below) && coprime(&above, &below)
    }

    /// Written as a product with nothing to take out of a bracket: at most one number and
    /// letters (as in [`Expr::is_expanded`]) times bracketed sums or their powers. Each bracket
    /// is expanded, its numbers have no common factor but 1, no letter is in all its terms, and
    /// it is not a quadratic in one letter with rational roots. Brackets of degree three and
    /// more, or in several letters, are not looked into further.
    ///
    /// A product without brackets counts; so does a sum without brackets that is linear, or a
    /// quadratic in one letter without rational roots, with nothing to take out.
    pub fn is_factored(&self) -> bool {
        let node = self.root.bare();
        let term = Term::of(node);
        if !term.brackets.is_empty() {
            let bare_sum = matches!(node, Node::Sum(terms) if terms.len() > 1);
            return term.clean
                && term.brackets.iter().all(|(sum, _)| prime_bracket(sum))
                && (!bare_sum || small(&self.root));
        }
        term.clean
    }
}

impl Relation {
    /// `letter` alone on one side, without sign or number, and on the other a simplified
    /// expression without it: `x = 3`, `3 < x`, `y = 2x + 1`, but not `x = 6/2`. In a chain it
    /// stands in the middle.
    pub fn is_solved_for(&self, letter: char) -> bool {
        let alone = |side: &Expr| side.root == Node::Letter(letter);
        let done = |side: &Expr| !side.letters().contains(&letter) && side.is_simplified();
        match &self.then {
            Some((_, last)) => alone(&self.right) && done(&self.left) && done(last),
            None => {
                alone(&self.left) && done(&self.right) || alone(&self.right) && done(&self.left)
            }
        }
    }

    /// Whether it says "is", not "is less than" and the like.
    pub fn is_equation(&self) -> bool {
        self.op == RelationOp::Equal
    }
}

fn expanded(node: &Node) -> bool {
    let single = [(false, node.clone())];
    let terms = match node {
        Node::Sum(terms) => terms.as_slice(),
        _ => &single,
    };
    let alone = terms.len() == 1;
    let mut seen: Vec<Vec<(char, i16)>> = Vec::new();
    terms.iter().all(|(negative, term)| {
        let term = Term::of(term);
        let new = !seen.contains(&term.letters);
        seen.push(term.letters.clone());
        let zero = term.above.iter().any(|n| number(n) == Some(Rational::ZERO));
        let signs = term.signs + u8::from(*negative);
        term.clean && term.brackets.is_empty() && new && signs <= 1 && (alone || !zero)
    })
}

/// Expanded, with no number or letter to take out, and no quadratic that falls apart.
fn prime_bracket(sum: &[(bool, Node)]) -> bool {
    let node = Node::Sum(sum.to_vec());
    if !expanded(&node) {
        return false;
    }
    let numbers = |part: fn(Rational) -> i128| -> i128 {
        let gcd = |all, (_, term): &(bool, Node)| {
            let term = coefficient(&Term::of(term)).map_or(1, part);
            crate::rational::gcd(all, term).unwrap_or(1)
        };
        sum.iter().fold(0, gcd)
    };
    let expr = Expr { root: node };
    let Ok(ratio) = expr.ratio() else {
        return true;
    };
    let top = ratio.top;
    numbers(Rational::numerator) == 1 && top.common_letters().is_one() && !splits(&top)
}

/// Whether it is a quadratic in one letter with rational roots.
fn splits(poly: &super::poly::Poly) -> bool {
    if poly.degree() != 2 || poly.letter_places().len() != 1 {
        return false;
    }
    let [mut a, mut b, mut c] = [0i128; 3];
    for (monomial, value) in poly.terms() {
        match monomial.powers.iter().max() {
            Some(2) => a = *value,
            Some(1) => b = *value,
            _ => c = *value,
        }
    }
    let four_ac = a.checked_mul(c).and_then(|ac| ac.checked_mul(4));
    let square = b.checked_mul(b).zip(four_ac);
    let discriminant = square.and_then(|(bb, ac)| bb.checked_sub(ac));
    let discriminant = discriminant.and_then(|d| u128::try_from(d).ok());
    discriminant.is_some_and(|d| d.isqrt() * d.isqrt() == d)
}

/// Linear, or quadratic in one letter.
fn small(root: &Node) -> bool {
    let expr = Expr { root: root.clone() };
    expr.ratio().is_ok_and(|ratio| {
        let one_letter = ratio.top.letter_places().len() == 1;
        ratio.top.degree() == 1 || (ratio.top.degree() == 2 && one_letter)
    })
}

fn coprime(above: &Expr, below: &Expr) -> bool {
    let letters = super::tree::joint_letters(&[above, below]);
    let mut budget = Budget::new();
    let ratio =
        |side: &Expr, budget: &mut Budget| super::ratio::Ratio::of(&side.root, &letters, budget);
    let common = ratio(above, &mut budget).and_then(|a| {
        let b = ratio(below, &mut budget)?;
        let whole = a.bottom.is_constant() && b.bottom.is_constant();
        let numbers = crate::rational::gcd(a.top.content(), b.top.content()) == Some(1);
        let fractions = a.bottom.leading() != 1 || b.bottom.leading() != 1;
        let factor = roots::common_factor(&a.top, &b.top, &mut budget)?;
        Ok(whole && numbers && !fractions && factor.is_constant())
    });
    common.unwrap_or(false)
}

impl<'a> Term<'a> {
    fn of(node: &'a Node) -> Self {
        let mut term = Self {
            clean: true,
            ..Self::default()
        };
        term.walk(node, 1);
        term.letters.sort_unstable();
        let twice = term.letters.windows(2).any(|w| w[0].0 == w[1].0);
        let numbers = numbers_are_clean(&term);
        term.clean &= !twice && numbers && term.signs <= 1;
        term
    }

    /// Takes in a factor to the power `power`.
    fn walk(&mut self, node: &'a Node, power: i16) {
        match node {
            Node::Number { .. } | Node::Fraction { .. } if power == 1 => self.above.push(node),
            Node::Number { .. } | Node::Fraction { .. } if power == -1 => self.below.push(node),
            Node::Letter(letter) => self.letters.push((*letter, power)),
            Node::Group(inner) => self.walk(inner, power),
            Node::Negate(inner) if power.abs() == 1 => {
                self.signs += 1;
                self.walk(inner, power);
            }
            Node::Sum(terms) => match terms.as_slice() {
                [(_, only)] if power.abs() == 1 => {
                    self.signs += 1;
                    self.walk(only, power);
                }
                several => self.brackets.push((several, power)),
            },
            Node::Product(factors) if power.abs() == 1 => {
                for (n, (joint, factor)) in factors.iter().enumerate() {
                    let below = joint.divides() && n > 0;
                    self.walk(factor, if below { -power } else { power });
                }
            }
            Node::Power { base, exponent, .. } if power.abs() == 1 => {
                let one_thing = matches!(base.bare(), Node::Letter(_) | Node::Sum(_));
                self.clean &= one_thing && !matches!(exponent, 0 | 1);
                self.walk(base, exponent * power);
            }
            _ => self.clean = false,
        }
    }
}

fn numbers_are_clean(term: &Term<'_>) -> bool {
    let rest = !term.letters.is_empty() || !term.brackets.is_empty();
    let whole = |node: &Node| number(node).filter(|n| n.is_whole());
    match (term.above.as_slice(), term.below.as_slice()) {
        ([], []) => true,
        ([one], []) => {
            let value = number(one);
            let pointless = value == Some(Rational::ONE) || value == Some(Rational::ZERO);
            lowest(one) && !(rest && pointless)
        }
        ([], [one]) => whole(one).is_some_and(|n| n != Rational::ONE),
        ([top], [bottom]) => whole(top).zip(whole(bottom)).is_some_and(|(top, bottom)| {
            let ends = bottom != Rational::ONE && top != Rational::ZERO;
            ends && crate::rational::gcd(top.numerator(), bottom.numerator()) == Some(1)
        }),
        _ => false,
    }
}

/// A fraction that cannot be written with smaller numbers.
fn lowest(node: &Node) -> bool {
    match node {
        Node::Fraction { whole, top, bottom } => {
            let proper = whole.is_none_or(|whole| whole > 0 && top < bottom);
            proper && *top > 0 && crate::rational::gcd(*top, *bottom) == Some(1) && *bottom > 1
        }
        _ => true,
    }
}

fn number(node: &Node) -> Option<Rational> {
    match node {
        Node::Number { value, .. } => Some(*value),
        Node::Fraction { whole, top, bottom } => {
            let whole = Rational::new(whole.unwrap_or(0), 1)?;
            Rational::new(*top, *bottom)?.checked_add(whole)
        }
        _ => None,
    }
}

/// Of a clean term, without its sign.
fn coefficient(term: &Term<'_>) -> Option<Rational> {
    let first = |side: &[&Node]| side.first().map_or(Some(Rational::ONE), |n| number(n));
    first(&term.above)?.checked_div(first(&term.below)?)
}
