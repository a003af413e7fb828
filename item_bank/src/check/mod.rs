//! Is it right? Fair to every honest way of writing it.

mod number;
pub(crate) mod plain;

pub use number::read_number;

use number::{ReadNumber, Shape};

use crate::Rational;
use crate::item::{Almost, Choice, Item, Key, RawAnswer, Unreadable, Verdict};
use crate::rich::{Inline, Math, Rich};
use crate::template::{Form, Kind};
use crate::text::show;

/// Checks a raw answer against an item. Total: every input gives a verdict, in time linear in its
/// length.
pub fn check(item: &Item, answer: &RawAnswer) -> Verdict {
    match (&item.key, answer) {
        (Key::Number { value, form }, RawAnswer::Text(text)) => match read_number(text) {
            Ok(read) => number_verdict(item, *value, *form, &read),
            Err(why) => Verdict::Unreadable { why },
        },
        (Key::Choices(choices), RawAnswer::Choice(chosen)) if item.kind == Kind::Choice => {
            choices_verdict(choices, &[*chosen])
        }
        (Key::Choices(choices), RawAnswer::Choices(chosen)) if item.kind == Kind::MultiSelect => {
            choices_verdict(choices, chosen)
        }
        _ => Verdict::Unreadable {
            why: Unreadable::WrongKind,
        },
    }
}

fn number_verdict(item: &Item, value: Rational, form: Form, read: &ReadNumber) -> Verdict {
    if read.value != value {
        let hit = item
            .misconceptions
            .iter()
            .position(|m| m.answer == read.value);
        return Verdict::Wrong {
            feedback: hit.and_then(|n| u8::try_from(n).ok()),
        };
    }
    let unit_fits = read.unit.as_deref().is_none_or(|given| {
        item.unit
            .as_deref()
            .is_some_and(|asked| same_unit(given, asked))
    });
    if !unit_fits {
        return Verdict::Almost {
            why: Almost::WrongUnit,
        };
    }
    form_of(form, read).map_or(Verdict::Correct, |why| Verdict::Almost { why })
}

/// What the form still lacks, if anything.
fn form_of(form: Form, read: &ReadNumber) -> Option<Almost> {
    let (lowest, proper) = match read.shape {
        Shape::Whole | Shape::Decimal => (true, true),
        Shape::Fraction { lowest } => (lowest, true),
        Shape::Mixed { lowest, proper } => (lowest, proper),
    };
    let point = read.shape == Shape::Decimal && !read.value.is_whole();
    let bar = matches!(read.shape, Shape::Fraction { .. } | Shape::Mixed { .. });
    let over_one = read
        .value
        .checked_abs()
        .is_none_or(|size| size >= Rational::ONE);
    let top_heavy = matches!(read.shape, Shape::Fraction { .. }) && over_one;
    match form {
        Form::Any => None,
        Form::Decimal => bar.then_some(Almost::NotDecimal),
        Form::Mixed if point || top_heavy || !proper => Some(Almost::NotMixed),
        Form::Simplest if point || !proper => Some(Almost::NotSimplest),
        Form::Simplest | Form::Mixed => (!lowest).then_some(Almost::NotSimplest),
    }
}

/// `mile` and `miles` are one unit; so are `%` and `percent`.
fn same_unit(given: &str, asked: &str) -> bool {
    let base = |unit: &str| {
        let unit = unit.trim().trim_end_matches('.').to_ascii_lowercase();
        let unit = if unit == "percent" {
            "%".to_owned()
        } else {
            unit
        };
        unit.strip_suffix("es")
            .or_else(|| unit.strip_suffix('s'))
            .map_or(unit.clone(), str::to_owned)
    };
    let (given, asked) = (base(given), base(asked));
    given == asked
        || given.strip_suffix('e') == Some(&asked)
        || asked.strip_suffix('e') == Some(&given)
}

