//! The pass that a student's device makes: predict, then learn, answer after answer.

use engine::{Ability, AbilityPrior, Emission, ItemParams, SkillParams, bkt};
use rayon::prelude::*;

use super::fit::AbilityFit;
use super::skill_data::days_between;
use crate::{Dataset, Response};

/// The parameters that a pass runs with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model<'a> {
    pub skills: &'a [SkillParams],
    /// For each response its item's difficulty.
    pub difficulties: &'a [f64],
    pub prior: AbilityPrior,
}

/// What a pass says of one response before it is seen.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Foreseen {
    pub ability: f64,
    pub predicted: f64,
}

/// Runs over every student, in parallel. `out` is in the order of the responses.
pub(crate) fn pass(data: &Dataset, model: &Model<'_>, out: &mut [Foreseen]) {
    let mut students: Vec<(usize, &[Response], &mut [Foreseen])> = Vec::new();
    let mut rest = out;
    let mut start = 0;
    for responses in data.by_student() {
        let (mine, others) = rest.split_at_mut(responses.len());
        students.push((start, responses, mine));
        start += responses.len();
        rest = others;
    }
    students.par_iter_mut().with_min_len(64).for_each_init(
        Desk::default,
        |desk, (start, responses, out)| {
            desk.student(model, *start, responses, out);
        },
    );
}

/// The states of the student at hand, by skill.
#[derive(Debug, Default)]
struct Desk {
    skills: Vec<(u32, State)>,
}

#[derive(Clone, Copy, Debug)]
struct State {
    odds: f64,
    day: Option<i32>,
}

impl Desk {
    fn student(
        &mut self,
        model: &Model<'_>,
        start: usize,
        responses: &[Response],
        out: &mut [Foreseen],
    ) {
        self.skills.clear();
        let mut ability = Ability::new(&model.prior);
        for (n, (response, out)) in responses.iter().zip(out).enumerate() {
            let params = &model.skills[response.skill as usize];
            let state = self.state(response.skill, params);
            let days = days_between(state.day, response.day);
            let odds = bkt::fade(state.odds, params.forget_daily, days);
            let item = ItemParams {
                difficulty: model.difficulties[start + n],
                chance: response.chance,
            };
            let plain = params.emission(ability.mean, &item);
            let emission = helped(plain, response.help);
            out.ability = ability.mean;
            out.predicted = bkt::predict(odds, emission);
            let told = response.help >= 1.0;
            if !told {
                let (guess, right) = params.rise(plain, &item);
                let guess = guess + (right - guess) * response.help;
                let known = bkt::to_probability(odds);
                let rise = known * right + (1.0 - known) * guess;
                ability.observe(&model.prior, response.correct, out.predicted, rise);
            }
            let ratio = if told {
                1.0
            } else {
                emission.likelihood_ratio(response.correct)
            };
            let state = self.state(response.skill, params);
            state.odds = bkt::transition(bkt::observe(odds, ratio), params.learn, params.forget);
            state.day = response.day.or(state.day);
        }
    }

    fn state(&mut self, skill: u32, params: &SkillParams) -> &mut State {
        // the skill at hand is nearly always the last one met
        let found = self.skills.iter().rposition(|(code, _)| *code == skill);
        let place = found.unwrap_or_else(|| {
            let fresh = State {
                odds: bkt::to_odds(params.prior),
                day: None,
            };
            self.skills.push((skill, fresh));
            self.skills.len() - 1
        });
        &mut self.skills[place].1
    }
}

/// The guess with this share of the hint ladder seen; see `Emission::with_help`.
pub(crate) fn helped(emission: Emission, share: f64) -> Emission {
    Emission {
        guess: emission.guess + (1.0 - emission.slip - emission.guess) * share,
        slip: emission.slip,
    }
}

/// P(right) of every response of `data` before it is seen, by a model that was fitted elsewhere.
/// `data` must number skills and items as the data that was fitted does; an item that was not
/// met is taken for typical of its skill.
pub fn predict_ability(data: &Dataset, fit: &AbilityFit) -> Vec<f64> {
    let known = fit.difficulties();
    let difficulties: Vec<f64> = data
        .responses
        .iter()
        .map(|response| known.of(response.skill, response.item))
        .collect();
    let params = fit.params();
    let model = Model {
        skills: &params,
        difficulties: &difficulties,
        prior: fit.ability,
    };
    let mut out = vec![Foreseen::default(); data.responses.len()];
    pass(data, &model, &mut out);
    out.into_iter().map(|foreseen| foreseen.predicted).collect()
}
