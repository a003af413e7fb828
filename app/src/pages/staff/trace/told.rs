//! One response in words.

use api::TraceStep;
use item_bank::{Almost, Unreadable, Verdict};

use super::wording::{Moved, moved};
use crate::pages::staff::words::duration;

/// How an answer stands: a word, and what kind of mark goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Right,
    Wrong,
    /// Neither: almost right, or not readable.
    Open,
}

pub fn verdict(result: &Verdict) -> (Mark, &'static str) {
    match result {
        Verdict::Correct => (Mark::Right, "Right"),
        Verdict::Wrong { .. } => (Mark::Wrong, "Not right"),
        Verdict::Almost { why } => (
            Mark::Open,
            match why {
                Almost::NotSimplest => "Almost: the right value, not in simplest form",
                Almost::NotMixed => "Almost: the right value, not as a mixed number",
                Almost::NotDecimal => "Almost: the right value, not as a decimal",
                Almost::NotPercent => "Almost: the right value, not as a percent",
                Almost::NotRounded => "Almost: the right value, not rounded",
                Almost::WrongUnit => "Almost: the right number, another unit",
                Almost::MissingUnit => "Almost: the right number, without its unit",
                Almost::NotExpanded => "Almost: the right value, not multiplied out",
                Almost::NotFactored => "Almost: the right value, not as a product",
                Almost::NotSolved => "Almost: right, not yet solved for the letter",
                Almost::AlreadySolved => "Almost: the solution, not the equation",
                Almost::Spelling => "Almost: the right word, misspelled",
            },
        ),
        Verdict::Unreadable { why } => (
            Mark::Open,
            match why {
                Unreadable::Empty => "Sent empty",
                Unreadable::NotANumber => "Not a number",
                Unreadable::ZeroDenominator => "A fraction with 0 below",
                Unreadable::TooLong => "Too long to read",
                Unreadable::WrongKind => "Not an answer to this kind of question",
                Unreadable::Incomplete => "Not finished",
                Unreadable::NotAlgebra => "Not readable as algebra",
                Unreadable::OpenBracket => "A bracket without its partner",
                Unreadable::NoRelation => "No =, < or >",
                Unreadable::OtherLetter => "A letter that the question does not have",
                Unreadable::TooComplicated => "Too long to work out",
            },
        ),
    }
}

/// "1 of 3 hints", "no hints".
pub fn help(step: &TraceStep) -> String {
    match (step.hints, step.hints_of) {
        (0, _) => "no hints".to_owned(),
        (seen, of) if seen >= of => format!("all {of} hints"),
        (seen, of) => format!("{seen} of {of} hints"),
    }
}

/// What the student had: hints, the bridge, and time.
pub fn circumstances(step: &TraceStep) -> String {
    let bridge = if step.bridge { ", bridge open" } else { "" };
    let hints = help(step);
    let sentence = format!("{hints}{bridge}, {}", duration(step.elapsed_ms));
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => sentence,
    }
}

/// How the response moved the estimate, or why it did not.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Moved(Moved),
    NotCounted(&'static str),
}

/// `name` is what the student is called.
pub fn effect(step: &TraceStep, name: &str) -> Effect {
    match &step.moved {
        Some(whole) => Effect::Moved(moved(whole, &step.terms, name)),
        None if step.attempt > 1 => Effect::NotCounted(
            "Not counted: another try at the same question. Only the first moves the estimate.",
        ),
        None => Effect::NotCounted("Not counted: neither right nor wrong, so nothing moved."),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{step, trace};
    use super::*;

    #[test]
    fn verdicts_are_words() {
        assert_eq!(verdict(&Verdict::Correct), (Mark::Right, "Right"));
        let almost = Verdict::Almost {
            why: Almost::NotSimplest,
        };
        assert_eq!(verdict(&almost).0, Mark::Open);
    }

    #[test]
    fn circumstances_are_one_line() {
        let mut seen = step(0, Verdict::Correct, 2);
        assert_eq!(circumstances(&seen), "2 of 3 hints, 42 s");
        seen.hints = 0;
        seen.bridge = true;
        assert_eq!(circumstances(&seen), "No hints, bridge open, 42 s");
        seen.hints = 3;
        assert_eq!(help(&seen), "all 3 hints");
    }

    #[test]
    fn later_attempts_are_marked_as_not_counting() {
        let mut again = step(0, Verdict::Correct, 0);
        again.attempt = 2;
        assert!(
            matches!(effect(&again, "Ana"), Effect::NotCounted(why) if why.contains("another try"))
        );
        let almost = step(
            0,
            Verdict::Almost {
                why: Almost::NotSimplest,
            },
            0,
        );
        assert!(
            matches!(effect(&almost, "Ana"), Effect::NotCounted(why) if why.contains("neither"))
        );
        let first = &trace(&[(true, 0, 1)]).steps[0];
        assert!(matches!(effect(first, "Ana"), Effect::Moved(_)));
    }
}
