//! Ways in which students might really learn. A tutor's rule is judged under all of them, since
//! nobody knows which is true (Doroudi, Aleven & Brunskill 2017: robust evaluation matrix).

use engine::{ItemParams, recall};
use serde::{Deserialize, Serialize};

use crate::draw::{Draw, For, NONE, logistic, logit};
use crate::population::{Learner, Skill};

/// No run is longer than this many items.
pub const CAP: usize = 30;

/// A model of the student.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Simulator {
    /// Bayesian knowledge tracing (Corbett & Anderson 1995).
    Bkt,
    /// The same, and what is known is forgotten with P = .03 at each opportunity.
    Forgetting,
    /// Item response theory with growth, after the additive factors model (Cen, Koedinger & Junker
    /// 2006): logit P(right) = ability + start - difficulty + gain x opportunities. There is no
    /// hidden state: mastered means P(right) >= .85 on a medium, plainly worded item.
    Growth,
    /// BKT in which guess and slip depend on the student's ability less the item's difficulty.
    Ability,
    /// BKT with items in blocks of four of a kind: the first of a block is harder, the next three
    /// can be answered by imitating it.
    Order,
}

impl Simulator {
    pub const ALL: [Self; 5] = [
        Self::Bkt,
        Self::Forgetting,
        Self::Growth,
        Self::Ability,
        Self::Order,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Bkt => "BKT",
            Self::Forgetting => "BKT with forgetting",
            Self::Growth => "IRT with growth",
            Self::Ability => "ability BKT",
            Self::Order => "item order",
        }
    }
}

/// P(right) on a medium item at which a student of the growth model counts as having mastered.
pub const GROWTH_MASTERY: f64 = 0.85;

// ASSUMPTIONS of the simulated world, none of them measured.
/// P(known becomes unknown) at an opportunity under [`Simulator::Forgetting`].
const FORGET: f64 = 0.03;
/// Share of wordy items, and what one costs an English learner, in logits.
const WORDY: f64 = 0.4;
const WORDY_COST: f64 = 0.8;
/// Spread of item difficulty, and the error with which the tutor knows it.
const DIFFICULTY_SD: f64 = 0.6;
const DIFFICULTY_ERROR_SD: f64 = 0.25;
/// Items of a kind in a row, what the first costs, and what imitation adds for those who do not
/// know and those who do.
const BLOCK: usize = 4;
const FIRST_OF_KIND: f64 = -0.8;
const IMITATION: f64 = 1.2;
const IMITATION_KNOWN: f64 = 0.3;
/// How guess and slip move with ability under [`Simulator::Ability`].
const SLOPE: f64 = 1.0;
/// The delayed test comes after this many days, and each right answer adds this to the days after
/// which nine tenths is still known.
const DELAY_DAYS: u32 = 30;
const STABILITY: f64 = 15.0;
const STABILITY_PER_RIGHT: f64 = 2.0;

/// Everything that would happen to one student on one skill if practice never stopped. A policy
/// only chooses where to cut it.
#[derive(Clone, Debug)]
pub struct Path {
    pub right: [bool; CAP],
    /// The items as the tutor knows them.
    pub items: [ItemParams; CAP],
    /// Truly mastered after n items.
    pub mastered: [bool; CAP + 1],
    /// P(right) on an unseen item after n items, at once and after 30 days.
    pub post: [f64; CAP + 1],
    pub delayed: [f64; CAP + 1],
}

impl Path {
    /// Items given since the student has been, without a break, at mastery; `None` if not there.
    pub fn lag(&self, stop: usize) -> Option<usize> {
        let spell = self.mastered[..=stop].iter().rev().take_while(|m| **m);
        spell.count().checked_sub(1)
    }
}

/// Who practises what, and with what luck.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    pub simulator: Simulator,
    pub seed: u64,
    pub student: u64,
    pub learner: Learner,
    pub skill: &'a Skill,
    pub number: u32,
}