fn choices_verdict(choices: &[Choice], chosen: &[u8]) -> Verdict {
    if chosen.is_empty() {
        return Verdict::Unreadable {
            why: Unreadable::Empty,
        };
    }
    if chosen.iter().any(|&n| usize::from(n) >= choices.len()) {
        return Verdict::Unreadable {
            why: Unreadable::WrongKind,
        };
    }
    let right = choices
        .iter()
        .enumerate()
        .all(|(n, c)| c.correct == chosen.contains(&(n as u8)));
    if right {
        return Verdict::Correct;
    }
    let wrong = chosen
        .iter()
        .copied()
        .find(|&n| !choices[usize::from(n)].correct);
    Verdict::Wrong { feedback: wrong }
}

impl Item {
    /// P(right by luck alone): 1/k for k choices; for multi-select, of all non-empty selections.
    pub fn chance(&self) -> f64 {
        match (&self.key, self.kind) {
            (Key::Choices(choices), Kind::Choice) => 1.0 / choices.len() as f64,
            (Key::Choices(choices), _) => 1.0 / f64::from((1u32 << choices.len().min(20)) - 1),
            (Key::Number { .. }, _) => 0.0,
        }
    }

    /// The right answer in the form asked for.
    pub fn key_rich(&self) -> Rich {
        match &self.key {
            Key::Number { value, form } => {
                let math = match (form, self.kind) {
                    (Form::Mixed, _) | (Form::Any, Kind::Mixed) => show::mixed(*value),
                    (Form::Simplest, _) | (Form::Any, Kind::Fraction) => show::simplest(*value),
                    // prices have cents
                    _ if self.unit.as_deref() == Some("dollars") => show::money(*value),
                    _ => show::number(*value),
                };
                let mut rich = vec![Inline::Math(math)];
                if let Some(unit) = &self.unit {
                    let gap = if unit == "%" { "" } else { " " };
                    rich.push(Inline::Text(format!("{gap}{unit}")));
                }
                rich
            }
            Key::Choices(choices) => joined(choices.iter().filter(|c| c.correct)),
        }
    }

    /// An answer as the student would recognise it: numbers laid out, choices as their texts.
    pub fn answer_rich(&self, answer: &RawAnswer) -> Rich {
        match (&self.key, answer) {
            (_, RawAnswer::Text(text)) => vec![layout(text)],
            (Key::Choices(choices), RawAnswer::Choice(n)) => {
                joined(choices.get(usize::from(*n)).into_iter())
            }
            (Key::Choices(choices), RawAnswer::Choices(all)) => {
                joined(all.iter().filter_map(|&n| choices.get(usize::from(n))))
            }
            (Key::Number { .. }, _) => vec![Inline::Text("(not a number)".to_owned())],
        }
    }

    /// What to say to a wrong answer, when its author foresaw it.
    pub fn feedback(&self, verdict: &Verdict) -> Option<&Rich> {
        let Verdict::Wrong {
            feedback: Some(index),
        } = verdict
        else {
            return None;
        };
        let index = usize::from(*index);
        match &self.key {
            Key::Number { .. } => self.misconceptions.get(index).map(|m| &m.feedback),
            Key::Choices(choices) => choices.get(index).and_then(|c| c.feedback.as_ref()),
        }
    }
}

/// A typed answer as mathematics where it reads as a number: `1 3/4` stacked.
fn layout(text: &str) -> Inline {
    let Ok(read) = read_number(text) else {
        return Inline::Text(text.to_owned());
    };
    Inline::Math(match read.shape {
        Shape::Whole | Shape::Decimal => Math::Num(read.digits.clone()),
        Shape::Fraction { .. } | Shape::Mixed { .. } => read.layout(),
    })
}

fn joined<'a>(choices: impl Iterator<Item = &'a Choice>) -> Rich {
    let mut rich = Rich::new();
    for choice in choices {
        if !rich.is_empty() {
            rich.push(Inline::Text("; ".to_owned()));
        }
        rich.extend(choice.text.iter().cloned());
    }
    rich
}

#[cfg(test)]
mod tests;
