//! One start's way to a maximum: EM, accelerated by SQUAREM (Varadhan & Roland 2008, scheme S3).
//!
//! A cycle is three E-steps: at the point, after one EM step, and where the two steps point to when
//! extrapolated. The extrapolated point is kept only if the likelihood did not fall there.

use super::expect::Expected;
use super::params::{BktParams, Objective};
use super::trie::Totals;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Base,
    Step,
    Leap,
}

/// An EM step that lowered what it maximises, in nats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fell {
    pub before: f64,
    pub after: f64,
}

/// A start under way. The owner evaluates [`Climb::query`] and hands the result to
/// [`Climb::take`], which lets several climbs share one pass over the trie.
#[derive(Clone, Debug)]
pub(super) struct Climb {
    /// Of the start, for reports and ties.
    pub number: usize,
    phase: Phase,
    query: BktParams,
    base: BktParams,
    step: BktParams,
    /// One EM step past `step`: where to go on if the leap fails.
    plain: BktParams,
    /// A value that the next evaluation may not fall below: EM leads there.
    floor: f64,
    step_value: f64,
    /// Largest extrapolation tried next.
    reach: f64,
    best: Best,
    pub e_steps: usize,
    /// Gains of the last two cycles, latest last, in nats.
    gains: [f64; 2],
    cycle_value: f64,
}

/// Where the objective was highest so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    pub params: BktParams,
    /// Log-likelihood plus log prior.
    pub value: f64,
    pub log_likelihood: f64,
}

/// EM cannot lower the objective; a sum of many logarithms can, by rounding. Relative.
const ROUNDING: f64 = 1e-10;

impl Climb {
    pub fn new(number: usize, start: BktParams) -> Self {
        Self {
            number,
            phase: Phase::Base,
            query: start,
            base: start,
            step: start,
            plain: start,
            floor: f64::NEG_INFINITY,
            step_value: f64::NEG_INFINITY,
            reach: 4.0,
            best: Best {
                params: start,
                value: f64::NEG_INFINITY,
                log_likelihood: f64::NEG_INFINITY,
            },
            e_steps: 0,
            gains: [f64::INFINITY; 2],
            cycle_value: f64::NEG_INFINITY,
        }
    }

    /// Where the expected counts are wanted next.
    pub fn query(&self) -> &BktParams {
        &self.query
    }

    pub fn best(&self) -> &Best {
        &self.best
    }

    /// Takes the expected counts at [`Climb::query`] and chooses the next query.
    pub fn take(
        &mut self,
        objective: Objective,
        totals: &Totals,
        expected: &Expected,
    ) -> Result<(), Fell> {
        self.e_steps += 1;
        let value = expected.log_likelihood + objective.log_prior(&self.query);
        let next = objective.maximise(&self.query, expected, totals);
        if value > self.best.value {
            self.best = Best {
                params: self.query,
                value,
                log_likelihood: expected.log_likelihood,
            };
        }
        // The leap is no EM step, and may fall.
        let fell = value < self.floor - ROUNDING * (1.0 + self.floor.abs());
        if self.phase != Phase::Leap && (fell || value.is_nan()) {
            return Err(Fell {
                before: self.floor,
                after: value,
            });
        }
        match self.phase {
            Phase::Base => {
                self.gains = [self.gains[1], value - self.cycle_value];
                self.cycle_value = value;
                self.base = self.query;
                self.step = next;
                self.query = next;
                self.floor = value;
                self.phase = Phase::Step;
            }
            Phase::Step => {
                self.step_value = value;
                self.floor = value;
                self.plain = next;
                self.query = self.leap(objective);
                self.phase = Phase::Leap;
            }
            Phase::Leap => {
                if value >= self.step_value {
                    self.query = next;
                    self.floor = value;
                } else {
                    self.query = self.plain;
                    self.floor = self.step_value;
                    self.reach = (self.reach / 4.0).max(1.0);
                }
                self.phase = Phase::Base;
            }
        }
        Ok(())
    }

    /// Extrapolates base, step and plain in the log-odds of each parameter.
    fn leap(&mut self, objective: Objective) -> BktParams {
        let [base, step, plain] = [&self.base, &self.step, &self.plain].map(coordinates);
        let (mut first, mut bend) = ([0.0; 5], [0.0; 5]);
        for i in 0..5 {
            first[i] = step[i] - base[i];
            bend[i] = plain[i] - step[i] - first[i];
        }
        let norm = |x: [f64; 5]| x.iter().map(|x| x * x).sum::<f64>().sqrt();
        let (first_norm, bend_norm) = (norm(first), norm(bend));
        let mut stretch = if bend_norm > 0.0 {
            first_norm / bend_norm
        } else {
            1.0
        };
        if stretch >= self.reach {
            stretch = self.reach;
            self.reach *= 4.0;
        }
        if stretch <= 1.0 {
            return self.plain;
        }
        let mut point = [0.0; 5];
        for i in 0..5 {
            let x = base[i] + 2.0 * stretch * first[i] + stretch * stretch * bend[i];
            point[i] = inverse(x);
        }
        objective.clamp(BktParams::from_array(point))
    }

    /// Whether a whole cycle has just ended, so that `outlook` and `last_gain` speak of it.
    pub fn at_cycle_end(&self) -> bool {
        self.phase == Phase::Step
    }

    /// Nats still to be gained, if the gain of a cycle goes on shrinking as it did.
    pub fn outlook(&self) -> f64 {
        let [before, last] = self.gains;
        let last = last.max(0.0);
        if !before.is_finite() || before <= 0.0 {
            return if before.is_finite() {
                last
            } else {
                f64::INFINITY
            };
        }
        let ratio = (last / before).min(0.98);
        last.max(last * ratio / (1.0 - ratio))
    }

    pub fn last_gain(&self) -> f64 {
        self.gains[1]
    }
}

fn coordinates(params: &BktParams) -> [f64; 5] {
    params
        .to_array()
        .map(|x| if x > 0.0 { (x / (1.0 - x)).ln() } else { 0.0 })
}

fn inverse(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}
