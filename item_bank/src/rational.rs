//! Exact numbers.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

/// A rational number in lowest terms with a positive denominator. Arithmetic that would leave
/// `i128` gives `None`; it never wraps and never rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rational {
    numerator: i128,
    denominator: i128,
}

impl Rational {
    pub const ZERO: Self = Self {
        numerator: 0,
        denominator: 1,
    };
    pub const ONE: Self = Self {
        numerator: 1,
        denominator: 1,
    };

    /// `None` when the denominator is 0 or a sign cannot be turned.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = gcd(numerator, denominator)?;
        let (n, d) = (numerator / divisor, denominator / divisor);
        let (numerator, denominator) = if d < 0 {
            (n.checked_neg()?, d.checked_neg()?)
        } else {
            (n, d)
        };
        Some(Self {
            numerator,
            denominator,
        })
    }

    pub fn whole(n: i64) -> Self {
        Self {
            numerator: i128::from(n),
            denominator: 1,
        }
    }

    pub fn numerator(self) -> i128 {
        self.numerator
    }

    pub fn denominator(self) -> i128 {
        self.denominator
    }

    pub fn is_whole(self) -> bool {
        self.denominator == 1
    }

    pub fn is_negative(self) -> bool {
        self.numerator < 0
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Self::new(
            left.checked_add(right)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(other.checked_neg()?)
    }

    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.numerator)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    /// `None` also when dividing by zero.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.denominator)?,
            self.denominator.checked_mul(other.numerator)?,
        )
    }

    pub fn checked_neg(self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_neg()?,
            denominator: self.denominator,
        })
    }

    pub fn checked_abs(self) -> Option<Self> {
        if self.is_negative() {
            self.checked_neg()
        } else {
            Some(self)
        }
    }

    /// The greatest whole number not above it.
    #[must_use]
    pub fn floor(self) -> Self {
        Self {
            numerator: self.numerator.div_euclid(self.denominator),
            denominator: 1,
        }
    }

    pub fn checked_pow(self, exponent: i128) -> Option<Self> {
        let base = if exponent < 0 {
            Self::ONE.checked_div(self)?
        } else {
            self
        };
        let power = u32::try_from(exponent.unsigned_abs()).ok()?;
        Some(Self {
            numerator: base.numerator.checked_pow(power)?,
            denominator: base.denominator.checked_pow(power)?,
        })
    }

    /// Digits after the point of its exact decimal, `None` when the decimal does not end or needs
    /// more than 18.
    pub fn decimal_places(self) -> Option<u32> {
        let mut scale: i128 = 1;
        for places in 0..=18 {
            if scale % self.denominator == 0 {
                return Some(places);
            }
            scale *= 10;
        }
        None
    }

    /// Its exact decimal with at least `least` places: `0.75`, `1.50`.
    pub fn to_decimal(self, least: u32) -> Option<String> {
        let places = self.decimal_places()?.max(least);
        let scaled = self.checked_mul(Self {
            numerator: 10i128.checked_pow(places)?,
            denominator: 1,
        })?;
        let digits = scaled.numerator.unsigned_abs().to_string();
        let places = places as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, part) = digits.split_at(digits.len() - places);
        let sign = if self.is_negative() { "-" } else { "" };
        Some(if places == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{part}")
        })
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        // Integer parts first, then the reciprocals of what is left: Euclid's algorithm on both,
        // which cannot overflow.
        let (mut a, mut b) = (*self, *other);
        let mut flipped = false;
        loop {
            let (whole_a, whole_b) = (a.floor().numerator, b.floor().numerator);
            let order = whole_a.cmp(&whole_b);
            let rest_a = a.numerator.rem_euclid(a.denominator);
            let rest_b = b.numerator.rem_euclid(b.denominator);
            let order = match (order, rest_a == 0, rest_b == 0) {
                (Ordering::Equal, false, false) => {
                    a = Self {
                        numerator: a.denominator,
                        denominator: rest_a,
                    };
                    b = Self {
                        numerator: b.denominator,
                        denominator: rest_b,
                    };
                    flipped = !flipped;
                    continue;
                }
                (Ordering::Equal, a_ends, b_ends) => b_ends.cmp(&a_ends),
                (unequal, ..) => unequal,
            };
            return if flipped { order.reverse() } else { order };
        }
    }
}

/// `3`, `-7/4`.
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_whole() {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

/// Positive; `None` for both zero or the one magnitude without a positive twin.
pub(crate) fn gcd(a: i128, b: i128) -> Option<i128> {
    let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    i128::try_from(a).ok().filter(|&g| g != 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn r(n: i128, d: i128) -> Rational {
        Rational::new(n, d).unwrap()
    }

    #[test]
    fn stays_in_lowest_terms_with_the_sign_on_top() {
        assert_eq!(r(6, -8).to_string(), "-3/4");
        assert_eq!(r(0, -5), Rational::ZERO);
        assert_eq!(Rational::new(1, 0), None);
    }

    #[test]
    fn tenths_are_exact() {
        assert_eq!(r(1, 10).checked_add(r(2, 10)), Some(r(3, 10)));
        assert_eq!(r(3, 2).to_decimal(2).unwrap(), "1.50");
        assert_eq!(r(-1, 8).to_decimal(0).unwrap(), "-0.125");
        assert_eq!(r(1, 3).to_decimal(0), None);
        assert_eq!(r(40, 1).to_decimal(0).unwrap(), "40");
    }

    #[test]
    fn overflow_is_none_and_not_a_wrong_number() {
        let huge = r(i128::MAX, 1);
        assert_eq!(huge.checked_add(Rational::ONE), None);
        assert_eq!(huge.checked_mul(huge), None);
        assert!(huge > Rational::ONE && r(1, i128::MAX) < Rational::ONE);
        assert_eq!(Rational::new(i128::MIN, i128::MIN), None);
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(a in -999i128..999, b in 1i128..999, c in -999i128..999, d in 1i128..999) {
            prop_assert_eq!(r(a, b).cmp(&r(c, d)), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn field_laws(a in -99i128..99, b in 1i128..99, c in -99i128..99, d in 1i128..99) {
            let (x, y) = (r(a, b), r(c, d));
            prop_assert_eq!(x.checked_add(y).unwrap().checked_sub(y).unwrap(), x);
            if c != 0 {
                prop_assert_eq!(x.checked_div(y).unwrap().checked_mul(y).unwrap(), x);
            }
            prop_assert!(x.floor() <= x && x.checked_sub(x.floor()).unwrap() < Rational::ONE);
        }
    }
}
