use engine::{
    Ability, AbilityPrior, Help, ItemParams, Observation, SchoolDay, SkillParams, SkillState,
};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

use super::*;
use crate::metrics::{auc, bias_by_third, ece, log_loss};
use crate::{Dataset, Response};

/// A made-up district whose truth is known: what a fit can be held against.
struct Truth {
    skills: Vec<SkillParams>,
    /// Of the items of each skill.
    difficulties: Vec<Vec<f64>>,
    spread: f64,
}

const ITEMS: usize = 8;

fn truth(skills: usize) -> Truth {
    let of = |k: usize| {
        let step = k as f64 / skills as f64;
        SkillParams {
            guess_slope: 1.0 + 0.4 * step,
            slip_slope: 1.5 - 0.4 * step,
            ..SkillParams::plain(0.2 + 0.4 * step, 0.3 - 0.2 * step, 0.1 + 0.2 * step, 0.08)
                .unwrap()
        }
    };
    let difficulty = |k: usize, n: usize| (n as f64 - 3.5) / 3.0 * (0.6 + 0.1 * (k % 3) as f64);
    Truth {
        skills: (0..skills).map(of).collect(),
        difficulties: (0..skills)
            .map(|k| (0..ITEMS).map(|n| difficulty(k, n)).collect())
            .collect(),
        spread: 0.8,
    }
}

impl Truth {
    /// Each student practises every skill `length` times; with days, one a day.
    fn data(&self, students: u32, length: usize, seed: u64, forget_daily: f64) -> Dataset {
        let mut rng = Pcg64Mcg::seed_from_u64(seed);
        let mut responses = Vec::new();
        for student in 0..students {
            // a normal deviate, near enough: the sum of twelve uniforms
            let normal = (0..12).map(|_| rng.random::<f64>()).sum::<f64>() - 6.0;
            let ability = normal * self.spread.sqrt();
            for (skill, params) in self.skills.iter().enumerate() {
                let mut known = rng.random::<f64>() < params.prior;
                for n in 0..length {
                    if n > 0 && known && rng.random::<f64>() < forget_daily {
                        known = false;
                    }
                    let item = rng.random_range(0..ITEMS);
                    let emission = params.emission(
                        ability,
                        &ItemParams {
                            difficulty: self.difficulties[skill][item],
                            chance: 0.0,
                        },
                    );
                    let right = if known {
                        1.0 - emission.slip
                    } else {
                        emission.guess
                    };
                    responses.push(Response {
                        student,
                        skill: skill as u32,
                        item: Some((skill * ITEMS + item) as u32),
                        group: None,
                        correct: rng.random::<f64>() < right,
                        chance: 0.0,
                        help: 0.0,
                        day: (forget_daily > 0.0).then_some(n as i32),
                    });
                    known |= rng.random::<f64>() < params.learn;
                }
            }
        }
        let names = |what: &str, n: usize| (0..n).map(|n| format!("{what} {n}")).collect();
        Dataset {
            students: names("student", students as usize),
            skills: names("skill", self.skills.len()),
            items: names("item", self.skills.len() * ITEMS),
            groups: Vec::new(),
            responses,
        }
    }
}

fn fit(data: &Dataset, options: &AbilityOptions) -> AbilityFit {
    fit_ability(data, options, &|_, _| ()).unwrap()
}

fn actual(data: &Dataset) -> Vec<bool> {
    data.responses
        .iter()
        .map(|response| response.correct)
        .collect()
}

#[test]
fn the_offline_pass_is_what_a_device_computes() {
    let data = truth(3).data(40, 9, 3, 0.02);
    let fitted = fit(&data, &AbilityOptions::default());
    assert!(fitted.daily);
    let offline = predict_ability(&data, &fitted);
    let difficulties = fitted.difficulties();
    let mut at = 0;
    for responses in data.by_student() {
        let mut ability = Ability::new(&fitted.ability);
        let mut states: Vec<SkillState> = fitted.params().iter().map(SkillState::new).collect();
        for response in responses {
            let params = &fitted.skills[response.skill as usize].params;
            let seen = Observation {
                correct: response.correct,
                item: ItemParams {
                    difficulty: difficulties.of(response.skill, response.item),
                    chance: 0.0,
                },
                help: Help::default(),
                bridged: false,
                day: SchoolDay(response.day.unwrap()),
            };
            let state = &mut states[response.skill as usize];
            let foreseen = state.predict(params, &ability, &seen.item, seen.day);
            assert_eq!(foreseen.to_bits(), offline[at].to_bits());
            state.observe(params, &mut ability, &fitted.ability, &seen);
            at += 1;
        }
    }
    assert_eq!(at, data.responses.len());
}

