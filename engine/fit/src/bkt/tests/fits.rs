//! Whole fits on simulated data with a known truth.

use super::data::{Simulator, dataset, trie};
use crate::bkt::expect::Workspace;
use crate::bkt::fit::fit_bkt;
use crate::bkt::options::FitOptions;
use crate::bkt::params::{BktParams, Objective};
use crate::bkt::squarem::Climb;
use std::sync::Mutex;

fn plain(forget: bool) -> FitOptions {
    FitOptions {
        forget,
        priors: false,
        threads: Some(1),
        ..FitOptions::default()
    }
}

/// The best maximum of 200 climbs from anywhere, none of them cut short.
fn brute(sequences: &[Vec<bool>], forget: bool) -> f64 {
    let objective = Objective {
        forget,
        priors: false,
    };
    let trie = trie(sequences);
    let mut random = Simulator::new(4242);
    let mut workspace = Workspace::<4>::default();
    let mut best = f64::NEG_INFINITY;
    for _ in 0..50 {
        let mut climbs: [Climb; 4] = std::array::from_fn(|_| {
            let start = BktParams::from_array(std::array::from_fn(|_| random.uniform()));
            Climb::new(0, objective.clamp(start))
        });
        for _ in 0..150 {
            let expected =
                workspace.expect(&trie, &std::array::from_fn(|lane| *climbs[lane].query()));
            for (climb, expected) in climbs.iter_mut().zip(&expected) {
                climb.take(objective, &trie.totals, expected).unwrap();
            }
        }
        for climb in &climbs {
            best = best.max(climb.best().value);
        }
    }
    best
}

#[test]
fn five_starts_find_what_two_hundred_find() {
    let mut simulator = Simulator::new(2026);
    for forget in [false, true] {
        for (students, longest) in [(60, 8), (150, 6), (400, 5)] {
            let truth = simulator.params(forget);
            let sequences = simulator.skill(&truth, students, longest);
            let data = dataset(std::slice::from_ref(&sequences));
            let reached = fit_bkt(&data, &plain(forget), None).unwrap().log_likelihood;
            let best = brute(&sequences, forget);
            assert!(reached >= best - 0.1, "{reached} {best} {truth:?}");
        }
    }
}

#[test]
fn the_truth_is_never_more_likely() {
    let mut simulator = Simulator::new(3);
    for forget in [false, true] {
        for students in [20, 200, 2000] {
            let truth = simulator.params(forget);
            let data = dataset(&[simulator.skill(&truth, students, 10)]);
            let reached = fit_bkt(&data, &plain(forget), None).unwrap().log_likelihood;
            let at_truth = crate::bkt::filter::log_likelihood(&data, &[truth]);
            assert!(reached >= at_truth, "{reached} {at_truth} {truth:?}");
        }
    }
}

/// Errors shrink as 1/sqrt(n), and are not all on one side.
#[test]
fn parameters_are_recovered() {
    const REPEATS: usize = 24;
    let truth = BktParams {
        prior: 0.3,
        learn: 0.25,
        guess: 0.15,
        slip: 0.1,
        forget: 0.0,
    };
    let mut simulator = Simulator::new(99);
    let mut spread = |students: usize| {
        let skills: Vec<_> = (0..REPEATS)
            .map(|_| simulator.skill(&truth, students, 12))
            .collect();
        let fit = fit_bkt(&dataset(&skills), &plain(false), None).unwrap();
        let mut sd = [0.0; 4];
        for (which, sd) in sd.iter_mut().enumerate() {
            let truth = truth.to_array()[which];
            let errors = fit
                .params()
                .into_iter()
                .map(|p| p.to_array()[which] - truth);
            let mean = errors.clone().sum::<f64>() / REPEATS as f64;
            *sd = (errors.map(|error| (error - mean).powi(2)).sum::<f64>() / REPEATS as f64).sqrt();
            assert!(
                mean.abs() < 4.5 * *sd / (REPEATS as f64).sqrt(),
                "{which}: {mean} {sd}"
            );
        }
        sd
    };
    let (few, many) = (spread(200), spread(3200));
    for (few, many) in few.into_iter().zip(many) {
        assert!(
            (2.3..7.0).contains(&(few / many)),
            "{few} {many}; should fall to a quarter"
        );
        assert!(many < 0.03, "{many}");
    }
}

