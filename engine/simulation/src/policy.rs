//! Rules that say when a student may stop practising a skill.

use engine::{
    Ability, AbilityPrior, Help, ItemParams, MasteryLevel, MasteryRule, Observation, SchoolDay,
    SkillParams, SkillState, predictive_similarity,
};
use serde::{Deserialize, Serialize};

use crate::grid::Grid;
use crate::simulator::{CAP, Path};

/// When to stop. Each sees the answers so far and nothing else, but the oracle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// After so many items, whatever the answers.
    Fixed(u32),
    /// After so many right answers in a row.
    Row(u32),
    /// When the exponential moving average of right answers, of weight .25 and from .5, reaches
    /// this (Pelánek & Řihák 2018).
    Average(f64),
    /// When plain BKT's P(known) reaches this.
    Bkt(f64),
    /// The same at .95, but giving up from the tenth item on when P(known) is under .5.
    BktExit,
    /// When the next answer would hardly move the prediction (Rollinson & Brunskill 2015).
    Similar { eps: f64, delta: f64 },
    /// Plain BKT averaged over a 5 x 5 grid of learners' own starts and paces.
    Grid(f64),
    /// When P(known) of the engine's default model, which carries ability across skills, reaches
    /// this.
    Ability(f64),
    /// The product: the default model under [`MasteryRule`], with three unaided opportunities at
    /// least and a hand-over to the teacher when stuck.
    Product(f64),
    /// Sees whether the student has mastered the skill. No tutor can; a bound to hold others
    /// against.
    Oracle,
}

impl Policy {
    /// The policies of the report, in its order.
    pub fn report() -> Vec<Self> {
        vec![
            Self::Fixed(5),
            Self::Fixed(10),
            Self::Row(3),
            Self::Row(5),
            Self::Average(0.85),
            Self::Bkt(0.90),
            Self::Bkt(0.95),
            Self::Bkt(0.98),
            Self::BktExit,
            Self::Similar {
                eps: 0.02,
                delta: 0.95,
            },
            Self::Grid(0.98),
            Self::Ability(0.95),
            Self::Product(0.95),
            Self::Oracle,
        ]
    }

    pub fn name(&self) -> String {
        let two = |x: &f64| format!("{x:.2}").trim_start_matches('0').to_owned();
        match self {
            Self::Fixed(n) => format!("fixed {n}"),
            Self::Row(n) => format!("{n} in a row"),
            Self::Average(t) => format!("EMA(.25) ≥ {}", two(t)),
            Self::Bkt(t) => format!("BKT ≥ {}", two(t)),
            Self::BktExit => "BKT ≥ .95 or exit from 10 if P < .5".to_owned(),
            Self::Similar { eps, delta } => {
                format!("predictive similarity {}, {}", two(eps), two(delta))
            }
            Self::Grid(t) => format!("5×5 grid BKT ≥ {}", two(t)),
            Self::Ability(t) => format!("ability BKT ≥ {}", two(t)),
            Self::Product(t) => format!("Trellis rule, {}", two(t)),
            Self::Oracle => "oracle (sees mastery)".to_owned(),
        }
    }

    /// Whether it stops knowing something of the student from other skills.
    pub(crate) fn carries_ability(self) -> bool {
        matches!(self, Self::Ability(_) | Self::Product(_))
    }
}

/// What a tutor believes of one skill: fitted, never the truth of the simulator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tutored {
    pub plain: SkillParams,
    /// With slopes by ability.
    pub able: SkillParams,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The policy let the student go on to the next skill.
    Released,
    /// The policy called the teacher.
    HandedOver,
    /// Nothing happened within [`CAP`] items.
    Capped,
}

/// Where a policy cuts a path: after how many items, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    pub items: usize,
    pub end: End,
}

/// Follows the answers of `path` until `policy` stops. `ability` is what it knows of the student
/// from skills before, and is moved on.
pub fn judge(policy: Policy, skill: &Tutored, ability: &mut Ability, path: &Path) -> Stop {
    let prior = AbilityPrior::default();
    let params = if policy.carries_ability() {
        &skill.able
    } else {
        &skill.plain
    };
    let mut state = SkillState::new(params);
    let mut grid = matches!(policy, Policy::Grid(_)).then(|| Grid::new(params));
    let (mut average, mut row) = (0.5, 0);
    for n in 1..=CAP {
        let correct = path.right[n - 1];
        average = 0.75 * average + if correct { 0.25 } else { 0.0 };
        row = if correct { row + 1 } else { 0 };
        if let Some(grid) = &mut grid {
            grid.see(correct);
        } else if follows(policy) {
            state.observe(params, ability, &prior, &seen(correct, path.items[n - 1]));
        }
        let released = match policy {
            Policy::Fixed(many) => n >= many as usize,
            Policy::Row(many) => row >= many,
            Policy::Average(threshold) => average >= threshold,
            Policy::Bkt(threshold) | Policy::Ability(threshold) => state.p_known() >= threshold,
            Policy::BktExit => state.p_known() >= 0.95 || (n >= 10 && state.p_known() < 0.5),
            Policy::Similar { eps, delta } => {
                let item = ItemParams::default();
                predictive_similarity(&state, params, ability, &item, DAY, eps) >= delta
            }
            Policy::Grid(threshold) => grid.as_ref().is_some_and(|g| g.p_known() >= threshold),
            Policy::Product(threshold) => {
                let rule = MasteryRule {
                    threshold,
                    ..MasteryRule::default()
                };
                match rule.level(&state) {
                    MasteryLevel::Stuck => {
                        return Stop {
                            items: n,
                            end: End::HandedOver,
                        };
                    }
                    level => level.is_mastered(),
                }
            }
            Policy::Oracle => path.mastered[n],
        };
        if released {
            return Stop {
                items: n,
                end: End::Released,
            };
        }
    }
    Stop {
        items: CAP,
        end: End::Capped,
    }
}

/// All practice of a skill falls on one day: between days the simulators do not forget either.
const DAY: SchoolDay = SchoolDay(1);

fn seen(correct: bool, item: ItemParams) -> Observation {
    Observation {
        correct,
        item,
        help: Help::default(),
        bridged: false,
        day: DAY,
    }
}

/// Whether the policy looks at the engine's estimate at all.
fn follows(policy: Policy) -> bool {
    !matches!(
        policy,
        Policy::Fixed(_) | Policy::Row(_) | Policy::Average(_) | Policy::Oracle
    )
}

/// P(right) as the default model predicted it, for each answer of a path: what the tutor's slopes
/// are chosen by.
pub(crate) fn log_loss(
    params: &SkillParams,
    ability: &mut Ability,
    path: &Path,
    items: usize,
) -> f64 {
    let prior = AbilityPrior::default();
    let mut state = SkillState::new(params);
    let mut loss = 0.0;
    for (&correct, &item) in path.right.iter().zip(&path.items).take(items) {
        let moved = state.observe(params, ability, &prior, &seen(correct, item));
        let p = if correct {
            moved.predicted
        } else {
            1.0 - moved.predicted
        };
        loss -= p.ln();
    }
    loss
}
