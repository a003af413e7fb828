//! The engine's terms put into words: how one answer moved an estimate.

use engine::{Cause, Help, Move, Term};

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

/// A shift of the estimate smaller than this is "a little".
const LITTLE: f64 = 0.05;

/// `name` is what the student is called.
pub fn moved(whole: &Move, terms: &[Term], name: &str) -> Moved {
    let correct = terms.iter().any(|term| {
        let cause = &term.cause;
        matches!(cause, Cause::Answer { correct: true, .. })
    });
    Moved {
        before: Percent(whole.before),
        after: Percent(whole.after),
        sentences: terms
            .iter()
            .filter_map(|term| sentence(term, correct, name))
            .collect(),
    }
}

/// `None` for a term whose effect would not show, but the answer's is always told.
fn sentence(term: &Term, correct: bool, name: &str) -> Option<String> {
    let (from, to) = (Percent(term.from), Percent(term.to));
    if let Cause::Answer { help, ratio, .. } = term.cause {
        return Some(answer(correct, help, ratio, from, to));
    }
    if from.whole() == to.whole() {
        return None;
    }
    Some(match term.cause {
        Cause::Pause { days: 1 } => format!("A day passed: {from} → {to}."),
        Cause::Pause { days } => format!("{days} days passed: {from} → {to}."),
        Cause::Item { difficulty } => {
            let how = if difficulty > 0.0 { "harder" } else { "easier" };
            let says = says(term, correct);
            format!("The question is {how} than usual for this skill, so a {says}: {from} → {to}.")
        }
        Cause::Student { ability } => {
            let how = if ability > 0.0 {
                "usually does well"
            } else {
                "finds many skills hard at present"
            };
            let says = says(term, correct);
            format!("{name} {how}, so a {says} about this skill: {from} → {to}.")
        }
        Cause::Lapse => {
            format!("Some of what is known is lost again by the next question: {from} → {to}.")
        }
        Cause::Learning => format!("Plus the chance of learning from the question: {to}."),
        Cause::Answer { .. } => return None,
    })
}

/// "right answer says a little less"
fn says(term: &Term, correct: bool) -> String {
    let raised = term.to > term.from;
    let answer = if correct { "right" } else { "wrong" };
    let more = if raised == correct { "more" } else { "less" };
    let little = if (term.to - term.from).abs() < LITTLE {
        "a little "
    } else {
        ""
    };
    format!("{answer} answer says {little}{more}")
}

fn answer(correct: bool, help: Help, ratio: f64, from: Percent, to: Percent) -> String {
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

#[cfg(test)]
mod tests {
    use super::super::sample::trace;
    use super::*;

    const UNAIDED: Help = Help { depth: 0, of: 3 };

    fn said(cause: Cause, from: f64, to: f64, correct: bool) -> Option<String> {
        sentence(&Term { cause, from, to }, correct, "Ana")
    }

    fn answered(correct: bool, help: Help, ratio: f64, to: f64) -> String {
        let cause = Cause::Answer {
            correct,
            help,
            ratio,
        };
        said(cause, 0.42, to, correct).unwrap()
    }

    #[test]
    fn an_answer_is_weighed() {
        assert_eq!(
            answered(true, UNAIDED, 9.0, 0.87),
            "A right answer without help is 9 times likelier from a student who knows this: \
             42% → 87%."
        );
        assert_eq!(
            answered(false, UNAIDED, 0.125, 0.08),
            "A wrong answer is 8 times likelier from a student who does not know this yet: \
             42% → 8%."
        );
        let hinted = answered(true, Help { depth: 2, of: 3 }, 1.8, 0.56);
        assert!(hinted.starts_with("A right answer after 2 of 3 hints is 1.8 times likelier"));
        assert_eq!(
            answered(true, Help { depth: 2, of: 3 }, 1.02, 0.424),
            "A right answer after 2 of 3 hints says next to nothing here: it stays at 42%."
        );
        assert_eq!(
            answered(true, Help { depth: 3, of: 3 }, 1.0, 0.42),
            "After the last hint an answer says nothing about what was known."
        );
    }

    #[test]
    fn the_question_and_the_student_are_taken_into_account() {
        let harder = Cause::Item { difficulty: 0.7 };
        assert_eq!(
            said(harder, 0.8, 0.86, true).unwrap(),
            "The question is harder than usual for this skill, so a right answer says more: \
             80% → 86%."
        );
        assert_eq!(
            said(harder, 0.2, 0.23, false).unwrap(),
            "The question is harder than usual for this skill, so a wrong answer says a little \
             less: 20% → 23%."
        );
        let easier = Cause::Item { difficulty: -0.7 };
        assert!(
            said(easier, 0.8, 0.7, true)
                .unwrap()
                .contains("easier than usual")
        );
        let able = Cause::Student { ability: 0.9 };
        assert_eq!(
            said(able, 0.87, 0.84, true).unwrap(),
            "Ana usually does well, so a right answer says a little less about this skill: \
             87% → 84%."
        );
        let unsure = Cause::Student { ability: -0.9 };
        assert_eq!(
            said(unsure, 0.1, 0.17, false).unwrap(),
            "Ana finds many skills hard at present, so a wrong answer says less about this skill: \
             10% → 17%."
        );
    }

    #[test]
    fn terms_that_do_not_show_are_left_out() {
        assert_eq!(said(Cause::Pause { days: 1 }, 0.425, 0.4249, true), None);
        assert_eq!(
            said(Cause::Pause { days: 1 }, 0.42, 0.4199, true).unwrap(),
            "A day passed: 42% → 41%."
        );
        assert_eq!(
            said(Cause::Pause { days: 12 }, 0.91, 0.87, true).unwrap(),
            "12 days passed: 91% → 87%."
        );
        assert_eq!(said(Cause::Learning, 0.871, 0.872, true), None);
        assert_eq!(
            said(Cause::Lapse, 0.87, 0.84, true).unwrap(),
            "Some of what is known is lost again by the next question: 87% → 84%."
        );
    }

    #[test]
    fn agrees_with_what_the_engine_does() {
        let trace = trace(&[(true, 0, 20_000)]);
        let step = &trace.steps[0];
        let said = moved(step.moved.as_ref().unwrap(), &step.terms, "Ana");
        assert!(
            said.sentences[0].contains("9 times likelier"),
            "{:?}",
            said.sentences
        );
        assert_eq!(said.after, Percent(step.moved.unwrap().after));
    }
}
