//! Simulated students: for golden vectors, the demo district and experiments.

mod district;

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

use crate::bkt::Emission;
use crate::{
    Ability, AbilityPrior, Difficulty, Help, ItemParams, MasteryRule, Observation, REST, Recent,
    SchoolDay, Selection, Selector, SkillParams, SkillState, SkillView, Zone, derive_seed,
};

pub use district::District;

/// A student whose knowledge follows the model, with a learning rate and a slip of their own.
#[derive(Debug)]
pub struct SimulatedStudent {
    rng: Pcg64Mcg,
    known: Vec<Option<bool>>,
    /// Multiplies the chance to know at the start and to learn; 1 is the model's own student.
    pub pace: f64,
    /// P(asking for a hint when the skill is not known).
    pub asks: f64,
}

impl SimulatedStudent {
    pub fn new(seed: u64, skills: usize, pace: f64, asks: f64) -> Self {
        Self {
            rng: Pcg64Mcg::seed_from_u64(seed),
            known: vec![None; skills],
            pace,
            asks,
        }
    }

    /// A number in [0, 1) of 53 random bits.
    pub fn chance(&mut self) -> f64 {
        (self.rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number below `n`; the bias of the remainder is under `n` / 2^64.
    pub fn below(&mut self, n: u32) -> u32 {
        (self.rng.next_u64() % u64::from(n.max(1))) as u32
    }

    pub fn knows(&mut self, skill: usize, params: &SkillParams) -> bool {
        if let Some(known) = self.known[skill] {
            return known;
        }
        let known = self.chance() < (params.prior * self.pace).min(0.98);
        self.known[skill] = Some(known);
        known
    }

    /// Takes hints as the student would, answers, and may learn from the opportunity.
    pub fn answer(
        &mut self,
        skill: usize,
        params: &SkillParams,
        item: Emission,
        rungs: u8,
    ) -> (bool, Help) {
        let known = self.knows(skill, params);
        let mut help = Help {
            depth: 0,
            of: rungs,
        };
        while !known && help.depth < rungs && self.chance() < self.asks {
            help.depth += 1;
        }
        let helped = item.with_help(help);
        let right = self.chance()
            < if known {
                1.0 - helped.slip
            } else {
                helped.guess
            };
        if !known && self.chance() < (params.learn * self.pace).min(0.9) {
            self.known[skill] = Some(true);
        }
        (right, help)
    }

    /// Sleeps over it: known skills may fade.
    pub fn forget(&mut self, skill: usize, params: &SkillParams, days: u32) {
        if self.known[skill] == Some(true) {
            let fades = (0..days.min(365)).any(|_| self.chance() < params.forget_daily);
            self.known[skill] = Some(!fades);
        }
    }
}

/// A fingerprint of everything the engine does: `students` simulated students practise 30 items
/// each over a graph of 12 skills, chosen by [`Selector`]. Every bit of every state goes into the
/// hash, so two machines agree only if they agree on every rounding.
pub fn trace_hash(students: u32, seed: u64) -> u64 {
    const SKILLS: usize = 12;
    const ITEMS: u32 = 30;
    let graph: Vec<Vec<usize>> = (0..SKILLS)
        .map(|s| {
            [s.checked_sub(1), s.checked_sub(4)]
                .into_iter()
                .flatten()
                .collect()
        })
        .collect();
    let item = |difficulty: Difficulty, chance| ItemParams {
        difficulty: difficulty.logits(),
        chance,
    };
    let templates = [
        item(Difficulty::Easy, 0.25),
        item(Difficulty::Medium, 0.0),
        item(Difficulty::Hard, 0.0),
    ];
    let prior = AbilityPrior::default();
    let params: Vec<SkillParams> = (0..SKILLS).map(golden_params).collect();
    let mut hash = Fingerprint::default();
    let mut selector = Selector::with_capacity(SKILLS);
    for student in 0..students {
        let number = seed.wrapping_add(u64::from(student));
        let mut person =
            SimulatedStudent::new(number, SKILLS, 0.6 + f64::from(student % 9) / 10.0, 0.3);
        let strength = f64::from(student % 7) / 3.0 - 1.0;
        let mut ability = Ability::new(&prior);
        let mut states: Vec<SkillState> = params.iter().map(SkillState::new).collect();
        let mut recent: Vec<Recent> = Vec::new();
        for n in 0..ITEMS {
            let day = SchoolDay((n / 5 * 4) as i32);
            let skills: Vec<SkillView<'_>> = (0..SKILLS)
                .map(|s| SkillView {
                    params: params[s],
                    state: states[s],
                    prerequisites: &graph[s],
                    assigned: (s % 5 != 4).then_some(s as u32),
                    placed_out: false,
                    templates: &templates,
                })
                .collect();
            let choice = selector.pick(&Selection {
                skills: &skills,
                recent: &recent,
                pins: &[],
                ability,
                rule: MasteryRule::default(),
                zone: Zone::default(),
                rest: REST,
                today: day,
                seed: derive_seed(u128::from(number), "golden", n),
            });
            let Ok(pick) = choice else { break };
            let item = templates[pick.template];
            let emission = params[pick.skill].emission(strength, &item);
            let (correct, help) = person.answer(pick.skill, &params[pick.skill], emission, 3);
            let seen = Observation {
                correct,
                item,
                help,
                bridged: n % 7 == 0,
                day,
            };
            let moved =
                states[pick.skill].observe(&params[pick.skill], &mut ability, &prior, &seen);
            recent.push(Recent {
                skill: pick.skill,
                template: pick.template,
                review: matches!(pick.reason, crate::Reason::Review { .. }),
            });
            hash.eat(pick.skill as u64);
            hash.eat(pick.template as u64);
            hash.eat(pick.predicted.to_bits());
            hash.eat(moved.after.to_bits());
            hash.eat(states[pick.skill].odds.to_bits());
            hash.eat(ability.mean.to_bits());
            hash.eat(ability.variance.to_bits());
        }
    }
    hash.0
}

/// Every other skill is plain, the rest know ability and difficulty.
fn golden_params(skill: usize) -> SkillParams {
    let step = skill as f64 / 100.0;
    let slope = (skill % 2) as f64;
    SkillParams {
        prior: 0.2 + step,
        learn: 0.08 + step / 2.0,
        guess: 0.04 + step / 3.0,
        slip: 0.05 + step / 4.0,
        forget: step / 40.0,
        forget_daily: 0.002 + step / 50.0,
        guess_slope: slope * (0.8 + step),
        slip_slope: slope * (1.1 - step),
    }
}

/// FNV-1a over 64-bit words.
#[derive(Debug)]
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    fn eat(&mut self, word: u64) {
        for byte in word.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_trace_depends_on_its_seed_and_on_nothing_else() {
        assert_eq!(trace_hash(20, 1), trace_hash(20, 1));
        assert_ne!(trace_hash(20, 1), trace_hash(20, 2));
    }

    #[test]
    fn a_faster_pace_knows_more() {
        let params = golden_params(3);
        let known = |pace: f64| {
            (0..500u64)
                .filter(|&n| SimulatedStudent::new(n, 1, pace, 0.0).knows(0, &params))
                .count()
        };
        assert!(known(1.5) > known(0.5) + 50);
    }
}
