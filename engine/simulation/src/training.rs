//! What the tutor knows of the skills: fitted to answers of other students of the same kind, never
//! read off the simulator.
//!
//! Plain BKT by expectation-maximisation with guess and slip at most one half and Beta priors of
//! strength 10 (ENGINE.md 4.2), from one start; then one slope by ability for all skills, chosen
//! by the predictions it makes. The `fit` crate does more; a tutor to be judged needs no more.

use engine::{Ability, AbilityPrior, SkillParams};
use rayon::prelude::*;

use crate::policy::{Tutored, log_loss};
use crate::population::{Learner, Skill};
use crate::simulator::{Path, Run, Simulator};

/// Training students are numbered from here, so that none is met again.
const FIRST: u64 = 1 << 40;
/// Answers of each training student to each skill.
const ANSWERS: usize = 12;
const STEPS: usize = 60;
const STRENGTH: f64 = 10.0;
const MEANS: [f64; 4] = [0.4, 0.15, 0.2, 0.1];
const SLOPES: [f64; 5] = [0.0, 0.3, 0.6, 0.9, 1.2];

/// One set of parameters for each skill.
pub(crate) fn train(
    simulator: Simulator,
    skills: &[Skill],
    seed: u64,
    students: u64,
) -> Vec<Tutored> {
    let path = |student: u64, number: usize| {
        Run {
            simulator,
            seed,
            student: FIRST + student,
            learner: Learner::of(seed, FIRST + student),
            skill: &skills[number],
            number: number as u32,
        }
        .path()
    };
    let fitted: Vec<SkillParams> = (0..skills.len())
        .into_par_iter()
        .map(|number| {
            let answers: Vec<[bool; ANSWERS]> = (0..students)
                .map(|student| std::array::from_fn(|n| path(student, number).right[n]))
                .collect();
            fit(&answers)
        })
        .collect();
    let few = students.min(150);
    let sloped = |slope: f64, plain: &SkillParams| SkillParams {
        guess_slope: slope,
        slip_slope: slope,
        ..*plain
    };
    let losses: Vec<f64> = SLOPES
        .into_par_iter()
        .map(|slope| {
            (0..few)
                .map(|student| {
                    let mut ability = Ability::new(&AbilityPrior::default());
                    let one = |(number, plain): (usize, &SkillParams)| {
                        let path: Path = path(student, number);
                        log_loss(&sloped(slope, plain), &mut ability, &path, ANSWERS)
                    };
                    fitted.iter().enumerate().map(one).sum::<f64>()
                })
                .sum()
        })
        .collect();
    let best = (0..SLOPES.len())
        .min_by(|&a, &b| losses[a].total_cmp(&losses[b]))
        .unwrap_or(0);
    fitted
        .into_iter()
        .map(|plain| Tutored {
            plain,
            able: sloped(SLOPES[best], &plain),
        })
        .collect()
}

/// Expected counts: of starts known; of learning and of its chances; of right guesses and of
/// guesses; of slips and of answers known.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    yes: [f64; 4],
    all: [f64; 4],
}

fn fit(sequences: &[[bool; ANSWERS]]) -> SkillParams {
    let mut p = MEANS;
    for _ in 0..STEPS {
        let mut counts = Counts::default();
        for answers in sequences {
            expect(answers, p, &mut counts);
        }
        for i in 0..4 {
            let share = (counts.yes[i] + STRENGTH * MEANS[i]) / (counts.all[i] + STRENGTH);
            p[i] = share.clamp(0.001, if i < 2 { 0.98 } else { 0.49 });
        }
    }
    SkillParams::plain(p[0], p[1], p[2], p[3]).expect("clamped inside the engine's bounds")
}

