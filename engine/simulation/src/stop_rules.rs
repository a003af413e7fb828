//! The table of stopping rules in ENGINE.md 4.5, made again.
//!
//! The original ran over the MAP parameters of 63 skills of a data set that may not be shipped.
//! Ours runs over [`crate::population::CALIBRATED`], whose 14 numbers were fitted to 41 of the
//! table's figures; the other 28 were held out and test the machinery. Where the original's text
//! left a choice, the reading that reproduces it is:
//! - a learner's shifts of start and of pace are independent, and thirds are by pace;
//! - P(known) is compared after the chance to learn from the last answer;
//! - mastery is judged after that chance as well; lag is the mean over runs that ended mastered;
//! - "exit at 10 if P < .5" means from the tenth item on;
//! - the moving average starts at .5;
//! - predictive similarity compares P(right) before and after an answer, learning included;
//! - "5.9 % of runs hit the cap" is said of BKT >= .95 with the population model true (sd 0).

use engine::{Ability, AbilityPrior, SkillParams};
use rayon::prelude::*;
use serde::Serialize;

use crate::policy::{End, Policy, Tutored, judge};
use crate::population::{Learner, Shape, Third};
use crate::simulator::{Run, Simulator};

/// One row of the table. `None` where the original has no figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    pub policy: Policy,
    pub items: f64,
    pub unmastered: f64,
    /// Items after true mastery, over runs that ended mastered.
    pub lag: f64,
    pub slow_unmastered: f64,
    pub slow_items: Option<f64>,
    pub fast_unmastered: f64,
    pub fast_items: Option<f64>,
    /// Share of runs that no rule ended. (Where no learner differs, the thirds are empty and 0.)
    pub capped: Option<f64>,
}

/// A row of the original and whether the population was calibrated to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Original {
    pub figures: Figures,
    pub calibrated: bool,
}

const SIMILAR: Policy = Policy::Similar {
    eps: 0.02,
    delta: 0.95,
};

/// ENGINE.md 4.5 as printed.
pub fn original() -> Vec<Original> {
    let row = |calibrated, policy, [items, unmastered, lag, slow, fast]: [f64; 5], thirds| {
        let (slow_items, fast_items) = match thirds {
            Some((slow, fast)) => (Some(slow), Some(fast)),
            None => (None, None),
        };
        Original {
            calibrated,
            figures: Figures {
                policy,
                items,
                unmastered,
                lag,
                slow_unmastered: slow,
                slow_items,
                fast_unmastered: fast,
                fast_items,
                capped: None,
            },
        }
    };
    vec![
        row(
            true,
            Policy::Fixed(5),
            [5.0, 0.195, 4.5, 0.278, 0.107],
            None,
        ),
        row(
            true,
            Policy::Fixed(10),
            [10.0, 0.137, 9.0, 0.227, 0.056],
            None,
        ),
        row(
            true,
            Policy::Bkt(0.90),
            [6.2, 0.108, 3.1, 0.185, 0.046],
            Some((7.5, 5.0)),
        ),
        row(
            true,
            Policy::Bkt(0.95),
            [7.4, 0.085, 4.1, 0.157, 0.028],
            Some((9.0, 6.0)),
        ),
        row(
            true,
            Policy::Bkt(0.98),
            [8.9, 0.072, 5.3, 0.142, 0.019],
            Some((10.5, 7.4)),
        ),
        row(true, Policy::Row(3), [7.9, 0.087, 5.0, 0.154, 0.032], None),
        row(
            false,
            Policy::Row(5),
            [13.8, 0.066, 10.5, 0.129, 0.017],
            None,
        ),
        row(
            false,
            Policy::Average(0.85),
            [13.7, 0.065, 10.4, 0.129, 0.016],
            Some((15.1, 12.3)),
        ),
        row(
            true,
            SIMILAR,
            [8.2, 0.077, 5.0, 0.146, 0.025],
            Some((9.8, 6.8)),
        ),
        row(
            false,
            Policy::BktExit,
            [5.4, 0.144, 3.7, 0.233, 0.060],
            Some((5.7, 5.0)),
        ),
        row(
            false,
            Policy::Grid(0.98),
            [9.1, 0.069, 5.5, 0.137, 0.018],
            Some((10.8, 7.6)),
        ),
    ]
}

