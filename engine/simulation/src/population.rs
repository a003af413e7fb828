//! The skills and the learners of the simulations.

use crate::draw::{Draw, For, NONE, logistic, probit};

/// Skills in the population, as many as the original study had real ones.
pub const SKILLS: usize = 63;

/// What is true of a skill for the typical learner, in the terms of Corbett & Anderson (1995).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skill {
    pub prior: f64,
    pub learn: f64,
    pub guess: f64,
    pub slip: f64,
}

/// Fourteen numbers that make a population: location and spread of the logits of prior, learn,
/// 2 x guess and 2 x slip, and how these lean on one another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    pub centre: [f64; 4],
    pub spread: [f64; 4],
    /// Loadings of learn on prior; of guess on prior and learn; of slip on prior, learn and guess.
    pub coupling: [f64; 6],
    /// Which quantile of one quantity meets which of the others.
    pub seed: u64,
}

/// Calibrated by `cargo run --release -p simulation --example calibrate` to 41 figures of the
/// stop-rule table (see [`crate::stop_rules`]), for want of the 63 real skills behind it.
pub const CALIBRATED: Shape = Shape {
    centre: [0.685, -2.113, 0.047, -0.505],
    spread: [0.945, 1.142, 0.676, 1.09],
    coupling: [-0.039, -0.757, -0.921, 0.2, -0.579, -0.489],
    seed: 2,
};

impl Shape {
    /// The skills at the 63 quantiles of each quantity, coupled as the seed says.
    pub fn skills(&self) -> Vec<Skill> {
        let of = |row: &[f64; 4], which: usize| {
            let loadings = match which {
                0 => &[][..],
                1 => &self.coupling[..1],
                2 => &self.coupling[1..3],
                _ => &self.coupling[3..],
            };
            let norm = (1.0 + loadings.iter().map(|c| c * c).sum::<f64>()).sqrt();
            let leaning: f64 = loadings.iter().zip(row).map(|(c, z)| c * z).sum();
            let z = (leaning + row[which]) / norm;
            logistic(self.centre[which] + self.spread[which] * z)
        };
        latin(self.seed)
            .iter()
            .map(|row| Skill {
                prior: of(row, 0),
                learn: of(row, 1),
                guess: 0.5 * of(row, 2),
                slip: 0.5 * of(row, 3),
            })
            .collect()
    }
}

/// A Latin hypercube of normal quantiles in four dimensions, its columns made uncorrelated.
fn latin(seed: u64) -> Vec<[f64; 4]> {
    let mut rows = vec![[0.0; 4]; SKILLS];
    for column in 0..4 {
        let mut order: Vec<usize> = (0..SKILLS).collect();
        order.sort_by(|a, b| {
            let luck =
                |i: usize| Draw::of(seed, i as u64, column as u32, NONE).uniform(For::Coupling);
            luck(*a).total_cmp(&luck(*b))
        });
        for (row, place) in rows.iter_mut().zip(order) {
            row[column] = probit((place as f64 + 0.5) / SKILLS as f64);
        }
    }
    for column in 0..4 {
        for earlier in 0..column {
            let dot: f64 = rows.iter().map(|r| r[column] * r[earlier]).sum();
            let norm: f64 = rows.iter().map(|r| r[earlier] * r[earlier]).sum();
            for row in &mut rows {
                row[column] -= dot / norm * row[earlier];
            }
        }
        let power: f64 = rows.iter().map(|r| r[column] * r[column]).sum();
        let sd = (power / SKILLS as f64).sqrt();
        for row in &mut rows {
            row[column] /= sd;
        }
    }
    rows
}

/// Which third of the learners by their own rate of learning, which no policy is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    Slow,
    Middle,
    Fast,
}

/// The upper third of a standard normal begins here.
const THIRD: f64 = 0.430_727_299_295_457_5;

/// What is true of a learner. All four are hidden from every policy but the oracle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learner {
    /// Added to the logit of knowing a skill at the start.
    pub start: f64,
    /// Added to the logit of learning at an opportunity.
    pub pace: f64,
    /// In logits, where the simulator has an ability at all.
    pub ability: f64,
    /// Slips more on wordy items.
    pub english_learner: bool,
}

/// ASSUMPTION: one learner in five is learning English.
pub const ENGLISH_LEARNERS: f64 = 0.2;
/// ASSUMPTION: spread of ability, and how much of start and pace it accounts for.
const ABILITY_SD: f64 = 0.9;
const SHARED: f64 = 0.5;

impl Learner {
    /// Start and pace independent, both N(0, sd): the learners of ENGINE.md 4.5.
    pub fn independent(seed: u64, student: u64, sd: f64) -> Self {
        let draw = Draw::of(seed, student, NONE, NONE);
        Self {
            start: sd * draw.normal(For::Start),
            pace: sd * draw.normal(For::Pace),
            ability: 0.0,
            english_learner: false,
        }
    }

    /// A learner of the evaluation matrix: start and pace are N(0, 1) and lean on ability.
    pub fn of(seed: u64, student: u64) -> Self {
        let draw = Draw::of(seed, student, NONE, NONE);
        let ability = draw.normal(For::Ability);
        let own = (1.0 - SHARED * SHARED).sqrt();
        Self {
            start: SHARED * ability + own * draw.normal(For::Start),
            pace: SHARED * ability + own * draw.normal(For::Pace),
            ability: ABILITY_SD * ability,
            english_learner: draw.uniform(For::Group) < ENGLISH_LEARNERS,
        }
    }

    pub fn third(&self) -> Third {
        match self.pace {
            p if p < -THIRD => Third::Slow,
            p if p > THIRD => Third::Fast,
            _ => Third::Middle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_population_is_usable_by_the_engine() {
        let skills = CALIBRATED.skills();
        assert_eq!(skills.len(), SKILLS);
        for s in skills {
            engine::SkillParams::plain(s.prior, s.learn, s.guess, s.slip).unwrap();
        }
    }

    #[test]
    fn thirds_are_thirds() {
        let n = 30_000;
        let slow = (0..n)
            .filter(|&i| Learner::of(1, i).third() == Third::Slow)
            .count();
        assert!((slow as f64 / n as f64 - 1.0 / 3.0).abs() < 0.01, "{slow}");
    }
}
