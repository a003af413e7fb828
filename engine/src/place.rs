//! A short check of what a student knows already, before practice begins.
//!
//! Each question is the one whose answer is expected to settle most about the assigned skills and
//! what they need: the largest expected fall of entropy, summed over those skills (Doignon &
//! Falmagne 1999 ask by half-split; this is its form for graded belief). What an answer says goes
//! through the engine's guess and slip; what it means for other skills goes through the
//! prerequisite graph (`scope`, `cliques`).
//!
//! Pure: who keeps the answers can make the same check again at any time by giving them again.

use serde::{Deserialize, Serialize};

use crate::ability::{Ability, AbilityPrior};
use crate::bkt::{Emission, to_odds};
use crate::day::SchoolDay;
use crate::params::ItemParams;
use crate::seed::mix;
use crate::select::SkillView;

mod cliques;
mod gain;
mod result;
mod scope;

use cliques::{CliqueTree, Tables, Weight};
use gain::{Gain, entropy, information};
use scope::Scope;

pub use result::{Answered, Placed, PlacementResult, Verdict};

/// When a check ends, and how closely knowledge follows the prerequisites. Not fitted yet.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlacementRules {
    /// P(known) at or over which a skill is placed out.
    pub known_at: f64,
    /// P(known) at or under which it needs practice.
    pub unknown_at: f64,
    /// No more questions than this.
    pub questions: u32,
    /// No question that is expected to settle less than this, in bits over all skills of interest.
    pub least_gain: f64,
    /// P(known) of a skill of which a prerequisite is not known, in 0.001..=0.5.
    pub leak: f64,
    /// P(unknown) at least, of a skill of which every prerequisite is known, in 0.001..=0.5.
    pub lapse: f64,
}

impl Default for PlacementRules {
    fn default() -> Self {
        Self {
            known_at: 0.9,
            unknown_at: 0.1,
            questions: 12,
            least_gain: 0.05,
            leak: 0.03,
            lapse: 0.1,
        }
    }
}

/// Everything that a check depends on but the answers.
#[derive(Clone, Copy, Debug)]
pub struct Check<'a> {
    /// The assigned ones are to be placed; what they need may be asked too. A skill practised
    /// before brings what practice found.
    pub skills: &'a [SkillView<'a>],
    pub ability: Ability,
    pub prior: AbilityPrior,
    pub rules: PlacementRules,
    pub today: SchoolDay,
    /// Breaks ties, alike on every machine.
    pub seed: u32,
}

/// What to ask next, and why.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    pub skill: usize,
    pub template: usize,
    /// P(right).
    pub predicted: f64,
    /// P(known) of the skill before the answer.
    pub p_known: f64,
    /// Skills of interest that are not decided yet.
    pub undecided: u32,
    /// Bits of doubt about the skills of interest that the answer is expected to remove...
    pub gain: f64,
    /// ...of which so many are about the skill itself (0 when it is not of interest)...
    pub of_itself: f64,
    /// ...and so many other skills are told of, by a twentieth of a bit or more each.
    pub tells_of: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    Ask(Question),
    Done(End),
}

/// Why a check is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// Every skill of interest is decided.
    Decided,
    QuestionsSpent,
    /// No question would tell enough.
    NothingToGain,
    /// No skill of interest, or none that can be asked about.
    NothingToAsk,
}

/// A check under way.
#[derive(Debug)]
pub struct Placement<'a> {
    check: Check<'a>,
    scope: Scope,
    tree: CliqueTree,
    /// P(answers of a skill | unknown, known), up to a factor.
    weights: Vec<Weight>,
    /// P(known) after all answers.
    known: Vec<f64>,
    /// The same, were the skill known that is thought of just now.
    if_known: Vec<f64>,
    ability: Ability,
    answers: Vec<Answered>,
    memory: Tables,
}

/// Skills of which a question is thought through at each step: the most doubtful ones.
const SHORTLIST: usize = 24;
/// What practice said of a skill counts as evidence up to this ratio of odds.
const PRACTICE_MAX: f64 = 200.0;

impl<'a> Placement<'a> {
    pub fn new(check: Check<'a>) -> Self {
        let PlacementRules { leak, lapse, .. } = check.rules;
        let fraction = |p: f64| p.clamp(0.001, 0.5);
        let mut scope = Scope::new(check.skills, fraction(leak), fraction(lapse));
        let tree = CliqueTree::new(&mut scope);
        let weights = scope.skills.iter().map(|&skill| {
            let view = &check.skills[skill];
            let odds = view.state.faded(&view.params, check.today).0;
            let ratio = odds / to_odds(view.params.prior);
            [1.0, ratio.clamp(1.0 / PRACTICE_MAX, PRACTICE_MAX)]
        });
        let mut placement = Self {
            check,
            weights: weights.collect(),
            known: vec![0.0; scope.skills.len()],
            if_known: vec![0.0; scope.skills.len()],
            ability: check.ability,
            answers: Vec::new(),
            memory: Tables::default(),
            scope,
            tree,
        };
        placement.infer();
        placement
    }

    /// The next question, or why there is none.
    pub fn step(&mut self) -> Step {
        let rules = self.check.rules;
        if self.of_interest().next().is_none() {
            return Step::Done(End::NothingToAsk);
        }
        if self.undecided() == 0 {
            return Step::Done(End::Decided);
        }
        if self.answers.len() as u32 >= rules.questions {
            return Step::Done(End::QuestionsSpent);
        }
        match self.best_question() {
            None => Step::Done(End::NothingToAsk),
            Some(question) if question.gain < rules.least_gain => Step::Done(End::NothingToGain),
            Some(question) => Step::Ask(question),
        }
    }

