//! A scale to mark things on.

use serde::{Deserialize, Serialize};

use crate::Rational;

/// The ticks of a scale, first to last. Marks stand on ticks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// What is printed at each tick; empty where nothing is.
    pub labels: Vec<String>,
    /// Every tick's value as text, for reading out.
    pub names: Vec<String>,
    pub title: Option<String>,
}

wire_read::object!(Axis {
    labels,
    names,
    title
});

impl Axis {
    /// A tick's value in words; a mark off the scale has none.
    pub fn name(&self, tick: i32) -> Option<&str> {
        let tick = usize::try_from(tick).ok()?;
        self.names.get(tick).map(String::as_str)
    }
}

/// Equal steps from one end to the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    from: Rational,
    step: Rational,
    steps: i128,
}

impl Scale {
    /// Steps that can still be told apart on a phone.
    const MAX_STEPS: i128 = 60;

    /// `None` when `to` is not a whole number of steps from `from`, or there are too many.
    pub fn new(from: Rational, to: Rational, step: Rational) -> Option<Self> {
        let steps = to.checked_sub(from)?.checked_div(step)?;
        let steps = steps.is_whole().then(|| steps.numerator())?;
        (1..=Self::MAX_STEPS)
            .contains(&steps)
            .then_some(Self { from, step, steps })
    }

    /// The tick that a value stands on.
    pub fn tick(&self, value: Rational) -> Option<i32> {
        let at = value.checked_sub(self.from)?.checked_div(self.step)?;
        let on = at.is_whole() && (0..=self.steps).contains(&at.numerator());
        on.then(|| i32::try_from(at.numerator()).ok()).flatten()
    }

    /// With a label at every `label_every`th tick; `None` beyond what numbers can hold. In fractions
    /// every tick keeps the step's denominator: 2/4 and not 1/2, since parts are counted.
    pub fn axis(&self, label_every: usize, title: Option<String>, fractions: bool) -> Option<Axis> {
        let mut names = Vec::new();
        for n in 0..=self.steps {
            let way = self.step.checked_mul(Rational::new(n, 1)?)?;
            let value = self.from.checked_add(way)?;
            names.push(self.name(value, fractions)?);
        }
        let every = label_every.max(1);
        let label = |(n, name): (usize, &String)| {
            if n % every == 0 {
                name.clone()
            } else {
                String::new()
            }
        };
        Some(Axis {
            labels: names.iter().enumerate().map(label).collect(),
            names,
            title,
        })
    }

    fn name(&self, value: Rational, fractions: bool) -> Option<String> {
        if !fractions || value.is_whole() {
            return Some(crate::text::show::number(value).plain());
        }
        let parts = self.step.denominator();
        let count = value.checked_mul(Rational::new(parts, 1)?)?;
        let sign = if count.is_negative() { "\u{2212}" } else { "" };
        Some(format!(
            "{sign}{}/{parts}",
            count.numerator().unsigned_abs()
        ))
    }
}
