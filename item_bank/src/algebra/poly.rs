//! Polynomials in a few letters with whole coefficients, within limits.

use std::cmp::Ordering;

/// Letters that the exact arithmetic tells apart.
const LETTERS: usize = 8;
const MAX_TERMS: usize = 100;

/// Why exact arithmetic stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A coefficient left `i128`, a power `u8`, or the terms or the work their limit.
    TooBig,
    ZeroDenominator,
}

/// What one comparison may still cost, in products of two terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    left: u32,
}

impl Budget {
    /// Some milliseconds on a slow tablet.
    pub const ALL: u32 = 20_000;

    pub fn new() -> Self {
        Self { left: Self::ALL }
    }

    #[cfg(test)]
    pub fn spent(self) -> u32 {
        Self::ALL - self.left
    }

    pub fn spend(&mut self, products: usize) -> Result<(), Trouble> {
        let products = u32::try_from(products).map_err(|_| Trouble::TooBig)?;
        self.left = self.left.checked_sub(products).ok_or(Trouble::TooBig)?;
        Ok(())
    }
}

/// Ordered by degree, then alphabetically: x² > xy > y² > x.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Monomial {
    degree: u16,
    pub powers: [u8; LETTERS],
}

impl Monomial {
    pub fn is_one(self) -> bool {
        self.degree == 0
    }

    fn times(self, other: Self) -> Option<Self> {
        self.each(other, u8::checked_add)
    }

    fn over(self, other: Self) -> Option<Self> {
        self.each(other, u8::checked_sub)
    }

    pub fn common(self, other: Self) -> Self {
        self.each(other, |a, b| Some(a.min(b))).unwrap_or_default()
    }

    fn each(self, other: Self, op: impl Fn(u8, u8) -> Option<u8>) -> Option<Self> {
        let mut powers = [0; LETTERS];
        let pairs = self.powers.iter().zip(other.powers);
        for (power, (&a, b)) in powers.iter_mut().zip(pairs) {
            *power = op(a, b)?;
        }
        let degree = powers.iter().map(|&p| u16::from(p)).sum();
        Some(Self { degree, powers })
    }
}

/// Terms in falling order, no coefficient 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Poly {
    terms: Vec<(Monomial, i128)>,
}

impl Poly {
    pub fn constant(value: i128) -> Self {
        let terms = (value != 0).then_some((Monomial::default(), value));
        Self {
            terms: terms.into_iter().collect(),
        }
    }

    /// The letter with this place in the list; `None` when there are too many.
    pub fn letter(place: usize) -> Option<Self> {
        let mut monomial = Monomial {
            degree: 1,
            ..Monomial::default()
        };
        *monomial.powers.get_mut(place)? = 1;
        let terms = vec![(monomial, 1)];
        Some(Self { terms })
    }

    pub fn monomial(monomial: Monomial) -> Self {
        let terms = vec![(monomial, 1)];
        Self { terms }
    }

    /// The places of the letters it uses.
    pub fn letter_places(&self) -> Vec<usize> {
        let used = |&place: &usize| self.terms.iter().any(|(m, _)| m.powers[place] > 0);
        (0..LETTERS).filter(used).collect()
    }

    /// Its derivative, for one letter.
    pub fn slope(&self) -> Result<Self, Trouble> {
        let place = self.letter_places().first().copied().unwrap_or(0);
        let mut slope = Self::default();
        for &(mut monomial, c) in &self.terms {
            let power = monomial.powers[place];
            if power > 0 {
                let value = c.checked_mul(power.into()).ok_or(Trouble::TooBig)?;
                monomial.powers[place] -= 1;
                monomial.degree -= 1;
                slope.terms.push((monomial, value));
            }
        }
        Ok(slope)
    }

    pub fn terms(&self) -> &[(Monomial, i128)] {
        &self.terms
    }

    pub fn is_zero(&self) -> bool {
        self.terms.is_empty()
    }

    pub fn is_constant(&self) -> bool {
        self.degree() == 0
    }

    pub fn degree(&self) -> u16 {
        self.terms.first().map_or(0, |(m, _)| m.degree)
    }

    /// The coefficient of the first term, 0 for zero.
    pub fn leading(&self) -> i128 {
        self.terms.first().map_or(0, |&(_, c)| c)
    }

    pub fn plus(&self, other: &Self, budget: &mut Budget) -> Result<Self, Trouble> {
        let mut sum = self.clone();
        sum.add(other, Monomial::default(), 1, budget)?;
        Ok(sum)
    }

