//! What a class's teacher chose, as the rules that levels and practice follow.

use api::{PracticePolicy, PracticeSettings};
use engine::{MasteryRule, Zone};
use store::StudentClass;

/// What is in force in a class.
pub fn of_class(policy: &PracticePolicy, chosen: Option<PracticeSettings>) -> PracticeSettings {
    chosen.unwrap_or(PracticeSettings {
        mastery_threshold: policy.mastery.threshold,
        success_target: policy.zone.target,
    })
}

/// When a skill is mastered in a class.
pub fn rule(policy: &PracticePolicy, chosen: Option<PracticeSettings>) -> MasteryRule {
    MasteryRule {
        threshold: of_class(policy, chosen).mastery_threshold,
        ..policy.mastery
    }
}

/// What a student's device follows. In several classes that is the strictest threshold, so that what
/// the student sees as mastered is mastered for every teacher; and the highest target, so that no
/// question is meant to be harder than one of the teachers wants.
pub fn of_student(policy: &PracticePolicy, classes: &[StudentClass]) -> PracticePolicy {
    let each = || classes.iter().map(|class| of_class(policy, class.settings));
    let threshold = each().map(|it| it.mastery_threshold).reduce(f64::max);
    let target = each().map(|it| it.success_target).reduce(f64::max);
    PracticePolicy {
        mastery: MasteryRule {
            threshold: threshold.unwrap_or(policy.mastery.threshold),
            ..policy.mastery
        },
        zone: Zone {
            target: target.unwrap_or(policy.zone.target),
            ..policy.zone
        },
        ..*policy
    }
}

#[cfg(test)]
mod tests {
    use api::ClassId;
    use uuid::Uuid;

    use super::*;

    fn class(settings: Option<(f64, f64)>) -> StudentClass {
        StudentClass {
            id: ClassId(Uuid::nil()),
            settings: settings.map(|(mastery_threshold, success_target)| PracticeSettings {
                mastery_threshold,
                success_target,
            }),
        }
    }

    #[test]
    fn the_strictest_of_a_students_classes_counts() {
        let policy = PracticePolicy::default();
        let check = |classes: &[StudentClass], threshold: f64, target: f64| {
            let found = of_student(&policy, classes);
            assert_eq!(
                (found.mastery.threshold, found.zone.target),
                (threshold, target)
            );
            assert_eq!(found.mastery.min_unaided, policy.mastery.min_unaided);
            assert_eq!((found.zone.low, found.zone.high), (0.65, 0.85));
        };
        check(&[], 0.95, 0.75);
        check(&[class(None)], 0.95, 0.75);
        check(&[class(Some((0.85, 0.7)))], 0.85, 0.7);
        // one that chose nothing follows the defaults, and counts with them
        check(&[class(Some((0.85, 0.7))), class(None)], 0.95, 0.75);
        check(
            &[class(Some((0.85, 0.8))), class(Some((0.9, 0.7)))],
            0.9,
            0.8,
        );
    }
}
