//! Cross-validation with models whose figures are known.

use proptest::prelude::*;

use super::*;
use crate::formats::{Format, Loaded, ReadOptions, Source, read_sources};
use crate::{Dataset, Response};

fn response(student: u32, correct: bool) -> Response {
    Response {
        student,
        skill: 0,
        item: None,
        group: None,
        correct,
        chance: 0.0,
        help: 0.0,
        day: None,
    }
}

/// Student `n` has n % 4 + 1 responses.
fn dataset(students: u32) -> Dataset {
    Dataset {
        students: (0..students).map(|at| format!("u{at}")).collect(),
        skills: vec!["s".into()],
        responses: (0..students)
            .flat_map(|student| {
                (0..=student % 4).map(move |at| response(student, (student + at) % 3 > 0))
            })
            .collect(),
        ..Dataset::default()
    }
}

/// Predicts for a test student the share of training students with a lower number: it shows in
/// each prediction which students were trained on, and changes if a test student is among them.
struct Below;

struct Trained(Vec<u32>);

impl Learner for Below {
    fn name(&self) -> &'static str {
        "below"
    }

    fn fit(&self, train: &Dataset) -> Result<Box<dyn Predictor>, FitError> {
        Ok(Box::new(Trained(
            train.by_student().map(|r| r[0].student).collect(),
        )))
    }
}

impl Predictor for Trained {
    fn predict(&self, test: &Dataset) -> Vec<f64> {
        let of = |response: &Response| {
            assert!(
                !self.0.contains(&response.student),
                "a test student was trained on"
            );
            let lower = self
                .0
                .iter()
                .filter(|student| **student < response.student)
                .count();
            lower as f64 / self.0.len() as f64
        };
        test.responses.iter().map(of).collect()
    }
}

/// Gives what it is told.
struct Says(Result<f64, &'static str>, usize);

impl Learner for Says {
    fn name(&self) -> &'static str {
        "says"
    }

    fn fit(&self, _: &Dataset) -> Result<Box<dyn Predictor>, FitError> {
        match self.0 {
            Ok(p) => Ok(Box::new(Constant(p, self.1))),
            Err(why) => Err(FitError::new(why)),
        }
    }
}

struct Constant(f64, usize);

impl Predictor for Constant {
    fn predict(&self, test: &Dataset) -> Vec<f64> {
        vec![self.0; test.responses.len() + self.1]
    }
}

fn refuses(dataset: &Dataset, learner: &dyn Learner, folds: usize, expected: &str) {
    let options = CrossValidation {
        folds,
        ..CrossValidation::default()
    };
    let error = cross_validate(dataset, learner, &options).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[test]
fn refusals() {
    let good = Says(Ok(0.5), 0);
    refuses(
        &Dataset::default(),
        &good,
        5,
        "there are no responses to judge a model by",
    );
    refuses(
        &dataset(3),
        &good,
        5,
        "5 folds need as many students, but there are 3; use --folds 3",
    );
    refuses(
        &dataset(3),
        &good,
        1,
        "1 fold is no cross-validation; use at least 2",
    );
    let mut one = dataset(1);
    one.responses = vec![response(0, true), response(0, false)];
    refuses(
        &one,
        &good,
        5,
        "5 folds need as many students, but there is only 1",
    );
    let mut right = dataset(9);
    right.responses.iter_mut().for_each(|r| r.correct = true);
    refuses(
        &right,
        &good,
        5,
        "every answer is right, so AUC is not defined; evaluate on responses that are right and wrong",
    );
    refuses(
        &dataset(9),
        &Says(Err("no luck"), 0),
        2,
        "says could not be fitted without fold 1: no luck",
    );
    for (value, shown) in [(f64::NAN, "NaN"), (1.5, "1.5"), (-0.1, "-0.1")] {
        let error = cross_validate(
            &dataset(9),
            &Says(Ok(value), 0),
            &CrossValidation::default(),
        );
        let error = error.unwrap_err().to_string();
        assert!(
            error.starts_with(&format!("says predicted {shown} for student `u")),
            "{error}"
        );
        assert!(
            error.ends_with("so this is a defect of the model"),
            "{error}"
        );
    }
    let error = cross_validate(&dataset(9), &Says(Ok(0.5), 1), &CrossValidation::default());
    let error = error.unwrap_err().to_string();
    assert!(error.contains("predictions for"), "{error}");
}

#[test]
fn the_pool_is_judged_and_not_the_folds() {
    let data = dataset(23);
    let options = CrossValidation::default();
    let (evaluation, out) = cross_validate(&data, &Below, &options).unwrap();
    let actual: Vec<bool> = data.responses.iter().map(|r| r.correct).collect();
    assert_eq!(
        Some(evaluation.auc),
        crate::metrics::auc(&actual, &out.predicted)
    );
    assert_eq!(
        evaluation,
        judge(&data, &out.predicted, "below", &options).unwrap()
    );
    assert_eq!(
        (evaluation.students, evaluation.responses),
        (23, data.responses.len())
    );
    assert_eq!(evaluation.later_attempts, data.responses.len() - 23);
    // predictions of neighbours differ by what the fold left out: higher numbers, higher predictions
    for (response, p) in data.responses.iter().zip(&out.predicted) {
        assert!((p - f64::from(response.student) / 23.0).abs() < 0.15);
    }
}

#[test]
fn json_has_the_promised_fields_and_comes_back() {
    let (evaluation, _) =
        cross_validate(&dataset(40), &Below, &CrossValidation::default()).unwrap();
    let json = serde_json::to_value(&evaluation).unwrap();
    for field in [
        "auc",
        "rmse",
        "log_loss",
        "accuracy",
        "auc_later_attempts",
        "ece",
        "bias",
        "bias_by_third",
        "bias_by_group",
        "intervals",
        "folds",
        "responses",
        "students",
        "model",
        "seconds",
        "calibration",
    ] {
        assert!(json.get(field).is_some(), "{field}");
    }
    let text = serde_json::to_string(&evaluation).unwrap();
    assert!(!text.contains("NaN"));
    assert_eq!(
        serde_json::from_str::<Evaluation>(&text).unwrap(),
        evaluation
    );
}

#[test]
fn threads_do_not_matter() {
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| cross_validate(&dataset(31), &Below, &CrossValidation::default()).unwrap())
    };
    assert_eq!(on(1), on(3));
}

