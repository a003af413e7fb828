//! Is it right? Fair to every honest way of writing it.

pub(crate) mod algebra;
mod arrange;
mod chance;
#[cfg(feature = "author")]
mod example;
mod number;
pub(crate) mod plain;
mod read;
mod say;
mod table;
mod unit;
mod words;

pub use read::read_number;

use crate::item::{Almost, Choice, Item, Key, RawAnswer, Unreadable, Verdict};
use crate::template::Kind;

/// Checks a raw answer against an item. Total: every input gives a verdict, in time linear in its
/// length.
pub fn check(item: &Item, answer: &RawAnswer) -> Verdict {
    match (&item.key, answer) {
        (Key::Number { value, form }, RawAnswer::Text(text)) => {
            number::verdict(item, *value, *form, text)
        }
        (Key::Algebra { text: key, form }, RawAnswer::Text(text)) => {
            algebra::verdict(item, key, *form, text)
        }
        (Key::Words(accept), RawAnswer::Text(text)) => {
            words::verdict(accept, &item.misconceptions, text)
        }
        (Key::Choices(choices), RawAnswer::Choice(chosen)) if item.kind == Kind::Choice => {
            choices_verdict(choices, &[*chosen])
        }
        (Key::Choices(choices), RawAnswer::Choices(chosen)) if item.kind == Kind::MultiSelect => {
            choices_verdict(choices, chosen)
        }
        (Key::Order { right, .. }, RawAnswer::Choices(given)) => arrange::order(right, given),
        (Key::Match { right, pairs, .. }, RawAnswer::Choices(given)) => {
            arrange::matched(pairs, right.len(), given)
        }
        (Key::Line { axis, wanted }, given) => arrange::line(axis, wanted, given),
        (Key::Plot { x, y, points }, RawAnswer::Points(given)) => {
            arrange::plot([x, y], points, given)
        }
        (Key::Table { rows, .. }, RawAnswer::Cells(given)) => table::verdict(rows, given),
        _ => unreadable(Unreadable::WrongKind),
    }
}

fn unreadable(why: Unreadable) -> Verdict {
    Verdict::Unreadable { why }
}

fn almost(why: Almost) -> Verdict {
    Verdict::Almost { why }
}

/// Wrong, with nothing foreseen to say.
const WRONG: Verdict = Verdict::Wrong { feedback: None };

fn wrong(foreseen: Option<usize>) -> Verdict {
    Verdict::Wrong {
        feedback: foreseen.and_then(|n| u8::try_from(n).ok()),
    }
}

fn choices_verdict(choices: &[Choice], chosen: &[u8]) -> Verdict {
    if chosen.is_empty() {
        return unreadable(Unreadable::Empty);
    }
    if chosen.iter().any(|&n| usize::from(n) >= choices.len()) {
        return unreadable(Unreadable::WrongKind);
    }
    let right = choices
        .iter()
        .enumerate()
        .all(|(n, c)| c.correct == chosen.contains(&(n as u8)));
    if right {
        return Verdict::Correct;
    }
    let first_wrong = chosen
        .iter()
        .copied()
        .find(|&n| !choices[usize::from(n)].correct);
    Verdict::Wrong {
        feedback: first_wrong,
    }
}

#[cfg(test)]
mod tests;
