//! Resampling against figures taken the slow way.

use super::*;
use crate::Response;
use crate::metrics::{auc, bias, ece, log_loss, rmse};

/// Students of 1 to 9 responses, with predictions on a grid so that there are ties.
fn example(students: u32) -> (Dataset, Vec<f64>) {
    let mut random = Pcg64Mcg::seed_from_u64(11);
    let mut dataset = Dataset {
        students: (0..students).map(|at| at.to_string()).collect(),
        skills: vec!["s".into()],
        ..Dataset::default()
    };
    let mut predicted = Vec::new();
    for student in 0..students {
        for _ in 0..=below(&mut random, 9) {
            let p = (1 + below(&mut random, 19)) as f64 / 20.0;
            dataset.responses.push(Response {
                student,
                skill: 0,
                item: None,
                group: None,
                correct: below(&mut random, 20) as f64 / 20.0 < p,
                chance: 0.0,
                help: 0.0,
                day: None,
            });
            predicted.push(p);
        }
    }
    (dataset, predicted)
}

/// The resample written out, response by response.
fn written_out(dataset: &Dataset, predicted: &[f64], weights: &[u32]) -> (Vec<bool>, Vec<f64>) {
    let mut rows = (Vec::new(), Vec::new());
    for (response, p) in dataset.responses.iter().zip(predicted) {
        for _ in 0..weights[response.student as usize] {
            rows.0.push(response.correct);
            rows.1.push(*p);
        }
    }
    rows
}

#[test]
fn a_weighted_pass_is_the_resample_written_out() {
    let (dataset, predicted) = example(40);
    let (sums, student_of) = by_student(&dataset, &predicted);
    let ranked = ranked(&dataset, &predicted, &student_of);
    let mut weights = vec![0; 40];
    for number in 0..20 {
        draw(&mut weights, 5, number);
        assert_eq!(weights.iter().sum::<u32>(), 40);
        let (actual, p) = written_out(&dataset, &predicted, &weights);
        let fast = sample(&weights, &sums, &ranked);
        let close = |a: f64, b: Option<f64>| assert!((a - b.unwrap()).abs() < 1e-12, "{a} {b:?}");
        assert_eq!(fast.auc, auc(&actual, &p));
        close(fast.rmse, rmse(&actual, &p));
        close(fast.log_loss, log_loss(&actual, &p));
        close(fast.bias, bias(&actual, &p));
        close(fast.ece.unwrap(), ece(&actual, &p));
    }
}

#[test]
fn the_seed_decides_and_the_threads_do_not() {
    let (dataset, predicted) = example(60);
    let on = |threads: usize, seed| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| bootstrap(&dataset, &predicted, seed, 50))
    };
    assert_eq!(on(1, 1), on(3, 1));
    assert_ne!(on(1, 1), on(1, 2));
}

#[test]
fn intervals_hold_the_figure_and_shrink_with_more_students() {
    let width = |students| {
        let (dataset, predicted) = example(students);
        let actual: Vec<bool> = dataset.responses.iter().map(|r| r.correct).collect();
        let figure = auc(&actual, &predicted).unwrap();
        let interval = bootstrap(&dataset, &predicted, 3, 200).auc.unwrap();
        assert!(interval.low < figure && figure < interval.high);
        interval.high - interval.low
    };
    let ratio = width(50) / width(800);
    assert!(
        (2.5..6.5).contains(&ratio),
        "sixteen times the students, a quarter of the width: {ratio}"
    );
}

#[test]
fn one_class_has_no_auc_but_the_rest() {
    let (mut dataset, predicted) = example(10);
    dataset.responses.iter_mut().for_each(|r| r.correct = true);
    let intervals = bootstrap(&dataset, &predicted, 1, 20);
    assert_eq!(intervals.auc, None);
    assert!(intervals.rmse.is_some());
    let nothing = bootstrap(&Dataset::default(), &[], 1, 20);
    assert_eq!((nothing.rmse, nothing.ece), (None, None));
}

#[test]
fn percentiles_by_hand() {
    let interval = percentile((0..=40).map(f64::from)).unwrap();
    assert_eq!((interval.low, interval.high), (1.0, 39.0));
    assert_eq!(percentile(std::iter::empty()), None);
}
