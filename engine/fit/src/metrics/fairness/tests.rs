//! Thirds and groups whose bias is known.

use super::*;
use crate::Response;

/// `students` students with `each` responses: the first third never right on even rows, the last
/// always; on odd rows right every time for the last third only.
fn example(students: u32, each: u32) -> Dataset {
    let mut dataset = Dataset {
        students: (0..students).map(|at| at.to_string()).collect(),
        skills: vec!["s".into()],
        groups: vec!["a".into(), "b".into(), "none".into()],
        ..Dataset::default()
    };
    for student in 0..students {
        let third = 3 * student / students;
        for at in 0..each {
            let correct = match third {
                0 => false,
                1 => at % 4 == 0,
                _ => true,
            };
            dataset.responses.push(Response {
                student,
                skill: 0,
                item: None,
                group: (student > 0).then_some(u32::from(third == 2)),
                correct,
                chance: 0.0,
                help: 0.0,
                day: None,
            });
        }
    }
    dataset
}

#[test]
fn a_model_that_knows_only_the_mean_flatters_the_weak() {
    let dataset = example(12, 20);
    let predicted = vec![0.4; dataset.responses.len()];
    let thirds = bias_by_third(&dataset, &predicted);
    let (weakest, strongest) = (thirds.weakest.unwrap(), thirds.strongest.unwrap());
    assert_eq!((weakest.students, weakest.responses), (4, 40));
    assert_eq!((weakest.actual, strongest.actual), (0.0, 1.0));
    assert!((weakest.bias - 0.4).abs() < 1e-12 && (strongest.bias + 0.6).abs() < 1e-12);
    assert!((weakest.rmse - 0.4).abs() < 1e-12 && (strongest.rmse - 0.6).abs() < 1e-12);
    assert_eq!((thirds.min_responses, thirds.note), (20, None));
}

#[test]
fn scored_rows_are_not_those_that_sort() {
    // right on every even row, wrong on every odd one: sorted as strong, scored as 0
    let mut dataset = example(9, 20);
    for (at, response) in dataset.responses.iter_mut().enumerate() {
        response.correct = at % 2 == 0;
    }
    let predicted: Vec<f64> = (0..180)
        .map(|at| if at % 2 == 0 { 0.9 } else { 0.1 })
        .collect();
    let thirds = bias_by_third(&dataset, &predicted);
    for third in [thirds.weakest, thirds.middle, thirds.strongest] {
        let third = third.unwrap();
        assert_eq!(third.actual, 0.0);
        assert!((third.bias - 0.1).abs() < 1e-12);
    }
}

#[test]
fn short_histories_are_said() {
    let of = |students, each| {
        let dataset = example(students, each);
        bias_by_third(&dataset, &vec![0.5; dataset.responses.len()])
    };
    let shorter = of(10, 8);
    assert_eq!(shorter.min_responses, 6);
    assert_eq!(shorter.middle.unwrap().students, 4);
    assert_eq!(
        shorter.note.unwrap(),
        "Only 0 students have 20 responses: students with 6 are counted, and their strength is less certain."
    );
    let none = of(8, 8);
    assert_eq!(none.weakest, None);
    assert_eq!(
        none.note.unwrap(),
        "Only 8 students have 6 responses; thirds need 9."
    );
}

#[test]
fn groups() {
    let dataset = example(9, 4);
    let predicted = vec![0.5; dataset.responses.len()];
    let groups = bias_by_group(&dataset, &predicted);
    // the first student has no group, and nobody is in the third
    let shown: Vec<_> = groups
        .iter()
        .map(|g| (g.group.as_str(), g.score.students, g.score.responses, g.auc))
        .collect();
    assert_eq!(shown, [("a", 5, 20, Some(0.5)), ("b", 3, 12, None)]);
    assert!((groups[1].score.bias + 0.5).abs() < 1e-12);
    assert!(bias_by_group(&Dataset::default(), &[]).is_empty());
}