/// Forward and backward through one sequence.
fn expect(answers: &[bool; ANSWERS], [prior, learn, guess, slip]: [f64; 4], counts: &mut Counts) {
    let emission = |right| {
        if right {
            (1.0 - slip, guess)
        } else {
            (slip, 1.0 - guess)
        }
    };
    let mut known = [0.0; ANSWERS];
    let mut p = prior;
    for (n, &right) in answers.iter().enumerate() {
        let (k, u) = emission(right);
        known[n] = p * k / (p * k + (1.0 - p) * u);
        p = known[n] + (1.0 - known[n]) * learn;
    }
    // P(what follows | known) / P(what follows | unknown), here and, answer included, one later
    let (mut ahead, mut next) = (1.0, None);
    for (n, &right) in answers.iter().enumerate().rev() {
        let given = known[n] * ahead;
        let smoothed = given / (given + 1.0 - known[n]);
        if let Some(next) = next {
            let learned = learn * next / (learn * next + 1.0 - learn);
            counts.yes[1] += (1.0 - smoothed) * learned;
            counts.all[1] += 1.0 - smoothed;
        }
        if n == 0 {
            counts.yes[0] += smoothed;
            counts.all[0] += 1.0;
        }
        counts.yes[2] += if right { 1.0 - smoothed } else { 0.0 };
        counts.all[2] += 1.0 - smoothed;
        counts.yes[3] += if right { 0.0 } else { smoothed };
        counts.all[3] += smoothed;
        let (k, u) = emission(right);
        let weight = k * ahead / u;
        next = Some(weight);
        ahead = weight / (learn * weight + 1.0 - learn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By summing over every hidden history: 13 of them, since nothing is forgotten.
    fn by_hand(answers: &[bool; ANSWERS], [prior, learn, guess, slip]: [f64; 4]) -> Counts {
        let mut counts = Counts::default();
        let mut total = 0.0;
        for since in 0..=ANSWERS {
            let mut p = if since == 0 { prior } else { 1.0 - prior };
            let mut one = Counts::default();
            one.yes[0] = f64::from(u8::from(since == 0));
            one.all[0] = 1.0;
            for (n, &right) in answers.iter().enumerate() {
                let known = n >= since;
                p *= match (known, right) {
                    (true, true) => 1.0 - slip,
                    (true, false) => slip,
                    (false, true) => guess,
                    (false, false) => 1.0 - guess,
                };
                let at = if known { 3 } else { 2 };
                one.all[at] += 1.0;
                one.yes[at] += f64::from(u8::from(right != known));
                if !known && n + 1 < ANSWERS {
                    let learns = n + 1 == since;
                    p *= if learns { learn } else { 1.0 - learn };
                    one.all[1] += 1.0;
                    one.yes[1] += f64::from(u8::from(learns));
                }
            }
            total += p;
            for i in 0..4 {
                counts.yes[i] += p * one.yes[i];
                counts.all[i] += p * one.all[i];
            }
        }
        counts.yes = counts.yes.map(|c| c / total);
        counts.all = counts.all.map(|c| c / total);
        counts
    }

    #[test]
    fn expected_counts_are_those_of_every_history() {
        let mut answers = [true; ANSWERS];
        answers[0] = false;
        answers[3..6].fill(false);
        let p = [0.4, 0.15, 0.2, 0.1];
        let mut counts = Counts::default();
        expect(&answers, p, &mut counts);
        let hand = by_hand(&answers, p);
        for i in 0..4 {
            assert!((counts.yes[i] - hand.yes[i]).abs() < 1e-12, "{i}");
            assert!((counts.all[i] - hand.all[i]).abs() < 1e-12, "{i}");
        }
    }

    #[test]
    fn a_tutor_comes_near_the_truth_and_finds_the_slope_where_there_is_one() {
        let skills = crate::population::CALIBRATED.skills();
        let few = &skills[..6];
        let plain = train(Simulator::Bkt, few, 3, 400);
        for (fitted, truth) in plain.iter().zip(few) {
            let at = |prior, guess, slip| prior * (1.0 - slip) + (1.0 - prior) * guess;
            let first = at(fitted.plain.prior, fitted.plain.guess, fitted.plain.slip);
            assert!((first - at(truth.prior, truth.guess, truth.slip)).abs() < 0.1);
        }
        let able = train(Simulator::Ability, few, 3, 400);
        assert!(able[0].able.slip_slope > plain[0].able.slip_slope);
    }
}
