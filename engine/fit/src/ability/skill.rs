//! One skill under way: EM for its parameters, Newton for its items.

use engine::SkillParams;

use super::expect::{Counts, View, expect};
use super::maximise::{Forgetting, log_prior, maximise};
use super::options::Priors;
use super::skill_data::SkillData;

/// A Newton step of a difficulty is cut to this, in logits.
const ITEM_STEP_MAX: f64 = 0.7;

/// One skill under way.
#[derive(Debug)]
pub(crate) struct Skill {
    pub data: SkillData,
    pub params: SkillParams,
    pub difficulties: Vec<f64>,
    /// Variance of each difficulty.
    pub doubts: Vec<f64>,
    pub abilities: Vec<f64>,
    /// The last point known to be an ascent, and its height.
    pub kept: (SkillParams, Vec<f64>),
    pub climbed: f64,
}

impl Skill {
    pub fn view<'a>(&'a self, weights: Option<&'a [f64]>) -> View<'a> {
        View {
            data: &self.data,
            params: &self.params,
            difficulties: &self.difficulties,
            abilities: &self.abilities,
            weights,
        }
    }

    /// One EM step, from a point that is at least as likely as the last. Newton steps of lines and
    /// items may overshoot where responses are few: then it goes half-way back instead.
    pub fn climb(&mut self, priors: &Priors, forgetting: Forgetting, spread: f64) {
        let counts = expect(&self.view(None));
        let squares: f64 = self.difficulties.iter().map(|d| d * d).sum();
        let height = counts.log_likelihood + log_prior(&self.params, priors, forgetting)
            - 0.5 * squares / spread;
        if height < self.climbed - 1e-9 * self.climbed.abs() {
            self.params = midpoint(&self.params, &self.kept.0);
            for (difficulty, kept) in self.difficulties.iter_mut().zip(&self.kept.1) {
                *difficulty = f64::midpoint(*difficulty, *kept);
            }
            return;
        }
        self.climbed = height;
        self.kept.0 = self.params;
        self.kept.1.clone_from(&self.difficulties);
        self.params = maximise(&self.params, &counts, priors, forgetting);
        self.step_items(&counts, spread);
    }

    /// A Newton step of every item under the normal prior of its skill's items. A skill of one
    /// item needs none: its difficulty is the skill's.
    fn step_items(&mut self, counts: &Counts, spread: f64) {
        if self.difficulties.len() < 2 {
            return;
        }
        let precision = 1.0 / spread;
        for (n, &(gradient, information)) in counts.items.iter().enumerate() {
            let doubt = 1.0 / (information + precision);
            let step = (gradient - self.difficulties[n] * precision) * doubt;
            self.difficulties[n] += step.clamp(-ITEM_STEP_MAX, ITEM_STEP_MAX);
            self.doubts[n] = doubt;
        }
    }
}

fn midpoint(a: &SkillParams, b: &SkillParams) -> SkillParams {
    SkillParams {
        prior: f64::midpoint(a.prior, b.prior),
        learn: f64::midpoint(a.learn, b.learn),
        guess: f64::midpoint(a.guess, b.guess),
        slip: f64::midpoint(a.slip, b.slip),
        forget: f64::midpoint(a.forget, b.forget),
        forget_daily: f64::midpoint(a.forget_daily, b.forget_daily),
        guess_slope: f64::midpoint(a.guess_slope, b.guess_slope),
        slip_slope: f64::midpoint(a.slip_slope, b.slip_slope),
    }
}
