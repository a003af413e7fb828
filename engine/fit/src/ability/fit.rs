//! EM for the skills, Newton for the items, and passes over the students in between.

use std::collections::HashMap;

use engine::{AbilityPrior, SkillParams};
use rayon::prelude::*;

use super::draws::{Refit, bootstrap};
use super::maximise::Forgetting;
use super::online::{Foreseen, Model, pass};
use super::options::{AbilityOptions, INNER, Priors};
use super::skill::Skill;
use super::skill_data::SkillData;
use super::tune::{foreseen, tune};
use crate::Dataset;

/// A fitted `AbilityBkt`.
#[derive(Clone, Debug)]
pub struct AbilityFit {
    pub ability: AbilityPrior,
    /// In the order of the data set's skills.
    pub skills: Vec<FittedSkill>,
    pub items: Vec<FittedItem>,
    /// Of the answers fitted, each predicted before it is seen, in nats.
    pub log_likelihood: f64,
    /// Passes made.
    pub passes: usize,
    /// Whether forgetting is per day; else it is per opportunity, or 0.
    pub daily: bool,
}

#[derive(Clone, Debug)]
pub struct FittedSkill {
    pub params: SkillParams,
    pub responses: usize,
    pub students: usize,
    /// Nats of its responses, as predicted.
    pub log_likelihood: f64,
    /// Parameters that the data could as well have led to; see [`super::draws`].
    pub draws: Vec<SkillParams>,
}

/// An item under a skill. One met under two skills stands here twice.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedItem {
    pub skill: u32,
    pub item: u32,
    /// In logits, 0 for the skill's typical item; shrunk towards 0 the more, the rarer the item.
    pub difficulty: f64,
    pub responses: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum AbilityFitError {
    #[error("there are no responses to fit")]
    Empty,
    #[error(
        "the estimate of skill {skill:?} became {value}: the data must hold something that reading it should have refused; please report it"
    )]
    NotFinite { skill: String, value: f64 },
    #[error("the threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Within this of the pass before, in nats a response, a fit has settled.
const SETTLED: f64 = 2e-6;
/// Items' difficulties spread by this at first; then by what the data says.
const SPREAD: f64 = 0.7;
const SPREAD_MIN: f64 = 0.05;

/// Fits skills, items and the spread of abilities. Deterministic, whatever the number of threads.
/// `progress` is told of every pass done and of how many there may be.
pub fn fit_ability(
    data: &Dataset,
    options: &AbilityOptions,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<AbilityFit, AbilityFitError> {
    if data.responses.is_empty() {
        return Err(AbilityFitError::Empty);
    }
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = options.threads {
        pool = pool.num_threads(threads);
    }
    pool.build()?
        .install(|| Fitting::new(data, options).run(progress))
}

struct Fitting<'a> {
    data: &'a Dataset,
    options: &'a AbilityOptions,
    priors: Priors,
    forgetting: Forgetting,
    skills: Vec<Skill>,
    prior: AbilityPrior,
    /// Variance of difficulties within a skill.
    spread: f64,
    foreseen: Vec<Foreseen>,
}

/// Where every skill starts: the prior means.
pub(crate) fn start(forgetting: Forgetting) -> SkillParams {
    SkillParams {
        prior: 0.4,
        learn: 0.15,
        guess: 0.25,
        slip: 0.12,
        forget: if forgetting == Forgetting::PerOpportunity {
            0.02
        } else {
            0.0
        },
        forget_daily: if forgetting == Forgetting::PerDay {
            0.004
        } else {
            0.0
        },
        guess_slope: 1.3,
        slip_slope: 1.3,
    }
}

impl<'a> Fitting<'a> {
    fn new(data: &'a Dataset, options: &'a AbilityOptions) -> Self {
        let forgetting = forgetting_of(data, options);
        let skills = SkillData::split(data).into_iter().map(|of| Skill {
            params: start(forgetting),
            difficulties: vec![0.0; of.items.len()],
            doubts: vec![0.0; of.items.len()],
            abilities: vec![0.0; of.rows.len()],
            kept: (start(forgetting), vec![0.0; of.items.len()]),
            climbed: f64::NEG_INFINITY,
            data: of,
        });
        Self {
            data,
            options,
            priors: Priors::of(options),
            forgetting,
            skills: skills.collect(),
            prior: options.ability.unwrap_or(AbilityPrior {
                variance: 0.7,
                drift: 0.005,
            }),
            spread: SPREAD * SPREAD,
            foreseen: vec![Foreseen::default(); data.responses.len()],
        }
    }

