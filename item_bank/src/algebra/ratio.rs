//! Trees to ratios of polynomials.

use std::cmp::Ordering;

use super::poly::{Budget, Monomial, Poly, Trouble};
use super::roots;
use super::tree::{Joint, Node};
use crate::Rational;

/// One polynomial over another that is not zero. Free of common numbers, not of common factors
/// before [`Ratio::reduced`].
#[derive(Clone, Debug)]
pub(super) struct Ratio {
    pub top: Poly,
    pub bottom: Poly,
}

impl Ratio {
    /// `letters` gives each letter its place.
    pub fn of(node: &Node, letters: &[char], budget: &mut Budget) -> Result<Self, Trouble> {
        budget.spend(1)?;
        match node {
            Node::Number { value, .. } | Node::Root { value, .. } => Ok(Self::number(*value)),
            Node::Fraction { whole, top, bottom } => {
                let part = Rational::new(*top, *bottom).ok_or(Trouble::ZeroDenominator)?;
                let whole = Rational::new(whole.unwrap_or(0), 1).unwrap_or(Rational::ZERO);
                let value = part.checked_add(whole).ok_or(Trouble::TooBig)?;
                Ok(Self::number(value))
            }
            Node::Letter(letter) => {
                let place = letters.iter().position(|l| l == letter);
                let top = place.and_then(Poly::letter).ok_or(Trouble::TooBig)?;
                Ok(Self::whole(top))
            }
            Node::Group(inner) => Self::of(inner, letters, budget),
            Node::Negate(inner) => Self::of(inner, letters, budget)?.negated(budget),
            Node::Sum(terms) => {
                let mut sum = Self::whole(Poly::default());
                for (negative, term) in terms {
                    let mut term = Self::of(term, letters, budget)?;
                    if *negative {
                        term = term.negated(budget)?;
                    }
                    sum = sum.plus(&term, budget)?;
                }
                Ok(sum)
            }
            Node::Product(factors) => Self::product(factors, letters, budget),
            Node::Power { base, exponent, .. } => {
                let base = Self::of(base, letters, budget)?;
                if *exponent <= 0 && base.top.is_zero() {
                    return Err(Trouble::ZeroDenominator);
                }
                let base = if *exponent < 0 { base.inverse()? } else { base };
                let mut power = Self::whole(Poly::constant(1));
                for _ in 0..exponent.unsigned_abs() {
                    power = power.times(&base, budget)?;
                }
                Ok(power)
            }
        }
    }

    fn product(
        factors: &[(Joint, Node)],
        letters: &[char],
        budget: &mut Budget,
    ) -> Result<Self, Trouble> {
        let mut product = Self::whole(Poly::constant(1));
        for (n, (joint, factor)) in factors.iter().enumerate() {
            let factor = Self::of(factor, letters, budget)?;
            let factor = if joint.divides() && n > 0 {
                factor.inverse()?
            } else {
                factor
            };
            product = product.times(&factor, budget)?;
        }
        Ok(product)
    }

    fn number(value: Rational) -> Self {
        Self {
            top: Poly::constant(value.numerator()),
            bottom: Poly::constant(value.denominator()),
        }
    }

    fn whole(top: Poly) -> Self {
        let bottom = Poly::constant(1);
        Self { top, bottom }
    }

    fn negated(self, budget: &mut Budget) -> Result<Self, Trouble> {
        let top = self.top.scaled(-1, budget)?;
        Ok(Self { top, ..self })
    }

    fn inverse(self) -> Result<Self, Trouble> {
        if self.top.is_zero() {
            return Err(Trouble::ZeroDenominator);
        }
        Ok(Self {
            top: self.bottom,
            bottom: self.top,
        })
    }

    fn plus(&self, other: &Self, budget: &mut Budget) -> Result<Self, Trouble> {
        if self.bottom == other.bottom {
            let top = self.top.plus(&other.top, budget)?;
            let bottom = self.bottom.clone();
            return Ok(Self { top, bottom }.without_content());
        }
        let left = self.top.times(&other.bottom, budget)?;
        let right = other.top.times(&self.bottom, budget)?;
        let top = left.plus(&right, budget)?;
        let bottom = self.bottom.times(&other.bottom, budget)?;
        Ok(Self { top, bottom }.without_content())
    }

    pub fn minus(&self, other: &Self, budget: &mut Budget) -> Result<Self, Trouble> {
        self.plus(&other.clone().negated(budget)?, budget)
    }

    fn times(&self, other: &Self, budget: &mut Budget) -> Result<Self, Trouble> {
        let top = self.top.times(&other.top, budget)?;
        let bottom = self.bottom.times(&other.bottom, budget)?;
        Ok(Self { top, bottom }.without_content())
    }

    fn without_content(self) -> Self {
        let (top, bottom) = (self.top.content(), self.bottom.content());
        let common = match crate::rational::gcd(top, bottom) {
            _ if self.top.is_zero() => bottom,
            Some(common) => common,
            None => 1,
        };
        if common == 1 {
            return self;
        }
        Self {
            top: self.top.divided(common, Monomial::default()),
            bottom: self.bottom.divided(common, Monomial::default()),
        }
    }

    pub fn equals(&self, other: &Self, budget: &mut Budget) -> Result<bool, Trouble> {
        if self.bottom == other.bottom {
            return Ok(self.top == other.top);
        }
        let left = self.top.times(&other.bottom, budget)?;
        Ok(left == other.top.times(&self.bottom, budget)?)
    }

    /// The sign of c when `self` = c · `other` with a number c that is not 0.
    pub fn proportion(
        &self,
        other: &Self,
        budget: &mut Budget,
    ) -> Result<Option<Ordering>, Trouble> {
        if self.top.is_zero() || other.top.is_zero() {
            let both = self.top.is_zero() && other.top.is_zero();
            return Ok(both.then_some(Ordering::Greater));
        }
        let left = self.top.times(&other.bottom, budget)?;
        let right = other.top.times(&self.bottom, budget)?;
        Ok(left.proportion(&right))
    }

    /// The number it is, if it is one.
    pub fn constant(&self) -> Option<Rational> {
        if self.top.is_zero() {
            return Some(Rational::ZERO);
        }
        self.top.proportion(&self.bottom)?;
        Rational::new(self.top.leading(), self.bottom.leading())
    }

    /// In lowest terms, the bottom's first coefficient positive. With several letters only
    /// common numbers, common letters and a side that divides the other are taken out.
    pub fn reduced(self, budget: &mut Budget) -> Result<Self, Trouble> {
        if self.top.is_zero() {
            return Ok(Self::whole(self.top));
        }
        let common = roots::common_factor(&self.top, &self.bottom, budget)?;
        let (mut top, mut bottom) = (self.top, self.bottom);
        if !common.is_constant() {
            let (tops, bottoms) = (top.content(), bottom.content());
            let (ts, bs) = (top.leading().signum(), bottom.leading().signum());
            top = top.divide(&common, budget)?.0.primitive();
            bottom = bottom.divide(&common, budget)?.0.primitive();
            top = top.scaled(tops * ts, budget)?;
            bottom = bottom.scaled(bottoms * bs, budget)?;
        }
        let reduced = Self { top, bottom }.without_content();
        if reduced.bottom.leading() > 0 {
            return Ok(reduced);
        }
        Ok(Self {
            top: reduced.top.scaled(-1, budget)?,
            bottom: reduced.bottom.scaled(-1, budget)?,
        })
    }
}
