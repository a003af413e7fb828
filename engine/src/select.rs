//! What to practise next, and why.

use serde::{Deserialize, Serialize};

use crate::day::SchoolDay;
use crate::mastery::MasteryRule;
use crate::params::{Difficulty, SkillParams, emission_for};
use crate::review::REVIEW_BELOW;
use crate::seed::mix;
use crate::state::SkillState;

/// Predicted success that makes practice worthwhile: under `low` it frustrates, over `high` it
/// teaches little. `target` is aimed at (Wilson et al. 2019 argue for some 85 % in a model of
/// gradient learners; no classroom evidence, hence a setting).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Zone {
    pub low: f64,
    pub target: f64,
    pub high: f64,
}

impl Default for Zone {
    fn default() -> Self {
        Self {
            low: 0.65,
            target: 0.75,
            high: 0.85,
        }
    }
}

/// One skill, as selection sees it. Skills are named by their place in the slice.
#[derive(Clone, Copy, Debug)]
pub struct SkillView<'a> {
    pub params: SkillParams,
    pub state: SkillState,
    pub prerequisites: &'a [usize],
    /// Place in the assigned pathways, in the order to be practised; `None` when not assigned.
    pub assigned: Option<u32>,
    pub templates: &'a [TemplateView],
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TemplateView {
    pub difficulty: Difficulty,
    /// 1/k for k choices, 0 for an open answer.
    pub chance: f64,
}

/// An item given before; the newest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recent {
    pub skill: usize,
    pub template: usize,
    pub review: bool,
}

/// Everything that a choice depends on.
#[derive(Clone, Copy, Debug)]
pub struct Selection<'a> {
    pub skills: &'a [SkillView<'a>],
    pub recent: &'a [Recent],
    pub rule: MasteryRule,
    pub zone: Zone,
    pub today: SchoolDay,
    /// Breaks ties, alike on every machine.
    pub seed: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Pick {
    pub skill: usize,
    pub template: usize,
    /// P(right) of this item for this student today.
    pub predicted: f64,
    pub reason: Reason,
    /// The other assigned skills, and why not they.
    pub runners_up: Vec<RunnerUp>,
}

/// Why this skill.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum Reason {
    /// The first skill of the pathway that is not mastered and whose prerequisites are met.
    NextOnPathway,
    /// The same skill as the item before, not yet mastered.
    KeepGoing,
    /// Another open skill after several items of one: mixed practice lasts longer.
    MixItUp { instead_of: usize },
    /// Mastered, and fading: `recall` is predicted after `days`.
    Review { days: u32, recall: f64 },
    /// A prerequisite of a skill that practice alone did not move.
    StepBack { from: usize },
    /// Stuck, and no prerequisite is weaker: an easier question, and the teacher is told.
    TryEasier,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunnerUp {
    pub skill: usize,
    pub why_not: WhyNot,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum WhyNot {
    Mastered,
    /// Needs this skill first.
    NeedsFirst {
        prerequisite: usize,
    },
    LaterOnPathway,
    Stuck,
    /// No template to ask with.
    NoContent,
}

/// There is nothing to pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finished {
    #[error("nothing is assigned")]
    NothingAssigned,
    #[error("every assigned skill is mastered and none is due for review")]
    AllMastered,
    #[error("no assigned skill has a template")]
    NoContent,
}

/// Items of one skill in a row before another open one is mixed in.
const BLOCK: usize = 4;
/// Items between two reviews.
const REVIEW_GAP: usize = 3;
/// A prerequisite outside the pathway is taken as met unless evidence says otherwise.
const DOUBT_BELOW: f64 = 0.5;

/// Picks the next skill and template. Pure: the same selection gives the same pick.
///
/// Order: a due review, at most every fourth item; a stuck skill's weakest prerequisite; the skill
/// at hand, in blocks; the pathway's next open skill; what blocks the first one that is not open.
pub fn select(ctx: &Selection<'_>) -> Result<Pick, Finished> {
    let (skill, reason) = ctx.choose_skill()?;
    let (template, predicted) = ctx
        .choose_template(skill, reason)
        .ok_or(Finished::NoContent)?;
    Ok(Pick {
        skill,
        template,
        predicted,
        reason,
        runners_up: ctx.runners_up(skill),
    })
}

