//! Where a student stands on a skill, in two sentences.

use api::EstimateTrace;
use engine::{Interval, MIN_EVIDENCE, MasteryLevel, STUCK_AFTER};

use crate::pages::staff::words::{Percent, counted};

/// What the estimate says, and what it would take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub now: String,
    pub next: String,
    /// How sure the number is.
    pub doubt: Option<String>,
}

pub fn standing(trace: &EstimateTrace) -> Standing {
    let name = &trace.student_name;
    let asked = trace.cell.opportunities as usize;
    let questions = counted(asked, "question", "questions");
    let likely = trace
        .cell
        .percent
        .map(|percent| format!("{percent}% likely to know it after {questions}"))
        .unwrap_or_default();
    let rule = format!(
        "Mastered means {} or more and {} answered without hints.",
        Percent(trace.rule.threshold),
        counted(trace.rule.min_unaided as usize, "question", "questions"),
    );
    let (now, next) = match trace.cell.level {
        MasteryLevel::NotEnoughEvidence if asked == 0 => (
            format!("{name} has not answered a question on this skill yet."),
            rule,
        ),
        MasteryLevel::NotEnoughEvidence => (
            format!("There is not enough evidence yet: {name} has answered {questions}."),
            format!(
                "An estimate needs {MIN_EVIDENCE} answers given before the last hint. Below that \
                 a number would say more about the skill than about the student."
            ),
        ),
        MasteryLevel::Starting => (format!("{name} is starting: {likely}."), rule),
        MasteryLevel::Growing => (format!("{name} is growing: {likely}."), rule),
        MasteryLevel::NearlyThere => (format!("{name} is nearly there: {likely}."), rule),
        MasteryLevel::Mastered => (format!("{name} has mastered this skill: {likely}."), rule),
        MasteryLevel::MasteredWithBridge => (
            format!("{name} has mastered this skill with the bridge: {likely}."),
            format!(
                "It counts as mastered without the bridge after {} answered with the bridge closed \
                 and without hints.",
                counted(trace.rule.min_unaided as usize, "question", "questions"),
            ),
        ),
        MasteryLevel::Stuck => (
            format!("{name} is stuck: {likely}."),
            format!(
                "{STUCK_AFTER} questions or more have not brought three right answers in a row \
                 without hints. More practice alone is unlikely to help; a few minutes with you may."
            ),
        ),
    };
    let doubt = trace.interval.map(|Interval { low, high }| {
        let (low, high) = (percent(low), percent(high));
        if low == high {
            format!("Other readings of how this skill is learned give {low}% as well.")
        } else {
            format!("Other readings of how this skill is learned, which fit as well, give {low}% to {high}%.")
        }
    });
    Standing { now, next, doubt }
}

/// Rounded down, as every number of mastery is.
fn percent(probability: f64) -> u8 {
    (probability * 100.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::trace::sample::trace;

    fn with(level: MasteryLevel, percent: Option<u8>, asked: u32) -> Standing {
        let mut trace = trace(&[]);
        trace.cell.level = level;
        trace.cell.percent = percent;
        trace.cell.opportunities = asked;
        standing(&trace)
    }

    #[test]
    fn says_level_number_and_evidence() {
        let said = with(MasteryLevel::NearlyThere, Some(87), 9);
        assert_eq!(
            said.now,
            "Ana Rivera is nearly there: 87% likely to know it after 9 questions."
        );
        assert_eq!(
            said.next,
            "Mastered means 95% or more and 3 questions answered without hints."
        );
    }

    #[test]
    fn no_evidence_has_no_number() {
        let said = with(MasteryLevel::NotEnoughEvidence, None, 1);
        assert_eq!(
            said.now,
            "There is not enough evidence yet: Ana Rivera has answered 1 question."
        );
        assert!(!said.now.contains('%') && said.next.starts_with("An estimate needs 3 answers"));
        let none = with(MasteryLevel::NotEnoughEvidence, None, 0);
        assert_eq!(
            none.now,
            "Ana Rivera has not answered a question on this skill yet."
        );
    }

    #[test]
    fn a_number_says_how_sure_it_is() {
        let mut trace = trace(&[]);
        assert_eq!(standing(&trace).doubt, None);
        let between = |low, high| Some(Interval { low, high });
        trace.interval = between(0.745, 0.938);
        let doubt = standing(&trace).doubt.unwrap();
        assert!(
            doubt.ends_with("which fit as well, give 74% to 93%."),
            "{doubt}"
        );
        trace.interval = between(0.991, 0.998);
        assert!(
            standing(&trace)
                .doubt
                .unwrap()
                .ends_with("give 99% as well.")
        );
    }

    #[test]
    fn stuck_asks_for_a_person() {
        let said = with(MasteryLevel::Stuck, Some(31), 12);
        assert!(
            said.next
                .contains("More practice alone is unlikely to help")
        );
    }
}
