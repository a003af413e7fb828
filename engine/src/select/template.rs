//! Which item of a skill: inside the zone, near the target, and rested.

use super::{Reason, Selection};
use crate::seed::mix;

/// No rest is longer than this, whatever the setting.
const REST_MAX: usize = 16;

impl Selection<'_> {
    /// The template that this skill would be asked with today, and P(right) of it. `None` when the
    /// skill has none.
    pub fn best_template(&self, skill: usize) -> Option<(usize, f64)> {
        self.nearest(skill, self.zone.target)
    }

    /// Who is stuck or was sent back gets the easy end of the zone.
    pub(super) fn template_for(&self, skill: usize, reason: Reason) -> Option<(usize, f64)> {
        let stuck = || self.skills[skill].state.is_stuck(&self.rule);
        let easier = match reason {
            Reason::TryEasier | Reason::StepBack { .. } => true,
            Reason::Pinned => stuck(),
            _ => false,
        };
        self.nearest(
            skill,
            if easier {
                self.zone.high
            } else {
                self.zone.target
            },
        )
    }

    /// The rested template nearest the zone; inside it, nearest the target; then by lot.
    fn nearest(&self, skill: usize, target: f64) -> Option<(usize, f64)> {
        let templates = self.skills.get(skill)?.templates;
        let resting = self.resting(skill, templates.len());
        let mut best: Option<(usize, f64)> = None;
        let mut best_rank = (0.0, 0.0, 0);
        for template in 0..templates.len() {
            if resting.contains(&template) {
                continue;
            }
            let predicted = self.predict(skill, template);
            let outside = (self.zone.low - predicted)
                .max(predicted - self.zone.high)
                .max(0.0);
            let rank = (
                outside,
                (predicted - target).abs(),
                self.lot(skill, template),
            );
            if best.is_none() || rank < best_rank {
                best = Some((template, predicted));
                best_rank = rank;
            }
        }
        best
    }

    pub(super) fn predict(&self, skill: usize, template: usize) -> f64 {
        let view = &self.skills[skill];
        let item = &view.templates[template];
        view.state
            .predict(&view.params, &self.ability, item, self.today)
    }

    /// The templates of the skill's last items. At most half of its templates rest, so that the
    /// zone still has a choice; the one given last does, unless it is the only one.
    fn resting(&self, skill: usize, templates: usize) -> [usize; REST_MAX] {
        let mut resting = [usize::MAX; REST_MAX];
        let rest = self.rest.max(1).min(templates / 2).min(REST_MAX);
        let of_skill = self.recent.iter().rev().filter(|r| r.skill == skill);
        for (slot, given) in resting.iter_mut().zip(of_skill.take(rest)) {
            *slot = given.template;
        }
        resting
    }

    /// A number that seems random, from the seed alone.
    pub(super) fn lot(&self, skill: usize, template: usize) -> u64 {
        mix(u64::from(self.seed) ^ mix(((skill as u64) << 32) | template as u64))
    }
}