fn load(text: &str) -> Loaded {
    let source = Source {
        file: "f".into(),
        bytes: text.into(),
    };
    read_sources([Ok(source)], Format::Csv, &ReadOptions::default()).unwrap()
}

#[test]
fn predictions_are_written_in_the_order_of_the_file() {
    let loaded = load(
        "student,skill,correct,item,order\nv,\"s,1\",1,i,1\nu,t,0,j,9\nv,t,1,,3\n"
            .replace("1,,3", "1,k,3")
            .as_str(),
    );
    let out = OutOfFold {
        predicted: vec![0.1 + 0.2, 1.0 / 3.0, 0.5],
        fold: vec![0, 0, 1],
    };
    let mut bytes = Vec::new();
    write_predictions(&mut bytes, &loaded.dataset, &loaded.rows, &out).unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "row,student,skill,item,correct,fold,predicted\n\
         1,v,\"s,1\",i,1,1,0.30000000000000004\n\
         2,u,t,j,0,2,0.5\n\
         3,v,t,k,1,1,0.3333333333333333\n"
    );
}

proptest! {
    #[test]
    fn every_student_is_in_one_fold_and_folds_are_even(students in 2_u32..60, folds in 2_usize..9, seed: u64) {
        let data = dataset(students);
        prop_assume!(folds <= students as usize);
        let fold_of = folds_by_student(&data, folds, seed).unwrap();
        prop_assert_eq!(fold_of.len(), students as usize);
        let sizes: Vec<usize> = (0..folds).map(|f| fold_of.iter().filter(|of| **of == f).count()).collect();
        prop_assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1);
        prop_assert_eq!(&fold_of, &folds_by_student(&data, folds, seed).unwrap());
        let out = out_of_fold(&data, &Below, folds, seed).unwrap();
        prop_assert_eq!(out.predicted.len(), data.responses.len());
    }

    #[test]
    fn predictions_come_back_bit_for_bit(values in prop::collection::vec(0.0_f64..=1.0, 1..20)) {
        let data = Dataset {
            students: vec!["u".into()],
            skills: vec!["s".into()],
            responses: vec![response(0, true); values.len()],
            ..Dataset::default()
        };
        let rows: Vec<u64> = (1..=values.len() as u64).collect();
        let out = OutOfFold { fold: vec![0; values.len()], predicted: values.clone() };
        let mut bytes = Vec::new();
        write_predictions(&mut bytes, &data, &rows, &out).unwrap();
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let read: Vec<f64> = reader.records().map(|r| r.unwrap()[6].parse().unwrap()).collect();
        prop_assert_eq!(read, values);
    }
}
