//! A coordinate grid in words.

use super::axis::{Ticks, scaled};
use super::grid::{Grid, Place};
use super::label::Label;
use crate::Rational;
use crate::text::show;

impl Grid<'_> {
    /// The axes: `origin` when both meet at 0.
    pub fn describe(&mut self, x_name: &Label, y_name: &Label, origin: bool) {
        let axis = |ticks: &Ticks, name: &Label, which: &str, way: &str| {
            let [first, last, step] = [
                ticks.number(0).said(),
                ticks.number(ticks.spaces).said(),
                super::words::number(ticks.step),
            ];
            let name = if name.words == which {
                String::new()
            } else {
                format!(", labelled {},", name.said())
            };
            format!(
                "The {which}-axis{name} runs {way} from {first} to {last}, with a grid line every {step}."
            )
        };
        self.said.push("Coordinate grid.".to_owned());
        self.said.push(axis(&self.x, x_name, "x", "left to right"));
        self.said.push(axis(&self.y, y_name, "y", "upwards"));
        if !origin {
            self.said
                .push("The axes meet at the lower left of the grid.".to_owned());
        }
    }

    /// In squares from the axes, counted as a finger would: not the coordinates themselves.
    pub fn place_said(&self, (x, y): Place) -> String {
        let squares = |ticks: &Ticks, value: Rational| {
            let from = ticks.zero().unwrap_or(0);
            let along = ticks.spaces_to(value)?;
            along.checked_sub(Rational::whole(i64::from(from)))
        };
        let (across, up) = (squares(&self.x, x), squares(&self.y, y));
        let (across, up) = (
            across.unwrap_or(Rational::ZERO),
            up.unwrap_or(Rational::ZERO),
        );
        if across == Rational::ZERO && up == Rational::ZERO {
            return "where the axes meet".to_owned();
        }
        let said = |squares: Rational, [more, less]: [&str; 2]| {
            let size = squares.checked_abs().unwrap_or(squares);
            let half = scaled(size, 2, 1).and_then(|n| Rational::new(i128::from(n), 2));
            let about = if half == Some(size) { "" } else { "about " };
            let size = half.unwrap_or(size);
            let unit = if size == Rational::ONE {
                "square"
            } else {
                "squares"
            };
            let count = match (size.is_whole(), size.floor() == Rational::ZERO) {
                (false, true) => "half a square".to_owned(),
                (false, false) => format!("{} and a half squares", size.floor()),
                _ => format!("{} {unit}", show::number(size).plain()),
            };
            format!(
                "{about}{count} {}",
                if squares.is_negative() { less } else { more }
            )
        };
        let sideways = said(across, ["right of the y-axis", "left of the y-axis"]);
        let upwards = said(up, ["above the x-axis", "below the x-axis"]);
        match (across == Rational::ZERO, up == Rational::ZERO) {
            (true, _) => format!("on the y-axis, {upwards}"),
            (_, true) => format!("on the x-axis, {sideways}"),
            _ => format!("{sideways} and {upwards}"),
        }
    }
}