/// The remark under the table: what BKT >= .95 leaves unmastered, and how many runs hit the cap,
/// when every learner is the typical one. Held out of the calibration.
pub const TYPICAL_UNMASTERED: f64 = 0.064;
pub const TYPICAL_CAPPED: f64 = 0.059;

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    runs: f64,
    items: f64,
    unmastered: f64,
    lag: f64,
    capped: f64,
}

impl Sum {
    fn add(&mut self, other: &Self) {
        self.runs += other.runs;
        self.items += other.items;
        self.unmastered += other.unmastered;
        self.lag += other.lag;
        self.capped += other.capped;
    }
}

/// Simulates `runs` student-skill runs, each with a learner of its own whose shifts are N(0, sd)
/// and unknown to the tutor, who knows the population's parameters.
pub fn simulate(policies: &[Policy], shape: &Shape, runs: u64, seed: u64, sd: f64) -> Vec<Figures> {
    let skills = shape.skills();
    let tutored: Vec<Tutored> = skills
        .iter()
        .map(|s| {
            let plain = SkillParams::plain(s.prior, s.learn, s.guess, s.slip)
                .expect("the population keeps guess and slip under one half");
            Tutored { plain, able: plain }
        })
        .collect();
    let block = |number: usize| {
        let mut sums = vec![[Sum::default(); 3]; policies.len()];
        let students = (number as u64..runs).step_by(skills.len());
        for student in students {
            let learner = Learner::independent(seed, student, sd);
            let path = Run {
                simulator: Simulator::Bkt,
                seed,
                student,
                learner,
                skill: &skills[number],
                number: number as u32,
            }
            .path();
            for (sums, &policy) in sums.iter_mut().zip(policies) {
                let mut ability = Ability::new(&AbilityPrior::default());
                let stop = judge(policy, &tutored[number], &mut ability, &path);
                let lag = path.lag(stop.items);
                sums[learner.third() as usize].add(&Sum {
                    runs: 1.0,
                    items: stop.items as f64,
                    unmastered: f64::from(u8::from(lag.is_none())),
                    lag: lag.unwrap_or(0) as f64,
                    capped: f64::from(u8::from(stop.end == End::Capped)),
                });
            }
        }
        sums
    };
    let blocks: Vec<Vec<[Sum; 3]>> = (0..skills.len()).into_par_iter().map(block).collect();
    policies
        .iter()
        .enumerate()
        .map(|(p, &policy)| {
            let mut thirds = [Sum::default(); 3];
            for block in &blocks {
                for (sum, other) in thirds.iter_mut().zip(&block[p]) {
                    sum.add(other);
                }
            }
            figures(policy, &thirds)
        })
        .collect()
}

fn figures(policy: Policy, thirds: &[Sum; 3]) -> Figures {
    let mut all = Sum::default();
    for third in thirds {
        all.add(third);
    }
    let (slow, fast) = (thirds[Third::Slow as usize], thirds[Third::Fast as usize]);
    Figures {
        policy,
        items: all.items / all.runs,
        unmastered: all.unmastered / all.runs,
        lag: all.lag / (all.runs - all.unmastered),
        slow_unmastered: slow.unmastered / slow.runs.max(1.0),
        slow_items: (slow.runs > 0.0).then(|| slow.items / slow.runs),
        fast_unmastered: fast.unmastered / fast.runs.max(1.0),
        fast_items: (fast.runs > 0.0).then(|| fast.items / fast.runs),
        capped: Some(all.capped / all.runs),
    }
}

impl Figures {
    /// (name, ours, original, is a proportion) for every figure that the original prints.
    pub fn against(&self, original: &Self) -> Vec<(&'static str, f64, f64, bool)> {
        let mut pairs = vec![
            ("items", self.items, original.items, false),
            ("unmastered", self.unmastered, original.unmastered, true),
            ("lag", self.lag, original.lag, false),
            (
                "slow unmastered",
                self.slow_unmastered,
                original.slow_unmastered,
                true,
            ),
            (
                "fast unmastered",
                self.fast_unmastered,
                original.fast_unmastered,
                true,
            ),
        ];
        for (name, ours, theirs) in [
            ("slow items", self.slow_items, original.slow_items),
            ("fast items", self.fast_items, original.fast_items),
        ] {
            pairs.extend(ours.zip(theirs).map(|(a, b)| (name, a, b, false)));
        }
        pairs
    }
}
