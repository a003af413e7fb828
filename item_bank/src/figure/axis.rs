//! Ticks and their numbers, for every axis.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, PathClass, TextClass};
use super::path::At;
use super::reader::{Drawn, Reader};
use super::rule::Numbers;
use crate::Rational;
use crate::rich::Math;
use crate::text::show;

/// `spaces` equal steps from a number on.
#[derive(Clone, Debug)]
pub(super) struct Ticks {
    pub from: Rational,
    pub step: Rational,
    pub spaces: i32,
    pub style: Style,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub numbers: Numbers,
    /// Kept, not simplified.
    pub denominator: Option<i128>,
}

/// Which ticks have a number.
#[derive(Clone, Debug)]
pub(super) struct Numbered {
    pub indices: Vec<i32>,
    pub class: TextClass,
}

pub(super) const MOST_TICKS: i32 = 60;

impl Ticks {
    pub fn read(
        reader: &Reader<'_>,
        [from, to, step]: [&str; 3],
        style: Style,
        most: i32,
    ) -> Drawn<Self> {
        let (from, to) = (reader.number("from", from)?, reader.number("to", to)?);
        let step = reader.positive("step", step)?;
        if to <= from {
            return Err(reader.value("to", to, "more than `from`"));
        }
        let spaces = to.checked_sub(from).and_then(|l| l.checked_div(step));
        let spaces = spaces.ok_or_else(|| reader.overflow("step"))?;
        if !spaces.is_whole() {
            return Err(reader.value("step", step, "a divisor of the length from `from` to `to`"));
        }
        let count = usize::try_from(spaces.numerator()).unwrap_or(usize::MAX);
        reader.at_most("ticks after the first", count, most as usize)?;
        Ok(Self {
            from,
            step,
            spaces: count as i32,
            style,
        })
    }

    pub fn style(reader: &Reader<'_>, numbers: Numbers, kept: Option<&String>) -> Drawn<Style> {
        let denominator = kept
            .map(|d| reader.count("denominator", d, 1, 100))
            .transpose()?;
        Ok(Style {
            numbers,
            denominator: denominator.map(i128::from),
        })
    }

    /// Steps from the first tick: where a value is, in spaces.
    pub fn spaces_to(&self, value: Rational) -> Option<Rational> {
        value.checked_sub(self.from)?.checked_div(self.step)
    }

    pub fn value(&self, index: i32) -> Option<Rational> {
        let along = self.step.checked_mul(Rational::whole(i64::from(index)))?;
        self.from.checked_add(along)
    }

    /// The tick of 0, when it is one.
    pub fn zero(&self) -> Option<i32> {
        let index = self.spaces_to(Rational::ZERO).filter(|s| s.is_whole())?;
        let index = i32::try_from(index.numerator()).ok()?;
        (0..=self.spaces).contains(&index).then_some(index)
    }

    /// Where a value lies on an axis of this length; must be on it.
    pub fn place(
        &self,
        reader: &Reader<'_>,
        field: &'static str,
        value: Rational,
        length: i32,
    ) -> Drawn<i32> {
        let along = self
            .spaces_to(value)
            .ok_or_else(|| reader.overflow(field))?;
        if along.is_negative() || along > Rational::whole(i64::from(self.spaces)) {
            return Err(reader.value(field, value, "on the axis, between its ends"));
        }
        scaled(along, length, self.spaces).ok_or_else(|| reader.overflow(field))
    }

    pub fn tick(&self, index: i32, length: i32) -> i32 {
        (2 * index * length + self.spaces).div_euclid(2 * self.spaces)
    }

    pub fn number(&self, index: i32) -> Label {
        let value = self.value(index).unwrap_or(Rational::ZERO);
        Label::math(self.style.number(value))
    }

    /// Numbers at all ticks or at as many as fit `length`, in round steps that meet 0.
    pub fn numbered(&self, length: i32, every: Option<i32>, upright: bool) -> Numbered {
        let denominator = i32::try_from(self.step.denominator()).unwrap_or(1);
        let mut strides: Vec<i32> = (1..=denominator.min(60))
            .filter(|n| denominator % n == 0)
            .collect();
        strides.extend([2, 5, 10, 20, 50].map(|n| n * denominator.min(60)));
        if let Some(every) = every {
            strides = [1, 2, 3, 4, 5, 10, 20, 60].map(|n| n * every).to_vec();
        }
        let longest = |indices: &[i32], class| {
            let size = |&i: &i32| {
                let number = self.number(i);
                if upright {
                    number.height(class)
                } else {
                    number.width(class) + if number.is_mixed() { 90 } else { 50 }
                }
            };
            indices.iter().map(size).max().unwrap_or(0)
        };
        let fits = |stride: i32, class| {
            let first = self.zero().unwrap_or(0).rem_euclid(stride);
            let steps = (0..=self.spaces).filter(|i| i % stride == first);
            let indices: Vec<i32> = steps.collect();
            let wide = longest(&indices, class);
            (indices.len() < 2 || wide * self.spaces <= stride * length)
                .then_some(Numbered { indices, class })
        };
        let mut found = strides.iter().find_map(|&stride| {
            fits(stride, TextClass::Label).or_else(|| fits(stride, TextClass::Small))
        });
        let none = Numbered {
            indices: vec![0],
            class: TextClass::Small,
        };
        found.take().unwrap_or(none)
    }

    /// The horizontal axis from (0, y) with ticks and numbers below; the lowest edge comes back.
    pub fn draw(&self, canvas: &mut Canvas, (x, y): At, length: i32, numbered: &Numbered) {
        for index in 0..=self.spaces {
            let at = x + self.tick(index, length);
            let half = if numbered.indices.contains(&index) {
                75
            } else {
                45
            };
            canvas.line(PathClass::Tick, (at, y - half), (at, y + half));
        }
        let labels: Vec<_> = numbered
            .indices
            .iter()
            .map(|&i| (i, self.number(i)))
            .collect();
        let height = labels.iter().map(|(_, l)| l.height(numbered.class)).max();
        for (index, label) in labels {
            let at = (
                x + self.tick(index, length),
                y + 100 + height.unwrap_or(0) / 2,
            );
            canvas.label(numbered.class, Anchor::Middle, at, &label);
        }
    }
}

impl Style {
    pub const PLAIN: Self = Self {
        numbers: Numbers::Decimal,
        denominator: None,
    };

    fn number(self, value: Rational) -> Math {
        let kept = self.denominator.and_then(|d| {
            let n = value.checked_mul(Rational::new(d, 1)?)?;
            n.is_whole().then(|| over(n.numerator(), d))
        });
        kept.unwrap_or_else(|| match self.numbers {
            Numbers::Decimal => show::number(value),
            Numbers::Fraction => show::simplest(value),
            Numbers::Mixed => show::mixed(value),
        })
    }
}

fn over(top: i128, bottom: i128) -> Math {
    let part = |n: i128| Math::Num(n.unsigned_abs().to_string());
    let size = Math::Frac(Box::new((part(top), part(bottom))));
    if top < 0 {
        Math::Row(vec![Math::Op('\u{2212}'.to_string()), size])
    } else {
        size
    }
}

/// `length * along / spaces`, rounded.
pub(super) fn scaled(along: Rational, length: i32, spaces: i32) -> Option<i32> {
    let ratio = Rational::new(i128::from(length), i128::from(spaces))?;
    let exact = along.checked_mul(ratio)?;
    let rounded = exact.checked_add(Rational::new(1, 2)?)?.floor();
    i32::try_from(rounded.numerator()).ok()
}
