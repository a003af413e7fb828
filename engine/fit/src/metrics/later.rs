//! Second and later attempts.

use crate::Dataset;

/// For each response whether the student had answered on this skill before. First attempts measure
/// the prior and not the tracing (Das et al.; `shared/ENGINE.md` section 6).
pub fn later_attempts(dataset: &Dataset) -> Vec<bool> {
    let mut last_student = vec![None; dataset.skills.len()];
    dataset
        .responses
        .iter()
        .map(|response| {
            last_student[response.skill as usize].replace(response.student)
                == Some(response.student)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Response;

    #[test]
    fn attempts_are_counted_by_student_and_skill() {
        let response = |student, skill| Response {
            student,
            skill,
            item: None,
            group: None,
            correct: true,
            chance: 0.0,
            help: 0.0,
            day: None,
        };
        let dataset = Dataset {
            students: vec!["a".into(), "b".into()],
            skills: vec!["x".into(), "y".into()],
            responses: [(0, 0), (0, 1), (0, 0), (1, 0), (1, 0), (1, 1)]
                .map(|(student, skill)| response(student, skill))
                .to_vec(),
            ..Dataset::default()
        };
        assert_eq!(
            later_attempts(&dataset),
            [false, false, true, false, true, false]
        );
    }
}