impl Run<'_> {
    pub fn path(&self) -> Path {
        let mut path = Path {
            right: [false; CAP],
            items: [ItemParams::default(); CAP],
            mastered: [false; CAP + 1],
            post: [0.0; CAP + 1],
            delayed: [0.0; CAP + 1],
        };
        let start = logistic(logit(self.skill.prior) + self.learner.start);
        let learn = logistic(logit(self.skill.learn) + self.learner.pace);
        let mut known = self.draw(NONE).uniform(For::Known) < start;
        let mut rights = 0;
        self.mark(&mut path, 0, known, rights);
        for n in 0..CAP {
            let draw = self.draw(n as u32);
            let item = self.item(n);
            path.items[n].difficulty = item.told;
            let right =
                draw.uniform(For::Answer) < self.p_right(n, known, item.difficulty, item.wordy);
            path.right[n] = right;
            rights += u32::from(right);
            if known {
                known =
                    self.simulator != Simulator::Forgetting || draw.uniform(For::Forget) >= FORGET;
            } else {
                known = draw.uniform(For::Learn) < learn;
            }
            self.mark(&mut path, n + 1, known, rights);
        }
        path
    }

    fn draw(&self, opportunity: u32) -> Draw {
        Draw::of(self.seed, self.student, self.number, opportunity)
    }

    /// The item at this place: the same for every student.
    fn item(&self, n: usize) -> Item {
        let draw = Draw::of(self.seed, u64::MAX, self.number, n as u32);
        let wordy = self.learner.english_learner && draw.uniform(For::Wording) < WORDY;
        if !matches!(self.simulator, Simulator::Growth | Simulator::Ability) {
            return Item {
                difficulty: 0.0,
                told: 0.0,
                wordy,
            };
        }
        let difficulty = DIFFICULTY_SD * draw.normal(For::Difficulty);
        Item {
            difficulty,
            told: difficulty + DIFFICULTY_ERROR_SD * draw.normal(For::DifficultyError),
            wordy,
        }
    }

    /// P(right) at opportunity `n`.
    fn p_right(&self, n: usize, known: bool, difficulty: f64, wordy: bool) -> f64 {
        let base = match self.simulator {
            Simulator::Growth => return logistic(self.growth(n, difficulty, wordy)),
            Simulator::Order => match (n % BLOCK, known) {
                (0, _) => FIRST_OF_KIND,
                (_, false) => IMITATION,
                (_, true) => IMITATION_KNOWN,
            },
            Simulator::Ability => SLOPE * (self.learner.ability - difficulty),
            Simulator::Bkt | Simulator::Forgetting => 0.0,
        };
        self.emit(known, base, wordy)
    }

    fn emit(&self, known: bool, shift: f64, wordy: bool) -> f64 {
        let right = if known {
            1.0 - self.skill.slip
        } else {
            self.skill.guess
        };
        let shift = shift - if wordy { WORDY_COST } else { 0.0 };
        if shift == 0.0 {
            return right;
        }
        logistic(logit(right) + shift)
    }

    /// The logit of P(right) after `n` items under [`Simulator::Growth`].
    fn growth(&self, n: usize, difficulty: f64, wordy: bool) -> f64 {
        let Skill {
            prior,
            learn,
            guess,
            slip,
        } = *self.skill;
        let first = logit(prior * (1.0 - slip) + (1.0 - prior) * guess);
        let gain = (0.05 + 0.8 * learn) * (0.5 * self.learner.pace).exp();
        let cost = if wordy { WORDY_COST } else { 0.0 };
        self.learner.ability + 0.5 * self.learner.start + first - difficulty - cost
            + gain * n as f64
    }

    /// Notes what is true after `n` items.
    fn mark(&self, path: &mut Path, n: usize, known: bool, rights: u32) {
        let stability = STABILITY + STABILITY_PER_RIGHT * f64::from(rights);
        let kept = recall(DELAY_DAYS, stability);
        let share = if self.learner.english_learner {
            WORDY
        } else {
            0.0
        };
        let unseen = |p: &dyn Fn(bool) -> f64| {
            let plain = (1.0 - share) * p(false);
            if share > 0.0 {
                plain + share * p(true)
            } else {
                plain
            }
        };
        if self.simulator == Simulator::Growth {
            let now = |wordy| self.growth(n, 0.0, wordy);
            // what was learned here fades, what was brought along stays
            let later = |wordy| {
                let first = self.growth(0, 0.0, wordy);
                first + kept * (now(wordy) - first)
            };
            path.mastered[n] = logistic(now(false)) >= GROWTH_MASTERY;
            path.post[n] = unseen(&|wordy| logistic(now(wordy)));
            path.delayed[n] = unseen(&|wordy| logistic(later(wordy)));
            return;
        }
        let shift = match self.simulator {
            Simulator::Ability => SLOPE * self.learner.ability,
            // what is unseen is the first of its kind
            Simulator::Order => FIRST_OF_KIND,
            _ => 0.0,
        };
        let not = unseen(&|wordy| self.emit(false, shift, wordy));
        let then = unseen(&|wordy| self.emit(true, shift, wordy));
        path.mastered[n] = known;
        path.post[n] = if known { then } else { not };
        path.delayed[n] = if known {
            not + kept * (then - not)
        } else {
            not
        };
    }
}

#[derive(Clone, Copy, Debug)]
struct Item {
    difficulty: f64,
    told: f64,
    wordy: bool,
}

#[cfg(test)]
#[path = "simulator/tests.rs"]
mod tests;
