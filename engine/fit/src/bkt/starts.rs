//! Where climbs start.

use super::params::{BktParams, Objective};
use super::trie::Totals;
use rand_pcg::Pcg64;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Smallest and largest start of each parameter, in the order of [`BktParams::to_array`]. Guess
/// is in parts of the skill's share of right answers, slip in parts of its share of wrong ones:
/// that share always lies between guess and 1 - slip.
const RANGES: [(f64, f64); 5] = [
    (0.02, 0.98),
    (0.005, 0.98),
    (0.02, 0.98),
    (0.02, 0.98),
    (0.002, 0.98),
];

/// `count` starts: the prior means, then points that fill the box of `RANGES` evenly whatever
/// their number (a Kronecker sequence in five dimensions on the powers of the generalised golden
/// ratio, Roberts 2018), shifted at random by `seed`.
///
/// All have 1 - slip > guess, except that every third has not where such a maximum is admissible
/// and no twin of an upright one: without bounds, and without forgetting (with it, every model has
/// a twin with the states' names exchanged).
pub(super) fn starts(
    objective: Objective,
    totals: &Totals,
    seed: u64,
    count: usize,
) -> Vec<BktParams> {
    /// The positive root of x^6 = x + 1.
    const RATIO: f64 = 1.134_724_138_401_519_5;
    let mut rng = Pcg64::seed_from_u64(seed);
    let shift: [f64; 5] = std::array::from_fn(|_| (rng.next_u64() >> 11) as f64 / 2.0_f64.powi(53));
    let share = totals.right / totals.responses();
    let spread = (1..count).map(|number| {
        let mut power = 1.0;
        let [prior, learn, guess, slip, forget] = std::array::from_fn(|i| {
            power /= RATIO;
            let (low, high) = RANGES[i];
            low + (high - low) * (shift[i] + number as f64 * power).fract()
        });
        let (guess, slip) = (guess * share, slip * (1.0 - share));
        let inverted = !objective.priors && !objective.forget && number % 3 == 0;
        let (guess, slip) = if inverted {
            (1.0 - slip, 1.0 - guess)
        } else {
            (guess, slip)
        };
        BktParams {
            prior,
            learn: learn * learn,
            guess,
            slip,
            forget: forget * forget,
        }
    });
    std::iter::once(BktParams::fallback(objective.forget))
        .chain(spread)
        .map(|start| objective.clamp(start))
        .collect()
}