    /// Takes an answer to any question, asked by [`Self::step`] or not. One about a skill outside
    /// the check, or a template that is not there, changes nothing.
    pub fn answer(&mut self, skill: usize, template: usize, correct: bool) {
        let Some(local) = self.scope.skills.iter().position(|&s| s == skill) else {
            return;
        };
        let view = &self.check.skills[skill];
        let Some(item) = view.templates.get(template) else {
            return;
        };
        let question = self.question(local, template);
        let emission = self.emission(local, template);
        let known = self.known[local];
        let (guess, right) = view.params.rise(emission, item);
        let rise = known * right + (1.0 - known) * guess;
        self.weights[local][1] *= emission.likelihood_ratio(correct);
        self.ability
            .observe(&self.check.prior, correct, question.predicted, rise);
        self.infer();
        self.answers.push(Answered {
            question,
            correct,
            after: self.known[local],
        });
    }

    /// As it stands now; a check may be broken off at any time.
    pub fn result(&self) -> PlacementResult {
        let placed = self.scope.skills.iter().enumerate().map(|(local, &skill)| {
            let asked = self.answers.iter().filter(|a| a.question.skill == skill);
            Placed {
                skill,
                p_known: self.known[local],
                verdict: self.verdict(local),
                asked: asked.count() as u32,
            }
        });
        PlacementResult {
            skills: placed.collect(),
            answers: self.answers.clone(),
            ability: self.ability,
            left_out: self.tree.left_out,
        }
    }

    fn infer(&mut self) {
        self.tree
            .marginals(&self.weights, &mut self.memory, &mut self.known);
    }

    fn of_interest(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.known.len()).filter(|&s| self.scope.of_interest[s])
    }

    fn verdict(&self, local: usize) -> Verdict {
        let p = self.known[local];
        if p >= self.check.rules.known_at {
            Verdict::PlacedOut
        } else if p <= self.check.rules.unknown_at {
            Verdict::NeedsPractice
        } else {
            Verdict::Undecided
        }
    }

    fn undecided(&self) -> u32 {
        let open = |&s: &usize| self.verdict(s) == Verdict::Undecided;
        self.of_interest().filter(open).count() as u32
    }

    fn emission(&self, local: usize, template: usize) -> Emission {
        let view = &self.check.skills[self.scope.skills[local]];
        view.params
            .emission(self.ability.mean, &view.templates[template])
    }

    /// The question that tells most.
    fn best_question(&mut self) -> Option<Question> {
        let templates = |s: usize| self.check.skills[self.scope.skills[s]].templates;
        let mut shortlist: Vec<usize> = (0..self.known.len())
            .filter(|&s| !templates(s).is_empty())
            .collect();
        let doubt = |s: usize| entropy(self.known[s]);
        shortlist.sort_by(|&a, &b| {
            let by_doubt = doubt(b).total_cmp(&doubt(a));
            by_doubt.then_with(|| self.lot(a, 0).cmp(&self.lot(b, 0)))
        });
        shortlist.truncate(SHORTLIST);
        let mut best: Option<Question> = None;
        for local in shortlist {
            let Some(template) = self.sharpest(local) else {
                continue;
            };
            let question = self.question(local, template);
            if best.is_none_or(|best| question.gain > best.gain) {
                best = Some(question);
            }
        }
        best
    }

    /// What to expect of a question now.
    fn question(&mut self, local: usize, template: usize) -> Question {
        let kept = std::mem::replace(&mut self.weights[local], [0.0, 1.0]);
        self.tree
            .marginals(&self.weights, &mut self.memory, &mut self.if_known);
        self.weights[local] = kept;
        let emission = self.emission(local, template);
        let of_interest = &self.scope.of_interest;
        let gain = Gain::of(local, emission, &self.known, &self.if_known, of_interest);
        let p_known = self.known[local];
        Question {
            skill: self.scope.skills[local],
            template,
            predicted: p_known * (1.0 - emission.slip) + (1.0 - p_known) * emission.guess,
            p_known,
            undecided: self.undecided(),
            gain: gain.total,
            of_itself: gain.of_itself,
            tells_of: gain.tells_of,
        }
    }

    /// The template of a skill whose answer says most of it; one asked before only when all were.
    fn sharpest(&self, local: usize) -> Option<usize> {
        let skill = self.scope.skills[local];
        let templates: &[ItemParams] = self.check.skills[skill].templates;
        let times = |template: usize| {
            let asked = self.answers.iter().map(|a| &a.question);
            asked
                .filter(|q| q.skill == skill && q.template == template)
                .count()
        };
        let says = |t: usize| information(self.known[local], self.emission(local, t));
        (0..templates.len()).min_by(|&a, &b| {
            let by_use = times(a).cmp(&times(b));
            by_use
                .then_with(|| says(b).total_cmp(&says(a)))
                .then_with(|| self.lot(local, a).cmp(&self.lot(local, b)))
        })
    }

    fn lot(&self, local: usize, template: usize) -> u64 {
        let skill = self.scope.skills[local] as u64;
        mix(u64::from(self.check.seed) ^ mix((skill << 32) | template as u64))
    }
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
