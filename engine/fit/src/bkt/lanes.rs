//! Several starts side by side: arithmetic on `W` numbers at once, in a form that compilers turn
//! into vector instructions. Each lane does exactly what it would do alone, so results do not
//! depend on the company a start keeps.

use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Sub};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lanes<const W: usize>(pub [f64; W]);

impl<const W: usize> Lanes<W> {
    pub const ZERO: Self = Self([0.0; W]);
    pub const ONE: Self = Self([1.0; W]);

    #[inline]
    pub fn all(value: f64) -> Self {
        Self([value; W])
    }

    #[inline]
    fn zip(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        let mut result = self;
        for (a, b) in result.0.iter_mut().zip(other.0) {
            *a = f(*a, b);
        }
        result
    }

    /// Not `array::map`, which compilers fail to inline here.
    #[inline]
    fn each(mut self, f: impl Fn(f64) -> f64) -> Self {
        for a in &mut self.0 {
            *a = f(*a);
        }
        self
    }

    /// No lane below `floor`.
    #[inline]
    pub fn at_least(self, floor: f64) -> Self {
        self.each(|x| if x > floor { x } else { floor })
    }

    /// No lane above `ceiling`.
    #[inline]
    pub fn at_most(self, ceiling: f64) -> Self {
        self.each(|x| if x < ceiling { x } else { ceiling })
    }

    /// Natural logarithm of positive, normal numbers; within 1 ulp or so. The method is that of
    /// FreeBSD's `e_log.c` (Sun Microsystems 1993): x = 2^k m with m near 1, and a polynomial in
    /// s = (m - 1)/(m + 1). Written without branches, which the standard `ln` is not.
    #[inline]
    pub fn ln(self) -> Self {
        self.each(ln)
    }
}

#[inline]
fn ln(x: f64) -> f64 {
    const ROOT_HALF: u64 = 0x3FE6_A09E_667F_3BCD;
    const BIAS: u64 = 1023 << 52;
    /// 2^52 + 1023: what an exponent placed in the mantissa of 2^52 is too large by.
    const OFFSET: f64 = 4_503_599_627_370_496.0 + 1023.0;
    const LN2_HI: f64 = 6.931_471_803_691_238e-1;
    const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;
    let bits = x.to_bits();
    let exponent = bits.wrapping_sub(ROOT_HALF).wrapping_add(BIAS) >> 52;
    let power = f64::from_bits(exponent | 0x4330_0000_0000_0000) - OFFSET;
    let mantissa = bits.wrapping_sub(exponent << 52).wrapping_add(BIAS);
    let above = f64::from_bits(mantissa) - 1.0;
    let s = above / (2.0 + above);
    let z = s * s;
    let z2 = z * z;
    let even = z2
        * (3.999_999_999_940_942e-1
            + z2 * (2.222_219_843_214_978_4e-1 + z2 * 1.531_383_769_920_937_3e-1));
    let odd = z
        * (6.666_666_666_666_735e-1
            + z2 * (2.857_142_874_366_239e-1
                + z2 * (1.818_357_216_161_805e-1 + z2 * 1.479_819_860_511_658_6e-1)));
    let half = 0.5 * above * above;
    power * LN2_HI - ((half - (s * (half + even + odd) + power * LN2_LO)) - above)
}

macro_rules! elementwise {
    ($($operator:ident $method:ident $symbol:tt),*) => {$(
        impl<const W: usize> $operator for Lanes<W> {
            type Output = Self;
            #[inline]
            fn $method(self, other: Self) -> Self {
                self.zip(other, |a, b| a $symbol b)
            }
        }
    )*};
}
elementwise!(Add add +, Sub sub -, Mul mul *, Div div /);

impl<const W: usize> AddAssign for Lanes<W> {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl<const W: usize> MulAssign for Lanes<W> {
    #[inline]
    fn mul_assign(&mut self, other: Self) {
        *self = *self * other;
    }
}

#[cfg(test)]
mod tests {
    use super::ln;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn logarithm_is_the_standard_one(exponent in -900_i32..300, m in 1.0..2.0_f64) {
            let x = m * 2.0_f64.powi(exponent);
            let expected = x.ln();
            prop_assert!((ln(x) - expected).abs() <= 4e-16 * expected.abs());
        }
    }

    #[test]
    fn logarithm_of_one_is_nought() {
        assert_eq!(ln(1.0), 0.0);
        assert!((ln(1.0 - 1e-13) + 1e-13).abs() < 1e-16);
    }
}
