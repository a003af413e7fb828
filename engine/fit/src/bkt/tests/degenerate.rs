//! Skills with little to say: finite, sensible, and said to be so.

use super::data::{any_sequences, dataset};
use crate::bkt::closed::Fallback;
use crate::bkt::filter::{forward, log_likelihood};
use crate::bkt::fit::{SkillFit, fit_bkt};
use crate::bkt::options::{BktFitError, FitOptions};
use crate::bkt::params::BktParams;
use proptest::prelude::*;

fn fit_one(sequences: &[Vec<bool>], forget: bool, priors: bool) -> SkillFit {
    let options = FitOptions {
        forget,
        priors,
        ..FitOptions::default()
    };
    fit_bkt(&dataset(&[sequences.to_vec()]), &options, None)
        .unwrap()
        .skills
        .remove(0)
}

/// Calls `check` with every model.
fn each_model(sequences: &[Vec<bool>], check: impl Fn(&SkillFit, bool, bool)) {
    for forget in [false, true] {
        for priors in [false, true] {
            check(&fit_one(sequences, forget, priors), forget, priors);
        }
    }
}

fn assert_inside(params: &BktParams, priors: bool) {
    for p in params.to_array() {
        assert!((0.0..=1.0).contains(&p), "{params:?}");
    }
    assert!(!params.is_inverted() || !priors, "{params:?}");
    if priors {
        assert!(params.guess <= 0.5 && params.slip <= 0.5, "{params:?}");
    }
}

#[test]
fn no_data_gives_the_prior_means() {
    each_model(&[], |fit, forget, _| {
        assert_eq!(fit.params, BktParams::fallback(forget));
        assert_eq!(
            (fit.log_likelihood, fit.responses, fit.students),
            (0.0, 0, 0)
        );
        assert_eq!(fit.fallback, Some(Fallback::NoData));
    });
    let empty = fit_bkt(&dataset(&[]), &FitOptions::default(), None).unwrap();
    assert_eq!((empty.skills.len(), empty.log_likelihood), (0, 0.0));
}

#[test]
fn a_silent_skill_does_not_disturb_its_neighbours() {
    let talking = vec![vec![true, false, true, true], vec![false, false, true]];
    let alone = fit_one(&talking, false, true);
    let data = dataset(&[vec![], talking, vec![]]);
    let fit = fit_bkt(&data, &FitOptions::default(), None).unwrap();
    assert_eq!(fit.skills[1], alone);
    assert_eq!(fit.skills[0].fallback, Some(Fallback::NoData));
}

#[test]
fn one_class_is_explained_fully() {
    for class in [true, false] {
        for lengths in [vec![1], vec![1, 1, 1], vec![4, 2, 30], vec![400; 3]] {
            let sequences: Vec<_> = lengths.iter().map(|&n| vec![class; n]).collect();
            each_model(&sequences, |fit, _, priors| {
                assert_inside(&fit.params, priors);
                assert!(fit.log_likelihood <= 0.0 && fit.log_likelihood.is_finite());
                let expected = forward(&fit.params, &[class; 5])[4];
                if priors {
                    assert_ne!(fit.fallback, Some(Fallback::OneClass));
                    assert_eq!(expected > 0.45, class, "{fit:?}");
                } else {
                    assert_eq!(fit.fallback, Some(Fallback::OneClass));
                    assert!(fit.log_likelihood > -1e-6, "{fit:?}");
                    assert!(!fit.params.is_inverted());
                    assert!((expected - f64::from(u8::from(class))).abs() < 1e-9);
                }
            });
        }
    }
}

#[test]
fn single_responses_fit_their_share() {
    let sequences = vec![vec![true], vec![false], vec![true], vec![true]];
    each_model(&sequences, |fit, forget, priors| {
        assert_inside(&fit.params, priors);
        assert_eq!(fit.fallback, Some(Fallback::NoRepeats));
        let means = BktParams::fallback(forget);
        assert!((fit.params.learn - means.learn).abs() < 1e-9, "{fit:?}");
        assert!((fit.params.forget - means.forget).abs() < 1e-9, "{fit:?}");
        if !priors {
            let best = 3.0 * 0.75_f64.ln() + 0.25_f64.ln();
            assert!((fit.log_likelihood - best).abs() < 1e-9, "{fit:?}");
        }
    });
}

/// Right, then wrong, in a way that only "learning to be wrong" explains: the maximum of
/// the plain likelihood without forgetting is inverted, and says so. Priors forbid it, and with
/// forgetting there is always an upright twin.
#[test]
fn falling_success_is_not_learning() {
    let mut sequences = vec![vec![true, true, false, false, false]; 40];
    sequences.extend(vec![vec![true, false, false, false, false]; 40]);
    sequences.extend(vec![vec![true, true, true, false, false]; 40]);
    each_model(&sequences, |fit, forget, priors| {
        assert_inside(&fit.params, priors);
        assert_eq!(fit.params.is_inverted(), !forget && !priors, "{fit:?}");
    });
    // With forgetting it is a model of knowledge: known, then forgotten.
    assert!(fit_one(&sequences, true, false).log_likelihood > -200.0);
}

#[test]
fn bad_options_and_data_are_refused() {
    let data = dataset(&[vec![vec![true, false]]]);
    let base = FitOptions::default();
    for options in [
        FitOptions {
            starts: 0,
            ..base.clone()
        },
        FitOptions {
            threads: Some(0),
            ..base.clone()
        },
        FitOptions {
            tolerance: f64::NAN,
            ..base.clone()
        },
        FitOptions {
            tolerance: 0.0,
            ..base.clone()
        },
        FitOptions {
            max_iterations: 0,
            ..base.clone()
        },
    ] {
        let refused = fit_bkt(&data, &options, None);
        assert!(
            matches!(refused, Err(BktFitError::Option { .. })),
            "{options:?}"
        );
    }
    let mut broken = data.clone();
    broken.skills.clear();
    let refused = fit_bkt(&broken, &base, None);
    assert!(matches!(
        refused,
        Err(BktFitError::UnknownSkill { skill: 0, .. })
    ));
}

#[test]
fn an_early_stop_is_said() {
    let sequences = vec![vec![true, false, true, true, false]; 9];
    let data = dataset(&[[sequences, vec![vec![false, false, true]; 7]].concat()]);
    let options = FitOptions {
        max_iterations: 1,
        tolerance: 1e-12,
        ..FitOptions::default()
    };
    assert!(!fit_bkt(&data, &options, None).unwrap().skills[0].converged);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_comes_is_finite(sequences in any_sequences()) {
        each_model(&sequences, |fit, _, priors| {
            assert_inside(&fit.params, priors);
            assert!(fit.log_likelihood.is_finite());
            let recomputed = log_likelihood(&dataset(std::slice::from_ref(&sequences)), &[fit.params]);
            assert!((fit.log_likelihood - recomputed).abs() < 1e-6, "{fit:?} {recomputed}");
        });
    }
}
