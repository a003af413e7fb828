//! Where ticks stand in a picture. Units are tenths of a pixel on a phone, in whole numbers:
//! printing fractions would cost the first load 10 KB.

use item_bank::Axis;
use web_sys::{Element, PointerEvent};

/// Of every picture, in units.
pub const WIDE: i32 = 3600;
/// A label's letter, more or less.
const LETTER: i32 = 95;

/// From the first tick to the last, in units; `to` is below `from` where values grow upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    pub from: i32,
    pub to: i32,
    pub last: i32,
}

impl Scale {
    pub fn new(axis: &Axis, from: i32, to: i32) -> Self {
        let last = (axis.names.len() as i32 - 1).max(1);
        Self { from, to, last }
    }

    pub fn at(&self, tick: i32) -> i32 {
        self.from + (self.to - self.from) * tick / self.last
    }

    /// The tick nearest to a place.
    pub fn tick(&self, at: i32) -> i32 {
        let steps = f64::from((at - self.from) * self.last) / f64::from(self.to - self.from);
        (steps.round() as i32).clamp(0, self.last)
    }

    /// The labels that there is room for, each with its tick.
    pub fn labels(&self, axis: &Axis, upright: bool) -> Vec<(i32, String)> {
        let given: Vec<(i32, &String)> = (0..)
            .zip(&axis.labels)
            .filter(|(_, label)| !label.is_empty())
            .collect();
        let longest = given.iter().map(|(_, label)| label.chars().count());
        let letters = longest.max().unwrap_or(0) as i32;
        let needs = if upright { 170 } else { (letters + 1) * LETTER };
        let room = (self.to - self.from).abs() / (given.len() as i32 - 1).max(1);
        let every = (needs + room - 1) / room.max(1);
        let kept = given.into_iter().step_by(every.max(1) as usize);
        kept.map(|(tick, label)| (tick, label.clone())).collect()
    }
}

/// Where on a picture a pointer is, in its units.
pub fn pointed(event: &PointerEvent, picture: &Element) -> [i32; 2] {
    let area = picture.get_bounding_client_rect();
    let unit = f64::from(WIDE) / area.width().max(1.0);
    [
        ((f64::from(event.client_x()) - area.left()) * unit) as i32,
        ((f64::from(event.client_y()) - area.top()) * unit) as i32,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(count: usize, every: usize) -> Axis {
        let names: Vec<String> = (0..count).map(|n| n.to_string()).collect();
        let label = |(n, name): (usize, &String)| match n % every {
            0 => name.clone(),
            _ => String::new(),
        };
        Axis {
            labels: names.iter().enumerate().map(label).collect(),
            names,
            title: None,
        }
    }

    #[test]
    fn a_place_is_read_as_the_nearest_tick() {
        for (from, to) in [(240, 3360), (3300, 120)] {
            let scale = Scale::new(&axis(11, 1), from, to);
            for tick in 0..=10 {
                assert_eq!(scale.tick(scale.at(tick)), tick);
                assert_eq!(scale.tick(scale.at(tick) + 90), tick);
            }
            assert_eq!(scale.tick(from - (to - from)), 0);
        }
    }

    #[test]
    fn labels_that_would_run_into_each_other_are_thinned() {
        let scale = |axis: &Axis| Scale::new(axis, 240, 3360).labels(axis, false).len();
        assert_eq!(scale(&axis(11, 1)), 11);
        assert_eq!(scale(&axis(41, 5)), 9);
        assert_eq!(scale(&axis(41, 1)), 11);
    }
}