    pub fn times(&self, other: &Self, budget: &mut Budget) -> Result<Self, Trouble> {
        let mut product = Self::default();
        for &(monomial, coefficient) in &self.terms {
            product.add(other, monomial, coefficient, budget)?;
        }
        Ok(product)
    }

    pub fn scaled(&self, by: i128, budget: &mut Budget) -> Result<Self, Trouble> {
        Self::constant(by).times(self, budget)
    }

    /// Adds `coefficient` · `monomial` · `other`.
    fn add(
        &mut self,
        other: &Self,
        monomial: Monomial,
        coefficient: i128,
        budget: &mut Budget,
    ) -> Result<(), Trouble> {
        budget.spend(other.terms.len() + 1)?;
        for &(its, c) in &other.terms {
            let place = its.times(monomial).ok_or(Trouble::TooBig)?;
            let value = within(c.checked_mul(coefficient))?;
            let found = self.terms.binary_search_by(|(m, _)| place.cmp(m));
            match found {
                Ok(at) => {
                    self.terms[at].1 = within(self.terms[at].1.checked_add(value))?;
                    if self.terms[at].1 == 0 {
                        self.terms.remove(at);
                    }
                }
                Err(at) => self.terms.insert(at, (place, value)),
            }
            if self.terms.len() > MAX_TERMS {
                return Err(Trouble::TooBig);
            }
        }
        Ok(())
    }

    /// The greatest number that divides all coefficients; 1 for zero.
    pub fn content(&self) -> i128 {
        let gcd = |a, &(_, b): &(Monomial, i128)| crate::rational::gcd(a, b).unwrap_or(1);
        self.terms.iter().fold(0, gcd).max(1)
    }

    /// The greatest monomial that divides all terms.
    pub fn common_letters(&self) -> Monomial {
        let first = self.terms.first().map_or(Monomial::default(), |&(m, _)| m);
        self.terms.iter().fold(first, |all, &(m, _)| all.common(m))
    }

    /// Divides every term; the caller knows that it goes.
    pub fn divided(&self, coefficient: i128, monomial: Monomial) -> Self {
        let divide = |&(m, c): &(Monomial, i128)| {
            let quotient = c.checked_div(coefficient).unwrap_or(c);
            (m.over(monomial).unwrap_or(m), quotient)
        };
        Self {
            terms: self.terms.iter().map(divide).collect(),
        }
    }

    /// Without common numbers, first coefficient positive.
    pub fn primitive(&self) -> Self {
        let content = self.content();
        let sign = if self.leading() < 0 { -1 } else { 1 };
        self.divided(content * sign, Monomial::default())
    }

    /// The sign of c when `self` = c · `other` with c not 0. Both are not zero.
    pub fn proportion(&self, other: &Self) -> Option<Ordering> {
        let same_sign = (self.leading() < 0) == (other.leading() < 0);
        let sign = if same_sign {
            Ordering::Greater
        } else {
            Ordering::Less
        };
        (self.primitive() == other.primitive()).then_some(sign)
    }

    /// What is left of a positive multiple of `self` after taking away multiples of `by`, and
    /// how often `by` went in, as a polynomial of the multiple. For one letter: Euclid's step.
    /// For more: exact when the remainder is zero.
    pub fn divide(&self, by: &Self, budget: &mut Budget) -> Result<(Self, Self), Trouble> {
        let &(divisor, lead) = by.terms.first().ok_or(Trouble::ZeroDenominator)?;
        let (mut quotient, mut rest) = (Self::default(), self.clone());
        while let Some(&(monomial, c)) = rest.terms.first() {
            let Some(shift) = monomial.over(divisor) else {
                break;
            };
            let common = crate::rational::gcd(c, lead).ok_or(Trouble::TooBig)?;
            let multiple = (lead / common).checked_abs().ok_or(Trouble::TooBig)?;
            let taken = (c / common) * lead.signum();
            rest = rest.scaled(multiple, budget)?;
            rest.add(by, shift, -taken, budget)?;
            quotient = quotient.scaled(multiple, budget)?;
            quotient.add(&Self::constant(1), shift, taken, budget)?;
        }
        Ok((quotient, rest))
    }
}

/// Without the one number that has no positive twin.
fn within(value: Option<i128>) -> Result<i128, Trouble> {
    value.filter(|&v| v != i128::MIN).ok_or(Trouble::TooBig)
}
