//! How much a question is expected to tell, in bits.

use crate::Emission;

/// The expected fall of entropy.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gain {
    pub total: f64,
    pub of_itself: f64,
    pub tells_of: u32,
}

/// Bits about another skill from which on a question is said to tell of it.
const TELLS: f64 = 0.05;

impl Gain {
    /// Of asking about `skill`: `known` is P(known) of every skill now, and `if_known` if this one
    /// were known. If it were not follows from the two.
    pub fn of(
        skill: usize,
        emission: Emission,
        known: &[f64],
        if_known: &[f64],
        of_interest: &[bool],
    ) -> Self {
        let p = known[skill];
        let right = p * (1.0 - emission.slip) + (1.0 - p) * emission.guess;
        // P(this one known | right) and P(it known | wrong)
        let after_right = p * (1.0 - emission.slip) / right;
        let after_wrong = p * emission.slip / (1.0 - right);
        let mut gain = Self::default();
        for (other, &now) in known.iter().enumerate() {
            if !of_interest[other] {
                continue;
            }
            let with = if_known[other];
            let without = if p < 1.0 {
                ((now - p * with) / (1.0 - p)).clamp(0.0, 1.0)
            } else {
                now
            };
            let at = |share: f64| entropy(share * with + (1.0 - share) * without);
            let fall = entropy(now) - right * at(after_right) - (1.0 - right) * at(after_wrong);
            gain.total += fall;
            if other == skill {
                gain.of_itself = fall;
            } else if fall >= TELLS {
                gain.tells_of += 1;
            }
        }
        gain
    }
}

/// Of a yes or no with this probability of yes; 0 to 1 bit.
pub(super) fn entropy(p: f64) -> f64 {
    let term = |p: f64| if p > 0.0 { -p * libm::log2(p) } else { 0.0 };
    term(p) + term(1.0 - p)
}

/// Bits that an answer says of whether its skill is known.
pub(super) fn information(known: f64, emission: Emission) -> f64 {
    let right = known * (1.0 - emission.slip) + (1.0 - known) * emission.guess;
    entropy(right) - known * entropy(emission.slip) - (1.0 - known) * entropy(emission.guess)
}
