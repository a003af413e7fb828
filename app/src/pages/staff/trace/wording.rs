//! The engine's terms put into words: how one answer moved an estimate.

use engine::{Help, Move};

use crate::pages::staff::words::{Percent, times};

/// One answer's move, ready to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub before: Percent,
    pub after: Percent,
    /// In the order in which the terms apply; never empty.
    pub sentences: Vec<String>,
}

/// A ratio nearer to 1 than this moves nothing that a person would notice.
const BARELY: f64 = 1.05;

/// `help` is what the student had seen, `correct` how the answer was scored.
pub fn moved(terms: &Move, correct: bool, help: Help) -> Moved {
    let sentences = [
        forgetting(terms),
        Some(evidence(terms, correct, help)),
        learning(terms),
    ];
    Moved {
        before: Percent(terms.before),
        after: Percent(terms.after),
        sentences: sentences.into_iter().flatten().collect(),
    }
}

fn forgetting(terms: &Move) -> Option<String> {
    let (before, left) = (Percent(terms.before), Percent(terms.after_forgetting));
    if terms.days == 0 || before.whole() == left.whole() {
        return None;
    }
    let passed = if terms.days == 1 {
        "A day passed".to_owned()
    } else {
        format!("{} days passed", terms.days)
    };
    Some(format!("{passed}: {before} → {left}."))
}

fn evidence(terms: &Move, correct: bool, help: Help) -> String {
    if help.bottom_out() {
        return "After the last hint an answer says nothing about what was known.".to_owned();
    }
    let answer = if correct {
        "right answer"
    } else {
        "wrong answer"
    };
    let aid = match (help.depth, correct) {
        (0, true) => " without help".to_owned(),
        (0, false) => String::new(),
        (1, _) => format!(" after 1 of {} hints", help.of),
        (depth, _) => format!(" after {depth} of {} hints", help.of),
    };
    let ratio = terms.likelihood_ratio;
    let (from, to) = (
        Percent(terms.after_forgetting),
        Percent(terms.after_evidence),
    );
    let shift = if from.whole() == to.whole() {
        format!("it stays at {to}")
    } else {
        format!("{from} → {to}")
    };
    if ratio < BARELY && ratio > 1.0 / BARELY {
        return format!("A {answer}{aid} says next to nothing here: {shift}.");
    }
    let (likelier, who) = if ratio > 1.0 {
        (times(ratio), "a student who knows this")
    } else {
        (times(1.0 / ratio), "a student who does not know this yet")
    };
    format!("A {answer}{aid} is {likelier} likelier from {who}: {shift}.")
}

fn learning(terms: &Move) -> Option<String> {
    let (from, to) = (Percent(terms.after_evidence), Percent(terms.after));
    (from.whole() != to.whole())
        .then(|| format!("Plus the chance of learning from the question: {to}."))
}

#[cfg(test)]
mod tests {
    use engine::{Difficulty, Observation, SchoolDay, SkillParams, SkillState, emission_for};

    use super::*;

    const UNAIDED: Help = Help { depth: 0, of: 3 };

    fn terms() -> Move {
        Move {
            before: 0.42,
            days: 0,
            after_forgetting: 0.42,
            predicted: 0.5,
            likelihood_ratio: 9.0,
            after_evidence: 0.87,
            after: 0.89,
        }
    }

    #[test]
    fn a_right_answer_without_help() {
        let said = moved(&terms(), true, UNAIDED);
        assert_eq!(
            said.sentences,
            [
                "A right answer without help is 9 times likelier from a student who knows this: \
                 42% → 87%.",
                "Plus the chance of learning from the question: 89%.",
            ]
        );
        assert_eq!((said.before.whole(), said.after.whole()), (42, 89));
    }

    #[test]
    fn a_wrong_answer_turns_the_ratio_round() {
        let wrong = Move {
            likelihood_ratio: 0.125,
            after_evidence: 0.08,
            after: 0.08,
            ..terms()
        };
        assert_eq!(
            moved(&wrong, false, UNAIDED).sentences,
            [
                "A wrong answer is 8 times likelier from a student who does not know this yet: \
              42% → 8%."
            ]
        );
    }

    #[test]
    fn hints_are_counted_and_the_last_says_nothing() {
        let hinted = Move {
            likelihood_ratio: 1.8,
            after_evidence: 0.56,
            ..terms()
        };
        let said = moved(&hinted, true, Help { depth: 2, of: 3 }).sentences;
        assert!(said[0].starts_with("A right answer after 2 of 3 hints is 1.8 times likelier"));

        let told = Move {
            likelihood_ratio: 1.0,
            after_evidence: 0.42,
            after: 0.5,
            ..terms()
        };
        assert_eq!(
            moved(&told, true, Help { depth: 3, of: 3 }).sentences,
            [
                "After the last hint an answer says nothing about what was known.",
                "Plus the chance of learning from the question: 50%.",
            ]
        );
    }

    #[test]
    fn days_are_told_only_when_they_show() {
        let pause = Move {
            before: 0.91,
            days: 12,
            after_forgetting: 0.87,
            ..terms()
        };
        assert_eq!(
            moved(&pause, true, UNAIDED).sentences[0],
            "12 days passed: 91% → 87%."
        );
        let overnight = Move {
            before: 0.42,
            days: 1,
            after_forgetting: 0.4199,
            ..terms()
        };
        assert!(overnight.after_forgetting < overnight.before);
        let said = moved(&overnight, true, UNAIDED).sentences;
        assert_eq!(said[0], "A day passed: 42% → 41%.", "{said:?}");
        let nothing = Move {
            before: 0.425,
            days: 1,
            after_forgetting: 0.4249,
            ..terms()
        };
        assert_eq!(moved(&nothing, true, UNAIDED).sentences.len(), 2);
    }

    #[test]
    fn evidence_too_weak_to_show_is_said_to_be_so() {
        let weak = Move {
            likelihood_ratio: 1.02,
            after_evidence: 0.424,
            after: 0.424,
            ..terms()
        };
        assert_eq!(
            moved(&weak, true, Help { depth: 2, of: 3 }).sentences,
            ["A right answer after 2 of 3 hints says next to nothing here: it stays at 42%."]
        );
    }

    #[test]
    fn agrees_with_what_the_engine_does() {
        let params = SkillParams::new(0.42, 0.1, 0.1, 0.1, 0.01).unwrap();
        let mut state = SkillState::new(&params);
        let seen = Observation {
            correct: true,
            emission: emission_for(&params, Difficulty::Medium, 0.0),
            help: UNAIDED,
            bridged: false,
            day: SchoolDay(20_000),
        };
        let said = moved(&state.observe(&params, &seen), true, UNAIDED);
        assert!(
            said.sentences[0].contains("9 times likelier"),
            "{:?}",
            said.sentences
        );
        assert_eq!(said.after, Percent(state.p_known()));
    }
}