    fn run(
        mut self,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<AbilityFit, AbilityFitError> {
        let mut before = f64::NEG_INFINITY;
        let mut passes = 0;
        // the spread of abilities is looked for twice: once skills have taken shape, and once more
        let looks = [self.options.passes / 3, 2 * self.options.passes / 3];
        while passes < self.options.passes {
            let look = self.options.ability.is_none() && looks.contains(&passes);
            let found = self.walk(look);
            if passes > looks[1] && found - before < SETTLED * self.data.responses.len() as f64 {
                break;
            }
            before = found;
            self.climb();
            passes += 1;
            progress(passes, self.options.passes);
        }
        self.walk(false);
        self.finish(passes)
    }

    /// Every student answers once more under the parameters of now.
    fn walk(&mut self, look: bool) -> f64 {
        let params: Vec<SkillParams> = self.skills.iter().map(|skill| skill.params).collect();
        let mut difficulties = vec![0.0; self.data.responses.len()];
        for skill in &self.skills {
            for row in &skill.data.rows {
                difficulties[row.at as usize] = skill.difficulties[row.item as usize];
            }
        }
        let mut model = Model {
            skills: &params,
            difficulties: &difficulties,
            prior: self.prior,
        };
        if look {
            model.prior = tune(self.data, &model);
            self.prior = model.prior;
        }
        pass(self.data, &model, &mut self.foreseen);
        let foreseen = &self.foreseen;
        self.skills.par_iter_mut().for_each(|skill| {
            for (ability, row) in skill.abilities.iter_mut().zip(&skill.data.rows) {
                *ability = foreseen[row.at as usize].ability;
            }
            skill.climbed = f64::NEG_INFINITY;
        });
        self::foreseen(self.data, foreseen)
    }

    /// EM steps of every skill, with abilities held fixed.
    fn climb(&mut self) {
        let (priors, forgetting, spread) = (&self.priors, self.forgetting, self.spread);
        self.skills.par_iter_mut().for_each(|skill| {
            for _ in 0..INNER {
                skill.climb(priors, forgetting, spread);
            }
        });
        self.spread_items();
    }

    /// Empirical Bayes: the variance of difficulties that their estimates and doubts speak for.
    fn spread_items(&mut self) {
        let all = self
            .skills
            .iter()
            .filter(|skill| skill.difficulties.len() > 1);
        let (mut sum, mut items) = (0.0, 0.0);
        for skill in all {
            for (difficulty, doubt) in skill.difficulties.iter().zip(&skill.doubts) {
                sum += difficulty * difficulty + doubt;
                items += 1.0;
            }
        }
        if items > 0.0 {
            self.spread = (sum / items).max(SPREAD_MIN * SPREAD_MIN);
        }
    }

    /// Each skill draws from a stream of its own, so that the order of work changes nothing.
    fn draws(&self, code: usize) -> Vec<SkillParams> {
        let skill = &self.skills[code];
        bootstrap(
            &skill.view(None),
            &Refit {
                priors: &self.priors,
                forgetting: self.forgetting,
                students: self.data.students.len(),
            },
            self.options.draws,
            self.options.seed ^ ((code as u64 + 1) << 32),
        )
    }

    fn finish(self, passes: usize) -> Result<AbilityFit, AbilityFitError> {
        let mut of_skill = vec![0.0; self.skills.len()];
        for (response, foreseen) in self.data.responses.iter().zip(&self.foreseen) {
            let p = if response.correct {
                foreseen.predicted
            } else {
                1.0 - foreseen.predicted
            };
            of_skill[response.skill as usize] += p.max(1e-15).ln();
        }
        let mut items = Vec::new();
        let mut skills = Vec::with_capacity(self.skills.len());
        let codes = 0..self.skills.len();
        let draws: Vec<Vec<SkillParams>> =
            codes.into_par_iter().map(|code| self.draws(code)).collect();
        for ((code, skill), draws) in self.skills.iter().enumerate().zip(draws) {
            let name = || self.data.skills[code].clone();
            let params = skill
                .params
                .checked()
                .map_err(|_| AbilityFitError::NotFinite {
                    skill: name(),
                    value: skill.params.guess,
                })?;
            let mut responses = vec![0; skill.difficulties.len()];
            for row in &skill.data.rows {
                responses[row.item as usize] += 1;
            }
            let of = skill
                .data
                .items
                .iter()
                .zip(&skill.difficulties)
                .zip(responses);
            items.extend(of.filter_map(|((item, &difficulty), responses)| {
                item.map(|item| FittedItem {
                    skill: code as u32,
                    item,
                    difficulty,
                    responses,
                })
            }));
            skills.push(FittedSkill {
                params,
                responses: skill.data.rows.len(),
                students: skill.data.owners.len(),
                log_likelihood: of_skill[code],
                draws,
            });
        }
        Ok(AbilityFit {
            ability: self.prior,
            skills,
            items,
            log_likelihood: foreseen(self.data, &self.foreseen),
            passes,
            daily: self.forgetting == Forgetting::PerDay,
        })
    }
}

pub(crate) fn forgetting_of(data: &Dataset, options: &AbilityOptions) -> Forgetting {
    if !options.forget {
        Forgetting::None
    } else if data.responses.iter().any(|response| response.day.is_some()) {
        Forgetting::PerDay
    } else {
        Forgetting::PerOpportunity
    }
}

/// Difficulties by skill and item.
#[derive(Debug)]
pub(crate) struct Difficulties(HashMap<(u32, u32), f64>);

impl Difficulties {
    /// 0, the skill's typical item, for one that was not met.
    pub fn of(&self, skill: u32, item: Option<u32>) -> f64 {
        let found = item.and_then(|item| self.0.get(&(skill, item)));
        found.copied().unwrap_or(0.0)
    }
}

impl AbilityFit {
    /// In the order of the data set's skills.
    pub fn params(&self) -> Vec<SkillParams> {
        self.skills.iter().map(|skill| skill.params).collect()
    }

    pub(crate) fn difficulties(&self) -> Difficulties {
        let of = self.items.iter();
        Difficulties(
            of.map(|item| ((item.skill, item.item), item.difficulty))
                .collect(),
        )
    }
}
