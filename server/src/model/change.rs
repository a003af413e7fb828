//! What another version would make of the students' histories.

use std::collections::{BTreeMap, BTreeSet};

use api::UserId;
use engine::{MIN_EVIDENCE, MasteryRule};
use item_bank::{Bank, SkillCode};
use serde::Serialize;
use store::{EstimateRow, Replay};

/// Largest moves that are listed.
const LISTED: usize = 10;

/// When a skill is mastered, for each student.
pub type Rules = BTreeMap<UserId, MasteryRule>;

/// Students and skills by how mastery would stand, were every response read with the new
/// parameters. Pairs are of a student and a skill that they practised.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Change {
    pub responses: u64,
    pub students: usize,
    pub pairs: usize,
    /// Pairs that would gain mastery, and lose it.
    pub gain: usize,
    pub lose: usize,
    /// Students of whom some pair would.
    pub students_gaining: usize,
    pub students_losing: usize,
    /// In the content's order; skills that nobody practised are left out.
    pub skills: Vec<SkillChange>,
    /// Of P(known), largest first; only where there is evidence enough to show a number.
    pub largest: Vec<LargestMove>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SkillChange {
    pub skill: SkillCode,
    pub pairs: usize,
    pub gain: usize,
    pub lose: usize,
    /// Mean P(known) of the pairs.
    pub mean_before: f64,
    pub mean_after: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LargestMove {
    pub student: UserId,
    pub skill: SkillCode,
    /// P(known).
    pub before: f64,
    pub after: f64,
}

#[derive(Default)]
struct Sums {
    pairs: usize,
    gain: usize,
    lose: usize,
    before: f64,
    after: f64,
}

impl Change {
    /// Between two folds of the same responses. `rules` has when a skill is mastered for each
    /// student; who is not in it follows the default.
    pub fn between(bank: &Bank, rules: &Rules, before: &Replay, after: &Replay) -> Self {
        let mut sums: BTreeMap<&SkillCode, Sums> = BTreeMap::new();
        let (mut gaining, mut losing) = (BTreeSet::new(), BTreeSet::new());
        let mut largest = Vec::new();
        for (key, row) in before.estimates() {
            let Some(new) = after.estimates().get(key) else {
                continue;
            };
            let rule = &rules.get(&key.student).copied().unwrap_or_default();
            let (was, will) = (is_mastered(rule, row), is_mastered(rule, new));
            let sum = sums.entry(&key.skill).or_default();
            sum.pairs += 1;
            sum.gain += usize::from(!was && will);
            sum.lose += usize::from(was && !will);
            sum.before += row.state.p_known();
            sum.after += new.state.p_known();
            if !was && will {
                gaining.insert(key.student);
            }
            if was && !will {
                losing.insert(key.student);
            }
            if row.state.evidence >= MIN_EVIDENCE {
                largest.push(LargestMove {
                    student: key.student,
                    skill: key.skill.clone(),
                    before: row.state.p_known(),
                    after: new.state.p_known(),
                });
            }
        }
        largest.retain(|one| one.size() > 0.0);
        largest.sort_by(|a, b| {
            let by_size = b.size().total_cmp(&a.size());
            by_size.then_with(|| (a.student, &a.skill).cmp(&(b.student, &b.skill)))
        });
        largest.truncate(LISTED);
        let total = |of: fn(&Sums) -> usize| sums.values().map(of).sum();
        Self {
            responses: 0,
            students: before.abilities().len(),
            pairs: total(|sum| sum.pairs),
            gain: total(|sum| sum.gain),
            lose: total(|sum| sum.lose),
            students_gaining: gaining.len(),
            students_losing: losing.len(),
            skills: in_order(bank, sums),
            largest,
        }
    }
}

impl LargestMove {
    fn size(&self) -> f64 {
        (self.after - self.before).abs()
    }
}

fn is_mastered(rule: &MasteryRule, row: &EstimateRow) -> bool {
    rule.level(&row.state).is_mastered()
}

/// Skills of the bank in its order, then what it no longer has.
fn in_order(bank: &Bank, mut sums: BTreeMap<&SkillCode, Sums>) -> Vec<SkillChange> {
    let known = bank.skills().iter().map(|skill| &skill.code);
    let mut order: Vec<(&SkillCode, Sums)> =
        known.filter_map(|code| sums.remove_entry(code)).collect();
    order.extend(sums);
    let change = |(skill, sum): (&SkillCode, Sums)| SkillChange {
        skill: skill.clone(),
        pairs: sum.pairs,
        gain: sum.gain,
        lose: sum.lose,
        mean_before: sum.before / sum.pairs as f64,
        mean_after: sum.after / sum.pairs as f64,
    };
    order.into_iter().map(change).collect()
}
