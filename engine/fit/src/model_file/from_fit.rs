//! From a fit to the file that says so.

use super::file::{AbilityModel, FORMAT, ForgetPer, ItemModel, ModelFile, ModelKind, SkillModel};
use super::fitted::Fitted;
use crate::ability::AbilityFit;
use crate::{BktFit, Dataset, Fallback};

/// Below this a skill's parameters are the priors' more than its own.
const FEW: usize = 2;

/// What an unbounded fit may come to.
const INVERTED: &str = "Without priors the likeliest parameters are inverted: a right answer would \
    lower this estimate. Fit with priors before use.";

impl ModelFile {
    /// `fitted` with what only the caller knows: files, options, seconds. Counts and likelihood
    /// are filled in here.
    pub fn of_bkt(data: &Dataset, fit: &BktFit, forget: bool, fitted: Fitted) -> Self {
        let skills = data
            .skills
            .iter()
            .zip(&fit.skills)
            .map(|(code, skill)| SkillModel {
                code: code.clone(),
                prior: skill.params.prior,
                learn: skill.params.learn,
                guess: skill.params.guess,
                slip: skill.params.slip,
                forget: skill.params.forget,
                forget_daily: 0.0,
                guess_slope: 0.0,
                slip_slope: 0.0,
                responses: skill.responses,
                students: skill.students,
                log_likelihood: skill.log_likelihood,
                fallback: if skill.params.is_inverted() {
                    Some(INVERTED.to_owned())
                } else {
                    skill.fallback.map(|why| said(why).to_owned())
                },
                draws: Vec::new(),
            });
        Self {
            format: FORMAT.to_owned(),
            model: ModelKind::Bkt,
            forget_per: forget.then_some(ForgetPer::Opportunity),
            ability: None,
            skills: skills.collect(),
            items: Vec::new(),
            fitted: counted(data, fit.log_likelihood, fitted),
        }
    }

    pub fn of_ability(data: &Dataset, fit: &AbilityFit, forget: bool, fitted: Fitted) -> Self {
        let skills = data.skills.iter().zip(&fit.skills).map(|(code, skill)| {
            let params = skill.params;
            SkillModel {
                code: code.clone(),
                prior: params.prior,
                learn: params.learn,
                guess: params.guess,
                slip: params.slip,
                forget: params.forget,
                forget_daily: params.forget_daily,
                guess_slope: params.guess_slope,
                slip_slope: params.slip_slope,
                responses: skill.responses,
                students: skill.students,
                log_likelihood: skill.log_likelihood,
                fallback: (skill.responses < FEW).then(|| match skill.responses {
                    0 => "No response: the priors' means stand in.".to_owned(),
                    _ => "One response only: the priors decide.".to_owned(),
                }),
                draws: skill.draws.iter().map(|draw| flat(draw).to_vec()).collect(),
            }
        });
        let items = fit.items.iter().map(|item| ItemModel {
            item: data.items[item.item as usize].clone(),
            skill: data.skills[item.skill as usize].clone(),
            difficulty: item.difficulty,
            responses: item.responses,
        });
        Self {
            format: FORMAT.to_owned(),
            model: ModelKind::Ability,
            forget_per: forget.then_some(if fit.daily {
                ForgetPer::Day
            } else {
                ForgetPer::Opportunity
            }),
            ability: Some(AbilityModel {
                variance: fit.ability.variance,
                drift: fit.ability.drift,
            }),
            skills: skills.collect(),
            items: items.collect(),
            fitted: counted(data, fit.log_likelihood, fitted),
        }
    }
}

fn said(why: Fallback) -> &'static str {
    match why {
        Fallback::NoData => "No response: the priors' means stand in.",
        Fallback::OneClass => {
            "All answers are alike: of the many parameters that explain them perfectly, one set."
        }
        Fallback::NoRepeats => {
            "No student answered twice: learning and forgetting are the priors' means."
        }
    }
}

fn counted(data: &Dataset, log_likelihood: f64, fitted: Fitted) -> Fitted {
    Fitted {
        responses: data.responses.len(),
        students: data.by_student().count(),
        skills: data.skills.len(),
        log_likelihood,
        ..fitted
    }
}

fn flat(params: &engine::SkillParams) -> [f64; 8] {
    [
        params.prior,
        params.learn,
        params.guess,
        params.slip,
        params.forget,
        params.forget_daily,
        params.guess_slope,
        params.slip_slope,
    ]
}
