//! Whether a model is wrong about some students more than about others.

use serde::{Deserialize, Serialize};

use super::error::{indicator, square};
use super::ranking::auc;
use crate::Dataset;

/// Students with fewer responses say too little about their strength (`shared/ENGINE.md` 4.4).
const MIN_RESPONSES: usize = 20;
/// Where too few students have that many.
const FEWER_RESPONSES: usize = 6;
/// Below three students a third, a third is an anecdote.
const MIN_STUDENTS: usize = 9;

/// The model's error for students of three strengths. The strength is the accuracy on a student's
/// first, third, fifth ... response; the error is taken on the others, so that luck in the first
/// does not show as an error in the second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BiasByThird {
    pub weakest: Option<Third>,
    pub middle: Option<Third>,
    pub strongest: Option<Third>,
    /// Responses that a student needs to be counted.
    pub min_responses: usize,
    /// What differs from the usual rule, or why there are no figures.
    pub note: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Third {
    pub students: usize,
    /// Of which the error is taken.
    pub responses: usize,
    /// Share of right answers.
    pub actual: f64,
    /// Mean prediction.
    pub predicted: f64,
    /// Predicted less actual: above 0 the model thinks too well of them.
    pub bias: f64,
    pub rmse: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupScore {
    pub group: String,
    #[serde(flatten)]
    pub score: Third,
    /// `None` where all of the group's answers are of one class.
    pub auc: Option<f64>,
}

/// Responses of one student: where they stand in the data set, and the share right of every other.
struct Student {
    from: usize,
    to: usize,
    strength: f64,
}

/// Bias by thirds of student strength. Thirds are equally many students; among equals the one
/// with the lower number is the weaker.
pub fn bias_by_third(dataset: &Dataset, predicted: &[f64]) -> BiasByThird {
    assert_eq!(
        dataset.responses.len(),
        predicted.len(),
        "one prediction a response"
    );
    let usual = students(dataset, MIN_RESPONSES);
    let (students, min_responses, note) = if usual.len() >= MIN_STUDENTS {
        (usual, MIN_RESPONSES, None)
    } else {
        let note = format!(
            "Only {} students have {MIN_RESPONSES} responses: students with {FEWER_RESPONSES} are \
             counted, and their strength is less certain.",
            usual.len()
        );
        (
            students(dataset, FEWER_RESPONSES),
            FEWER_RESPONSES,
            Some(note),
        )
    };
    let n = students.len();
    if n < MIN_STUDENTS {
        return BiasByThird {
            weakest: None,
            middle: None,
            strongest: None,
            min_responses,
            note: Some(format!(
                "Only {n} students have {min_responses} responses; thirds need {MIN_STUDENTS}."
            )),
        };
    }
    let third = |from: usize, to: usize| {
        let others = students[from..to]
            .iter()
            .flat_map(|student| (student.from + 1..student.to).step_by(2));
        score(dataset, predicted, to - from, others)
    };
    BiasByThird {
        weakest: third(0, n / 3),
        middle: third(n / 3, n - n / 3),
        strongest: third(n - n / 3, n),
        min_responses,
        note,
    }
}

fn students(dataset: &Dataset, at_least: usize) -> Vec<Student> {
    let mut from = 0;
    let mut list = Vec::new();
    for responses in dataset.by_student() {
        let to = from + responses.len();
        if responses.len() >= at_least {
            let known = responses.iter().step_by(2);
            let right = known.clone().filter(|response| response.correct).count();
            let strength = right as f64 / known.count() as f64;
            list.push(Student { from, to, strength });
        }
        from = to;
    }
    list.sort_by(|a, b| a.strength.total_cmp(&b.strength));
    list
}

fn score(
    dataset: &Dataset,
    predicted: &[f64],
    students: usize,
    places: impl Iterator<Item = usize>,
) -> Option<Third> {
    let (mut responses, mut right, mut sum, mut squares) = (0_usize, 0.0, 0.0, 0.0);
    for at in places {
        let correct = dataset.responses[at].correct;
        responses += 1;
        right += indicator(correct);
        sum += predicted[at];
        squares += square(correct, predicted[at]);
    }
    let n = responses as f64;
    let finite = responses > 0 && f64::is_finite(sum);
    finite.then(|| Third {
        students,
        responses,
        actual: right / n,
        predicted: sum / n,
        bias: (sum - right) / n,
        rmse: (squares / n).sqrt(),
    })
}

/// Bias in each group of students that the file names; empty without a group column.
pub fn bias_by_group(dataset: &Dataset, predicted: &[f64]) -> Vec<GroupScore> {
    assert_eq!(
        dataset.responses.len(),
        predicted.len(),
        "one prediction a response"
    );
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); dataset.groups.len()];
    for (at, response) in dataset.responses.iter().enumerate() {
        if let Some(group) = response.group {
            places[group as usize].push(at);
        }
    }
    let named = dataset.groups.iter().zip(places);
    named
        .filter_map(|(group, places)| {
            let of_group = |a: &usize, b: &usize| {
                dataset.responses[*a].student == dataset.responses[*b].student
            };
            let students = places.chunk_by(of_group).count();
            let actual: Vec<bool> = places
                .iter()
                .map(|at| dataset.responses[*at].correct)
                .collect();
            let of_them: Vec<f64> = places.iter().map(|at| predicted[*at]).collect();
            Some(GroupScore {
                group: group.clone(),
                score: score(dataset, predicted, students, places.into_iter())?,
                auc: auc(&actual, &of_them),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
