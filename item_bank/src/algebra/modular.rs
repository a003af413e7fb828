//! The second opinion where exact polynomials grow too large: values at fixed points, modulo two
//! primes of over 60 bits. Never overflows, and never calls equal things different.
//!
//! How often it calls different things equal: the difference of two expressions is a polynomial
//! of degree at most d = 2 · `MAX_DEGREE` = 2^13. If it is not zero modulo a prime p, a random
//! point is a root of it with probability at most d/p < 2^-47 (Schwartz 1980, Zippel 1979); for
//! all [`POINTS`] = 24, under 2^-1100. The points are fixed, so this is the chance that the
//! authors' choice was unlucky, not one that a student may try again. The difference is zero
//! modulo both primes only if every coefficient is a multiple of their product, over 2^124.

use std::cmp::Ordering;

use super::tree::Node;

pub(super) const POINTS: u64 = 24;
/// 2^61 - 1, and the greatest prime below 2^64.
const PRIMES: [u64; 2] = [(1 << 61) - 1, u64::MAX - 58];

pub(super) fn has_value(node: &Node) -> bool {
    (0..POINTS).any(|n| Point::new(n).ratio(node).is_some())
}

/// Equal wherever both have a value, which is somewhere.
pub(super) fn same(left: &Node, right: &Node) -> bool {
    let mut compared = false;
    for point in (0..POINTS).map(Point::new) {
        let (Some(l), Some(r)) = (point.ratio(left), point.ratio(right)) else {
            continue;
        };
        if point.times(l.0, r.1) != point.times(r.0, l.1) {
            return false;
        }
        compared = true;
    }
    compared
}

/// The sign of c when a - b = c · (d - e) for a number c that is not 0. c is known only modulo a
/// prime; it is found when its bottom is at most 1000 and its top below 2^20.
pub(super) fn proportion(left: (&Node, &Node), right: (&Node, &Node)) -> Option<Ordering> {
    let mut first: [Option<(u64, u64)>; 2] = [None; 2];
    let mut compared = false;
    for n in 0..POINTS {
        let point = Point::new(n);
        let values = point
            .difference(left.0, left.1)
            .zip(point.difference(right.0, right.1));
        let Some((l, r)) = values else {
            continue;
        };
        compared = true;
        let pair = (point.times(l.0, r.1), point.times(r.0, l.1));
        if (pair.0 == 0) != (pair.1 == 0) {
            return None;
        }
        if pair.0 == 0 {
            continue;
        }
        match &mut first[(n % 2) as usize] {
            Some(known) if point.times(known.0, pair.1) != point.times(pair.0, known.1) => {
                return None;
            }
            Some(_) => {}
            unset => *unset = Some(pair),
        }
    }
    match first[0] {
        Some((top, bottom)) => Point::new(0).sign_of(top, bottom),
        // both sides are zero everywhere
        None => compared.then_some(Ordering::Greater),
    }
}

/// One choice of a value for every letter, and the prime to reckon by.
#[derive(Clone, Copy)]
struct Point {
    number: u64,
    prime: u64,
}

impl Point {
    fn new(number: u64) -> Self {
        let prime = PRIMES[(number % 2) as usize];
        Self { number, prime }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014) of the point and the letter.
    fn letter(self, letter: char) -> u64 {
        let seed = (self.number << 32 | u64::from(letter)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % self.prime
    }

    /// Top and bottom; `None` where the bottom vanishes.
    fn ratio(self, node: &Node) -> Option<(u64, u64)> {
        Some(match node {
            Node::Number { value, .. } | Node::Root { value, .. } => (
                self.number(value.numerator()),
                self.divisor(value.denominator())?,
            ),
            Node::Fraction { whole, top, bottom } => {
                let bottom = self.divisor(*bottom)?;
                let whole = self.times(self.number(whole.unwrap_or(0)), bottom);
                (self.plus(whole, self.number(*top)), bottom)
            }
            Node::Letter(letter) => (self.letter(*letter), 1),
            Node::Group(inner) => self.ratio(inner)?,
            Node::Negate(inner) => self.negated(self.ratio(inner)?),
            Node::Sum(terms) => {
                let mut sum = (0, 1);
                for (negative, term) in terms {
                    let term = self.ratio(term)?;
                    let term = if *negative { self.negated(term) } else { term };
                    sum = self.sum(sum, term);
                }
                sum
            }
            Node::Product(factors) => {
                let mut product = (1, 1);
                for (n, (joint, factor)) in factors.iter().enumerate() {
                    let mut factor = self.ratio(factor)?;
                    if joint.divides() && n > 0 {
                        factor = inverse(factor)?;
                    }
                    product = self.product(product, factor);
                }
                product
            }
            Node::Power { base, exponent, .. } => {
                let mut base = self.ratio(base)?;
                if *exponent <= 0 {
                    base = inverse(base)?;
                }
                (0..exponent.unsigned_abs()).fold((1, 1), |power, _| self.product(power, base))
            }
        })
    }

    fn difference(self, left: &Node, right: &Node) -> Option<(u64, u64)> {
        let (left, right) = (self.ratio(left)?, self.ratio(right)?);
        Some(self.sum(left, self.negated(right)))
    }

    fn sum(self, left: (u64, u64), right: (u64, u64)) -> (u64, u64) {
        let top = self.plus(self.times(left.0, right.1), self.times(right.0, left.1));
        (top, self.times(left.1, right.1))
    }

    fn product(self, left: (u64, u64), right: (u64, u64)) -> (u64, u64) {
        (self.times(left.0, right.0), self.times(left.1, right.1))
    }

    fn negated(self, value: (u64, u64)) -> (u64, u64) {
        ((self.prime - value.0) % self.prime, value.1)
    }

    fn plus(self, left: u64, right: u64) -> u64 {
        ((u128::from(left) + u128::from(right)) % u128::from(self.prime)) as u64
    }

    fn times(self, left: u64, right: u64) -> u64 {
        (u128::from(left) * u128::from(right) % u128::from(self.prime)) as u64
    }

    fn number(self, value: i128) -> u64 {
        value.rem_euclid(i128::from(self.prime)) as u64
    }

    fn divisor(self, value: i128) -> Option<u64> {
        Some(self.number(value)).filter(|&value| value != 0)
    }

    fn sign_of(self, top: u64, bottom: u64) -> Option<Ordering> {
        // the inverse is the power p - 2 (Fermat)
        let (mut inverse, mut square, mut left) = (1, bottom, self.prime - 2);
        while left > 0 {
            if left % 2 == 1 {
                inverse = self.times(inverse, square);
            }
            square = self.times(square, square);
            left /= 2;
        }
        let c = self.times(top, inverse);
        (1..=1000).find_map(|bottom| {
            let top = self.times(c, bottom);
            if top < 1 << 20 {
                Some(Ordering::Greater)
            } else if self.prime - top < 1 << 20 {
                Some(Ordering::Less)
            } else {
                None
            }
        })
    }
}

fn inverse(value: (u64, u64)) -> Option<(u64, u64)> {
    (value.0 != 0).then_some((value.1, value.0))
}
