//! Randomness by name: a student's luck is a function of (seed, student, skill, opportunity, what
//! for), never of what was drawn before. Two policies that give the same student the same number
//! of items therefore see the same answers (common random numbers), and threads change nothing.

use statrs::distribution::{ContinuousCDF, Normal};

/// What a number is drawn for. Each purpose has numbers of its own: to renumber one is to draw
/// other students.
#[derive(Clone, Copy, Debug)]
pub enum For {
    Start = 1,
    Pace = 2,
    Ability = 3,
    Group = 4,
    Known = 5,
    Learn = 6,
    Forget = 7,
    Answer = 8,
    Difficulty = 9,
    DifficultyError = 10,
    Wording = 11,
    Coupling = 13,
    Word = 14,
}

/// Stands for "no skill" or "no opportunity".
pub const NONE: u32 = u32::MAX;

/// A place in the table of random numbers.
#[derive(Clone, Copy, Debug)]
pub struct Draw {
    key: u64,
}

impl Draw {
    pub fn of(seed: u64, student: u64, skill: u32, opportunity: u32) -> Self {
        let place = (u64::from(skill) << 32) | u64::from(opportunity);
        Self {
            key: mix(mix(mix(seed) ^ student) ^ place),
        }
    }

    /// In (0, 1), of 53 random bits.
    pub fn uniform(self, what: For) -> f64 {
        let bits = mix(self.key ^ (what as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 11;
        (bits as f64 + 0.5) / (1u64 << 53) as f64
    }

    pub fn normal(self, what: For) -> f64 {
        probit(self.uniform(what))
    }
}

/// The standard normal quantile.
pub fn probit(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

pub fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

/// `SplitMix64` (Steele, Lea & Flood 2014).
fn mix(z: u64) -> u64 {
    let z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_uniform_and_apart() {
        let n = 40_000;
        let pairs = (0..n).map(|i| {
            let draw = Draw::of(7, i, 3, 4);
            (draw.uniform(For::Learn), draw.uniform(For::Answer))
        });
        let (mut mean, mut product) = (0.0, 0.0);
        for (a, b) in pairs {
            mean += a / n as f64;
            product += (a - 0.5) * (b - 0.5) / n as f64;
        }
        assert!((mean - 0.5).abs() < 0.006, "{mean}");
        assert!(product.abs() < 0.0018, "{product}");
    }

    #[test]
    fn every_coordinate_matters() {
        let all = [
            (1, 2, 3, 4),
            (2, 2, 3, 4),
            (1, 3, 3, 4),
            (1, 2, 4, 4),
            (1, 2, 3, 5),
        ]
        .map(|(a, b, c, d)| Draw::of(a, b, c, d).uniform(For::Answer).to_bits());
        for (i, a) in all.iter().enumerate() {
            assert!(!all[i + 1..].contains(a));
        }
    }
}
