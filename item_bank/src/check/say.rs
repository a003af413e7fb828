//! Answers as a person would recognise them.

use super::arrange::texts;
use super::number::rounded;
use super::read::{Shape, read_number};
use super::table::gaps;
use crate::item::{Axis, Choice, Interval, Item, Key, Part, RawAnswer, Verdict, Wanted};
use crate::rich::{Inline, Math, Rich};
use crate::template::{Form, Kind};
use crate::text::show;

impl Item {
    /// The right answer in the form asked for.
    pub fn key_rich(&self) -> Rich {
        match &self.key {
            Key::Number { value, form } => {
                let math = match (form, self.kind) {
                    (Form::Mixed, _) | (Form::Any, Kind::Mixed) => show::mixed(*value),
                    (Form::Simplest, _) | (Form::Any, Kind::Fraction) => show::simplest(*value),
                    _ => {
                        let places = form.places();
                        let value = places.and_then(|n| rounded(*value, n)).unwrap_or(*value);
                        // prices have cents
                        if self.unit.as_deref() == Some("dollars") {
                            show::money(value)
                        } else {
                            show::number(value)
                        }
                    }
                };
                let mut rich = vec![Inline::Math(math)];
                if let Some(unit) = &self.unit {
                    let gap = if unit == "%" { "" } else { " " };
                    rich.push(Inline::Text(format!("{gap}{unit}")));
                }
                rich
            }
            Key::Algebra { text, .. } => algebra(self.kind, text),
            Key::Words(accept) => words(accept.first().map_or("", String::as_str)),
            Key::Choices(choices) => joined(choices.iter().filter(|c| c.correct)),
            Key::Order { parts, right } => listed(texts(parts, right)),
            Key::Match { left, right, pairs } => paired(left, right, pairs),
            Key::Line { axis, wanted } => match wanted {
                Wanted::Points(points) => {
                    let points: Vec<[i32; 2]> = points.iter().map(|&at| [at, 0]).collect();
                    words(&marks(axis, &points))
                }
                Wanted::Interval(wanted) => words(&interval(axis, *wanted)),
            },
            Key::Plot { x, y, points } => words(&pairs(x, y, points)),
            Key::Table { rows, .. } => {
                let values = gaps(rows).map(|value| Inline::Math(show::number(value)));
                let mut rich = Rich::new();
                for value in values {
                    if !rich.is_empty() {
                        rich.push(Inline::Text("; ".to_owned()));
                    }
                    rich.push(value);
                }
                rich
            }
        }
    }

    /// An answer as the student would recognise it: numbers laid out, choices as their texts.
    pub fn answer_rich(&self, answer: &RawAnswer) -> Rich {
        match (&self.key, answer) {
            (Key::Number { .. }, RawAnswer::Text(text)) => vec![layout(text)],
            (Key::Algebra { .. }, RawAnswer::Text(text)) => algebra(self.kind, text),
            (_, RawAnswer::Text(text)) => words(text),
            (Key::Choices(choices), RawAnswer::Choice(n)) => {
                joined(choices.get(usize::from(*n)).into_iter())
            }
            (Key::Choices(choices), RawAnswer::Choices(all)) => {
                joined(all.iter().filter_map(|&n| choices.get(usize::from(n))))
            }
            (Key::Order { parts, .. }, RawAnswer::Choices(at)) => listed(texts(parts, at)),
            (Key::Match { left, right, .. }, RawAnswer::Choices(at)) => paired(left, right, at),
            (Key::Line { axis, .. }, RawAnswer::Points(points)) => words(&marks(axis, points)),
            (Key::Line { axis, .. }, RawAnswer::Interval(given)) => words(&interval(axis, *given)),
            (Key::Plot { x, y, .. }, RawAnswer::Points(points)) => words(&pairs(x, y, points)),
            (_, RawAnswer::Cells(cells)) => words(&cells.join("; ")),
            _ => words("(not an answer to this question)"),
        }
    }

    /// What to say to a wrong answer: to this very one, or to any.
    pub fn feedback(&self, verdict: &Verdict) -> Option<&Rich> {
        let Verdict::Wrong { feedback } = verdict else {
            return None;
        };
        let to_this = feedback.and_then(|index| {
            let index = usize::from(index);
            match &self.key {
                Key::Choices(choices) => choices.get(index).and_then(|c| c.feedback.as_ref()),
                _ => self.misconceptions.get(index).map(|m| &m.feedback),
            }
        });
        to_this.or(self.feedback.as_ref())
    }
}

fn words(text: &str) -> Rich {
    vec![Inline::Text(text.to_owned())]
}

fn algebra(kind: Kind, text: &str) -> Rich {
    super::algebra::layout(kind, text).map_or_else(|| words(text), |math| vec![Inline::Math(math)])
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
    with_between(choices.map(|choice| &choice.text), "; ")
}

fn listed<'a>(parts: impl Iterator<Item = &'a Part>) -> Rich {
    with_between(parts.map(|part| &part.text), ", then ")
}

fn with_between<'a>(texts: impl Iterator<Item = &'a Rich>, between: &str) -> Rich {
    let mut rich = Rich::new();
    for text in texts {
        if !rich.is_empty() {
            rich.push(Inline::Text(between.to_owned()));
        }
        rich.extend(text.iter().cloned());
    }
    rich
}

fn paired(left: &[Part], right: &[Part], pairs: &[u8]) -> Rich {
    let mut rich = Rich::new();
    for (left, &at) in left.iter().zip(pairs) {
        let Some(right) = right.get(usize::from(at)) else {
            continue;
        };
        if !rich.is_empty() {
            rich.push(Inline::Text("; ".to_owned()));
        }
        rich.extend(left.text.iter().cloned());
        rich.push(Inline::Text(" \u{2192} ".to_owned()));
        rich.extend(right.text.iter().cloned());
    }
    rich
}

fn marks(axis: &Axis, points: &[[i32; 2]]) -> String {
    let names = points.iter().filter_map(|point| axis.name(point[0]));
    names.collect::<Vec<_>>().join("; ")
}

fn pairs(x: &Axis, y: &Axis, points: &[[i32; 2]]) -> String {
    let pair = |[across, up]: &[i32; 2]| Some(format!("({}, {})", x.name(*across)?, y.name(*up)?));
    points
        .iter()
        .filter_map(pair)
        .collect::<Vec<_>>()
        .join("; ")
}

fn interval(axis: &Axis, interval: Interval) -> String {
    let end = |at: i32| axis.name(at).unwrap_or_default().to_owned();
    let from = interval
        .from
        .map(|it| (end(it.at), if it.open { "more than" } else { "at least" }));
    let to = interval
        .to
        .map(|it| (end(it.at), if it.open { "less than" } else { "at most" }));
    match (from, to) {
        (Some((from, more)), Some((to, less))) => format!("{more} {from} and {less} {to}"),
        (Some((end, way)), None) | (None, Some((end, way))) => format!("{way} {end}"),
        (None, None) => "the whole line".to_owned(),
    }
}
