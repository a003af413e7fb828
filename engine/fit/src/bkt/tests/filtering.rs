//! The filter's rules (ENGINE.md 6).

use super::data::{Simulator, any_params, any_sequences, dataset};
use crate::bkt::filter::{forward, log_likelihood, predict_all};
use crate::bkt::fit::fit_bkt;
use crate::bkt::options::FitOptions;
use crate::bkt::params::BktParams;
use proptest::prelude::*;

/// What a prediction says about the odds of knowing.
fn odds(params: &BktParams, prediction: f64) -> f64 {
    (prediction - params.guess) / (1.0 - params.slip - prediction)
}

fn upright() -> impl Strategy<Value = BktParams> {
    (0.01..0.99, 0.01..0.5, 0.05..0.45, 0.01..0.4).prop_map(|(prior, learn, guess, slip)| {
        BktParams {
            prior,
            learn,
            guess,
            slip,
            forget: 0.0,
        }
    })
}

/// A probability, often exactly 0 or 1.
fn edge() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0]
}

proptest! {
    #[test]
    fn wrong_answers_lead_to_the_fixed_point(params in upright()) {
        let against = params.slip / (1.0 - params.guess);
        prop_assume!(against < (1.0 - params.learn) * 0.95);
        let fixed = params.learn / (1.0 - params.learn - against);
        let predictions = forward(&params, &[false; 2000]);
        let last = odds(&params, predictions[1999]);
        prop_assert!((last - fixed).abs() < 1e-6 * (1.0 + fixed), "{last} {fixed}");
    }

    #[test]
    fn a_wrong_answer_raises_mastery_below_the_fixed_point(params in upright()) {
        let against = params.slip / (1.0 - params.guess);
        prop_assume!(against < 1.0 - params.learn);
        let fixed = params.learn / (1.0 - params.learn - against);
        let prior = params.prior / (1.0 - params.prior);
        prop_assume!((prior / fixed - 1.0).abs() > 1e-6);
        let predictions = forward(&params, &[false; 2]);
        prop_assert_eq!(predictions[1] > predictions[0], prior < fixed);
    }

    #[test]
    fn a_right_answer_never_lowers_mastery(params in upright(), answers in any_sequences()) {
        for answers in answers {
            let predictions = forward(&params, &answers);
            for (t, pair) in predictions.windows(2).enumerate() {
                prop_assert!(!answers[t] || pair[1] >= pair[0] - 1e-12);
            }
        }
    }

    #[test]
    fn extreme_parameters_are_safe(
        (prior, learn, guess, slip, forget) in (edge(), edge(), edge(), edge(), edge()),
        sequences in any_sequences(),
    ) {
        let params = BktParams { prior, learn, guess, slip, forget };
        for sequence in &sequences {
            for p in forward(&params, sequence) {
                prop_assert!((0.0..=1.0 + 1e-12).contains(&p), "{p}");
            }
        }
        prop_assert!(!log_likelihood(&dataset(&[sequences]), &[params]).is_nan());
    }

    /// Odds form and probability form are the same model.
    #[test]
    fn predictions_make_up_the_likelihood(params in any_params(), sequences in any_sequences()) {
        let predicted: f64 = sequences
            .iter()
            .flat_map(|sequence| forward(&params, sequence).into_iter().zip(sequence))
            .map(|(p, &right)| if right { p.ln() } else { (1.0 - p).ln() })
            .sum();
        let direct = log_likelihood(&dataset(&[sequences]), &[params]);
        prop_assert!((predicted - direct).abs() <= 1e-9 * (1.0 + direct.abs()));
    }
}

#[test]
fn long_runs_saturate() {
    let params = BktParams {
        slip: 0.0,
        guess: 0.01,
        ..BktParams::PRIOR_MEANS
    };
    let mut answers = vec![true; 5000];
    answers.push(false);
    answers.push(true);
    assert!(
        forward(&params, &answers)
            .iter()
            .all(|p| (0.0..=1.0).contains(p))
    );
}

#[test]
fn students_and_skills_are_filtered_apart() {
    let params = [
        BktParams::PRIOR_MEANS,
        BktParams {
            prior: 0.8,
            ..BktParams::PRIOR_MEANS
        },
    ];
    let sequences = [
        vec![vec![true, false, true], vec![false, false]],
        vec![vec![false], vec![true, true, true, false]],
    ];
    let mut expected = Vec::new();
    for student in 0..2 {
        for (params, of_skill) in params.iter().zip(&sequences) {
            expected.extend(forward(params, &of_skill[student]));
        }
    }
    assert_eq!(predict_all(&dataset(&sequences), &params), expected);
}

#[test]
fn the_reported_likelihood_can_be_recomputed() {
    let mut simulator = Simulator::new(11);
    for forget in [false, true] {
        let skills: Vec<_> = (0..6)
            .map(|i| {
                let params = simulator.params(forget);
                simulator.skill(&params, 50 * (i + 1), 12)
            })
            .collect();
        let data = dataset(&skills);
        for priors in [false, true] {
            let options = FitOptions {
                forget,
                priors,
                ..FitOptions::default()
            };
            let fit = fit_bkt(&data, &options, None).unwrap();
            let recomputed = log_likelihood(&data, &fit.params());
            let error = (fit.log_likelihood - recomputed).abs();
            assert!(
                error <= 1e-9 * recomputed.abs(),
                "{} {recomputed}",
                fit.log_likelihood
            );
        }
    }
}