#[test]
fn the_number_of_threads_and_their_order_change_no_bit() {
    let data = truth(5).data(200, 8, 5, 0.0);
    let with = |threads| {
        let options = AbilityOptions {
            threads: Some(threads),
            draws: 4,
            ..AbilityOptions::default()
        };
        fit(&data, &options)
    };
    let (one, three) = (with(1), with(3));
    assert_eq!(one.params(), three.params());
    assert_eq!(one.items, three.items);
    assert_eq!(one.log_likelihood.to_bits(), three.log_likelihood.to_bits());
    for (a, b) in one.skills.iter().zip(&three.skills) {
        assert_eq!(a.draws, b.draws);
        assert_eq!(a.draws.len(), 4);
        assert_ne!(a.draws[0], a.draws[1]);
    }
}

#[test]
fn difficulties_are_found_again() {
    let truth = truth(4);
    let data = truth.data(1500, 10, 7, 0.0);
    let fitted = fit(&data, &AbilityOptions::default());
    let pairs: Vec<(f64, f64)> = fitted
        .items
        .iter()
        .map(|item| {
            let n = item.item as usize;
            (truth.difficulties[n / ITEMS][n % ITEMS], item.difficulty)
        })
        .collect();
    let mean =
        |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / pairs.len() as f64;
    let (a, b) = (mean(&|p| p.0), mean(&|p| p.1));
    let covariance = mean(&|p| (p.0 - a) * (p.1 - b));
    let r = covariance / (mean(&|p| (p.0 - a).powi(2)) * mean(&|p| (p.1 - b).powi(2))).sqrt();
    assert!(r > 0.97, "correlation {r}");
}

#[test]
fn predictions_are_as_good_as_the_truth_allows_and_calibrated() {
    let truth = truth(6);
    let (train, test) = (truth.data(1200, 8, 11, 0.0), truth.data(600, 8, 12, 0.0));
    let fitted = fit(&train, &AbilityOptions::default());
    let oracle = AbilityFit {
        ability: AbilityPrior {
            variance: truth.spread,
            drift: 0.0,
        },
        skills: truth
            .skills
            .iter()
            .zip(&fitted.skills)
            .map(|(params, skill)| FittedSkill {
                params: *params,
                ..skill.clone()
            })
            .collect(),
        items: fitted
            .items
            .iter()
            .map(|item| FittedItem {
                difficulty: truth.difficulties[item.item as usize / ITEMS]
                    [item.item as usize % ITEMS],
                ..item.clone()
            })
            .collect(),
        ..fitted.clone()
    };
    let answers = actual(&test);
    let (ours, best) = (
        predict_ability(&test, &fitted),
        predict_ability(&test, &oracle),
    );
    let loss = |p: &[f64]| log_loss(&answers, p).unwrap();
    assert!(
        loss(&ours) < loss(&best) + 0.002,
        "{} {}",
        loss(&ours),
        loss(&best)
    );
    let area = |p: &[f64]| auc(&answers, p).unwrap();
    assert!(
        area(&ours) > area(&best) - 0.003,
        "{} {}",
        area(&ours),
        area(&best)
    );
    assert!(ece(&answers, &ours).unwrap() < 0.015);
    let thirds = bias_by_third(&test, &ours);
    assert!(thirds.weakest.unwrap().bias.abs() < 0.03);
    assert!(thirds.strongest.unwrap().bias.abs() < 0.03);
}