#[test]
fn forgetting_is_recovered() {
    let truth = BktParams {
        prior: 0.4,
        learn: 0.2,
        guess: 0.15,
        slip: 0.08,
        forget: 0.1,
    };
    let data = dataset(&[Simulator::new(5).skill(&truth, 6000, 14)]);
    let fit = fit_bkt(&data, &plain(true), None).unwrap();
    for (found, truth) in fit.skills[0]
        .params
        .to_array()
        .into_iter()
        .zip(truth.to_array())
    {
        assert!((found - truth).abs() < 0.03, "{:?}", fit.skills[0]);
    }
}

#[test]
fn priors_matter_little_once_there_is_data() {
    let truth = BktParams {
        prior: 0.5,
        learn: 0.2,
        guess: 0.2,
        slip: 0.1,
        forget: 0.0,
    };
    let data = dataset(&[Simulator::new(6).skill(&truth, 5000, 10)]);
    let with = fit_bkt(&data, &FitOptions::default(), None).unwrap();
    let without = fit_bkt(&data, &plain(false), None).unwrap();
    let gap = without.log_likelihood - with.log_likelihood;
    assert!((-1e-3..1.0).contains(&gap), "{gap}");
}

fn several_skills(forget: bool) -> Vec<Vec<Vec<bool>>> {
    let mut simulator = Simulator::new(17);
    (0..9)
        .map(|skill| {
            let truth = simulator.params(forget);
            simulator.skill(&truth, 30 + 40 * skill, 9)
        })
        .collect()
}

#[test]
fn threads_do_not_change_a_bit() {
    for forget in [false, true] {
        let data = dataset(&several_skills(forget));
        let fit = |threads| {
            let options = FitOptions {
                forget,
                threads,
                ..FitOptions::default()
            };
            fit_bkt(&data, &options, None).unwrap()
        };
        let one = fit(Some(1));
        for threads in [None, Some(2), Some(3), Some(8)] {
            assert_eq!(fit(threads), one);
        }
    }
}

#[test]
fn the_order_of_students_does_not_change_a_bit() {
    let skills = several_skills(false);
    let turned: Vec<_> = skills
        .iter()
        .map(|skill| {
            // Every skill has its own students: pad, so that the rotation is of people.
            let mut skill = skill.clone();
            skill.resize(400, vec![]);
            skill.rotate_right(123);
            skill.reverse();
            skill
        })
        .collect();
    let fit = |skills: &[_]| fit_bkt(&dataset(skills), &plain(false), None).unwrap();
    assert_eq!(fit(&skills).skills, fit(&turned).skills);
}

#[test]
fn the_seed_decides() {
    let data = dataset(&several_skills(false));
    let fit = |seed| {
        fit_bkt(
            &data,
            &FitOptions {
                seed,
                ..plain(false)
            },
            None,
        )
        .unwrap()
    };
    assert_eq!(fit(1), fit(1));
    assert!((fit(1).log_likelihood - fit(2).log_likelihood).abs() < 0.5);
}

#[test]
fn progress_ends_with_all_skills() {
    let data = dataset(&several_skills(false));
    let seen = Mutex::new(Vec::new());
    let note = |done, total| seen.lock().unwrap().push((done, total));
    let options = FitOptions {
        threads: Some(2),
        ..FitOptions::default()
    };
    fit_bkt(&data, &options, Some(&note)).unwrap();
    let mut seen = seen.into_inner().unwrap();
    seen.sort_unstable();
    assert_eq!(seen, (1..=9).map(|done| (done, 9)).collect::<Vec<_>>());
}
