//! Where something is on an axis, said as one would find it by eye: counted from a number.

use super::axis::{Numbered, Ticks};
use super::words::{counted, listed, ordinal};
use crate::Rational;

impl Ticks {
    /// The sentences on ticks and numbers.
    pub fn said(&self, numbered: &Numbered) -> String {
        let spaces = counted(self.spaces, "equal space");
        let numbers: Vec<String> = numbered
            .indices
            .iter()
            .map(|&i| self.number(i).said())
            .collect();
        if numbers.len() == self.spaces as usize + 1 {
            return format!("Every tick has its number: {}.", listed(&numbers));
        }
        let each = match numbered.indices[..] {
            [first, second, _, ..] => format!(
                ", and every {} tick has its number",
                ordinal(second - first)
            ),
            _ => String::new(),
        };
        format!(
            "Ticks mark off {spaces}{each}. Numbers: {}.",
            listed(&numbers)
        )
    }

    /// `at 3`, `at the 2nd tick after 3`, `halfway between ...`.
    pub fn place_said(&self, numbered: &Numbered, value: Rational) -> String {
        let along = self.spaces_to(value).unwrap_or(Rational::ZERO);
        let tick = i32::try_from(along.floor().numerator()).unwrap_or(0);
        if along.is_whole() {
            return format!("at {}", self.tick_said(numbered, tick));
        }
        let (low, high) = (
            self.tick_said(numbered, tick),
            self.tick_said(numbered, tick + 1),
        );
        let rest = along.checked_sub(along.floor());
        let half = Rational::new(1, 2);
        match rest.cmp(&half) {
            std::cmp::Ordering::Less => format!("between {low} and {high}, nearer {low}"),
            std::cmp::Ordering::Equal => format!("halfway between {low} and {high}"),
            std::cmp::Ordering::Greater => format!("between {low} and {high}, nearer {high}"),
        }
    }

    fn tick_said(&self, numbered: &Numbered, tick: i32) -> String {
        if numbered.indices.contains(&tick) {
            return self.number(tick).said();
        }
        let before = numbered.indices.iter().rev().find(|&&i| i < tick);
        if let Some(&known) = before {
            return format!(
                "the {} tick after {}",
                ordinal(tick - known),
                self.number(known).said()
            );
        }
        let after = numbered.indices.iter().find(|&&i| i > tick);
        after.map_or_else(
            || format!("the {} tick", ordinal(tick + 1)),
            |&known| {
                format!(
                    "the {} tick before {}",
                    ordinal(known - tick),
                    self.number(known).said()
                )
            },
        )
    }
}