impl Selection<'_> {
    fn choose_skill(&self) -> Result<(usize, Reason), Finished> {
        let mut order: Vec<usize> = (0..self.skills.len())
            .filter(|&s| self.skills[s].assigned.is_some())
            .collect();
        if order.is_empty() {
            return Err(Finished::NothingAssigned);
        }
        order.retain(|&s| !self.skills[s].templates.is_empty());
        if order.is_empty() {
            return Err(Finished::NoContent);
        }
        order.sort_by_key(|&s| (self.skills[s].assigned, s));

        if let Some(review) = self.due_review(&order) {
            return Ok(review);
        }
        let open = |s: usize| !self.mastered(s) && !self.stuck(s) && self.missing(s).is_none();
        let last = self.recent.last().map(|r| r.skill);
        // A step back goes on until the prerequisite is mastered or stuck itself.
        if let Some(stuck) = order.iter().copied().find(|&s| self.stuck(s))
            && let Some(back) = self.weakest_prerequisite(stuck)
        {
            return Ok((back, Reason::StepBack { from: stuck }));
        }
        let mut frontier = order.iter().copied().filter(|&s| open(s));
        if let Some(current) = last.filter(|&s| self.skills[s].assigned.is_some() && open(s)) {
            if self.block_length(current) < BLOCK {
                return Ok((current, Reason::KeepGoing));
            }
            let other = frontier.find(|&s| s != current);
            return Ok(other.map_or((current, Reason::KeepGoing), |s| {
                (
                    s,
                    Reason::MixItUp {
                        instead_of: current,
                    },
                )
            }));
        }
        if let Some(next) = frontier.next() {
            return Ok((next, Reason::NextOnPathway));
        }
        let blocked = order.into_iter().find(|&s| !self.mastered(s));
        let blocked = blocked.ok_or(Finished::AllMastered)?;
        Ok(
            match self
                .missing(blocked)
                .filter(|&p| !self.skills[p].templates.is_empty())
            {
                Some(doubted) => (doubted, Reason::StepBack { from: blocked }),
                None => (blocked, Reason::TryEasier),
            },
        )
    }

    /// The assigned, mastered skill that has faded most, unless one was reviewed just now.
    fn due_review(&self, order: &[usize]) -> Option<(usize, Reason)> {
        if self.recent.iter().rev().take(REVIEW_GAP).any(|r| r.review) {
            return None;
        }
        order
            .iter()
            .copied()
            .filter(|&s| self.mastered(s))
            .map(|s| (s, self.skills[s].state.recall_on(self.today)))
            .filter(|&(_, recall)| recall < REVIEW_BELOW)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(s, recall)| {
                let last = self.skills[s].state.last_day;
                let days = last.map_or(0, |day| self.today.days_since(day));
                (s, Reason::Review { days, recall })
            })
    }

    fn weakest_prerequisite(&self, skill: usize) -> Option<usize> {
        let askable = |&p: &usize| {
            !self.skills[p].templates.is_empty() && !self.mastered(p) && !self.stuck(p)
        };
        let p_known = |p: usize| self.skills[p].state.p_known();
        self.skills[skill]
            .prerequisites
            .iter()
            .copied()
            .filter(askable)
            .min_by(|&a, &b| p_known(a).total_cmp(&p_known(b)))
    }

    /// The first prerequisite that is not met. One in the pathway must be mastered; one outside
    /// it is the teacher's judgement, doubted only on evidence.
    fn missing(&self, skill: usize) -> Option<usize> {
        self.skills[skill].prerequisites.iter().copied().find(|&p| {
            let view = &self.skills[p];
            if view.assigned.is_some() {
                !self.mastered(p) && !self.stuck(p)
            } else {
                view.state.evidence >= crate::MIN_EVIDENCE && view.state.p_known() < DOUBT_BELOW
            }
        })
    }

    fn mastered(&self, skill: usize) -> bool {
        self.rule.level(&self.skills[skill].state).is_mastered()
    }

    fn stuck(&self, skill: usize) -> bool {
        self.skills[skill].state.is_stuck(&self.rule)
    }

    fn block_length(&self, skill: usize) -> usize {
        self.recent
            .iter()
            .rev()
            .filter(|r| !r.review)
            .take_while(|r| r.skill == skill)
            .count()
    }

    /// The template whose predicted success lies nearest the target, the one given last left out.
    fn choose_template(&self, skill: usize, reason: Reason) -> Option<(usize, f64)> {
        let view = &self.skills[skill];
        let last = self
            .recent
            .iter()
            .rev()
            .find(|r| r.skill == skill)
            .map(|r| r.template);
        let target = match reason {
            Reason::TryEasier | Reason::StepBack { .. } => self.zone.high,
            _ => self.zone.target,
        };
        let distance = |predicted: f64| {
            let outside = (self.zone.low - predicted)
                .max(predicted - self.zone.high)
                .max(0.0);
            // anything inside the zone beats everything outside it
            (predicted - target).abs() + 10.0 * outside
        };
        let rested = |t: &usize| view.templates.len() == 1 || Some(*t) != last;
        (0..view.templates.len())
            .filter(rested)
            .map(|t| {
                let TemplateView { difficulty, chance } = view.templates[t];
                let emission = emission_for(&view.params, difficulty, chance);
                (t, view.state.predict(&view.params, emission, self.today))
            })
            .min_by(|a, b| {
                let by_distance = distance(a.1).total_cmp(&distance(b.1));
                by_distance.then_with(|| self.lot(skill, a.0).cmp(&self.lot(skill, b.0)))
            })
    }

    fn lot(&self, skill: usize, template: usize) -> u64 {
        mix(u64::from(self.seed) ^ ((skill as u64) << 40) ^ ((template as u64) << 32))
    }

    fn runners_up(&self, picked: usize) -> Vec<RunnerUp> {
        let mut others: Vec<usize> = (0..self.skills.len())
            .filter(|&s| s != picked && self.skills[s].assigned.is_some())
            .collect();
        others.sort_by_key(|&s| (self.skills[s].assigned, s));
        let why_not = |s: usize| {
            if self.skills[s].templates.is_empty() {
                WhyNot::NoContent
            } else if self.mastered(s) {
                WhyNot::Mastered
            } else if self.stuck(s) {
                WhyNot::Stuck
            } else if let Some(prerequisite) = self.missing(s) {
                WhyNot::NeedsFirst { prerequisite }
            } else {
                WhyNot::LaterOnPathway
            }
        };
        others
            .into_iter()
            .map(|skill| RunnerUp {
                skill,
                why_not: why_not(skill),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