#[test]
fn ability_makes_it_fairer_than_plain_tracing() {
    let truth = truth(6);
    let (train, test) = (truth.data(700, 12, 21, 0.0), truth.data(400, 12, 22, 0.0));
    let fitted = fit(&train, &AbilityOptions::default());
    let blind = AbilityFit {
        skills: fitted
            .skills
            .iter()
            .map(|skill| FittedSkill {
                params: SkillParams {
                    guess_slope: 0.0,
                    slip_slope: 0.0,
                    ..skill.params
                },
                ..skill.clone()
            })
            .collect(),
        ..fitted.clone()
    };
    let gap = |fit: &AbilityFit| {
        let thirds = bias_by_third(&test, &predict_ability(&test, fit));
        thirds.weakest.unwrap().bias - thirds.strongest.unwrap().bias
    };
    assert!(
        gap(&fitted) < 0.5 * gap(&blind),
        "{} {}",
        gap(&fitted),
        gap(&blind)
    );
}

#[test]
fn daily_forgetting_is_found_where_there_are_days() {
    let data = truth(4).data(2500, 10, 9, 0.08);
    let fitted = fit(&data, &AbilityOptions::default());
    for skill in &fitted.skills {
        let daily = skill.params.forget_daily;
        assert!((0.03..0.15).contains(&daily), "{daily}");
        assert_eq!(skill.params.forget, 0.0);
    }
    let off = AbilityOptions {
        forget: false,
        ..AbilityOptions::default()
    };
    assert!(
        fit(&data, &off)
            .skills
            .iter()
            .all(|skill| skill.params.forget_daily == 0.0)
    );
}

#[test]
fn rare_items_are_shrunk_and_lone_answers_stay_finite() {
    let mut data = truth(2).data(60, 6, 13, 0.0);
    let rare = |correct, skill: u32, item: u32| Response {
        student: 60,
        skill,
        item: Some(item),
        group: None,
        correct,
        chance: 0.25,
        help: 0.0,
        day: None,
    };
    data.students.push("late".into());
    data.skills.push("met once".into());
    data.skills.push("never met".into());
    data.items.extend(["once".into(), "hard".into()]);
    data.responses.push(rare(true, 2, 16));
    data.responses.push(rare(false, 0, 17));
    let fitted = fit(&data, &AbilityOptions::default());
    let hard = fitted.items.iter().find(|item| item.item == 17).unwrap();
    assert!(hard.difficulty > 0.0 && hard.difficulty < 0.6, "{hard:?}");
    assert!(
        predict_ability(&data, &fitted)
            .iter()
            .all(|p| p.is_finite())
    );
    let unmet = fitted.skills[3].params;
    assert!((unmet.prior - 0.4).abs() < 1e-9 && (unmet.learn - 0.15).abs() < 1e-9);
    assert_eq!(fitted.skills[3].responses, 0);
}

#[test]
fn one_class_only_stays_inside_the_bounds() {
    let mut data = truth(2).data(30, 5, 17, 0.0);
    for response in &mut data.responses {
        response.correct = true;
    }
    for options in [
        AbilityOptions::default(),
        AbilityOptions {
            priors: false,
            ..AbilityOptions::default()
        },
    ] {
        let fitted = fit(&data, &options);
        assert!(
            fitted
                .skills
                .iter()
                .all(|skill| skill.params.checked().is_ok())
        );
        assert!(fitted.log_likelihood.is_finite());
    }
}

#[test]
fn nothing_to_fit_is_said() {
    let none = Dataset::default();
    assert!(matches!(
        fit_ability(&none, &AbilityOptions::default(), &|_, _| ()),
        Err(AbilityFitError::Empty)
    ));
}

#[test]
fn help_that_shows_the_way_says_nothing() {
    let mut data = truth(2).data(80, 6, 19, 0.0);
    let without = fit(&data, &AbilityOptions::default());
    let mut told = Vec::new();
    for responses in data.by_student() {
        told.extend_from_slice(responses);
        let last = responses[responses.len() - 1];
        told.push(Response {
            help: 1.0,
            correct: true,
            ..last
        });
    }
    data.responses = told;
    let with = fit(&data, &AbilityOptions::default());
    // the likelihood counts answers that say something; the chance to learn is all that is added
    assert!(
        (with.log_likelihood - without.log_likelihood).abs() < 0.02 * without.log_likelihood.abs()
    );
}
