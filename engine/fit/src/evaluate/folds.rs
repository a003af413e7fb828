//! Which students are kept apart together.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::SeedableRng;

use super::EvaluateError;
use crate::Dataset;
use crate::metrics::below;

/// The fold of each student by number. Every student with responses is in exactly one, dealt out in
/// a seeded shuffle (Fisher & Yates), so that folds differ by at most one student. Students without
/// responses are in fold 0, where they change nothing.
pub fn folds_by_student(
    dataset: &Dataset,
    folds: usize,
    seed: u64,
) -> Result<Vec<usize>, EvaluateError> {
    let mut students: Vec<u32> = dataset
        .by_student()
        .map(|responses| responses[0].student)
        .collect();
    let count = students.len();
    match (count, folds) {
        (0, _) => return Err(EvaluateError::NoResponses),
        (_, 0 | 1) => return Err(EvaluateError::TooFewFolds(folds)),
        (1, _) => {
            return Err(EvaluateError::OneStudent {
                folds,
                students: count,
            });
        }
        _ if count < folds => {
            return Err(EvaluateError::TooFewStudents {
                folds,
                students: count,
            });
        }
        _ => {}
    }
    // the same folds however the responses are ordered
    students.sort_unstable();
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    for last in (1..count).rev() {
        students.swap(last, below(&mut random, last + 1));
    }
    let mut fold_of = vec![0; dataset.students.len()];
    for (place, student) in students.into_iter().enumerate() {
        fold_of[student as usize] = place % folds;
    }
    Ok(fold_of)
}
