//! The line of P(known) over the questions, as geometry.

use api::EstimateTrace;

use super::told::{Mark, verdict};
use crate::pages::staff::words::{Percent, counted};

/// Drawing height in pixels; widths are percents, so that text keeps its size on every screen.
pub const HEIGHT: f64 = 208.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 24.0;
const LEFT: f64 = 1.5;
const RIGHT: f64 = 98.0;
/// A night's forgetting is not worth a kink in the line; a pause that shows is. In pixels.
const KINK: f64 = 3.0;

/// One end of a line, x in percent and y in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    pub at: Spot,
    pub mark: Mark,
    pub helped: bool,
}

/// A piece of the line: an answer, or days without practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    pub from: Spot,
    pub to: Spot,
    pub forgetting: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub pieces: Vec<Piece>,
    pub dots: Vec<Dot>,
    pub start: Spot,
    /// Height of the mastery line.
    pub threshold: f64,
    /// The chart in a sentence.
    pub told: String,
}

/// Height of a probability.
pub fn y_of(p: f64) -> f64 {
    TOP + (1.0 - p) * (HEIGHT - TOP - BOTTOM)
}

/// `None` while nothing counted.
pub fn chart(trace: &EstimateTrace) -> Option<Chart> {
    let counted_steps: Vec<_> = trace
        .steps
        .iter()
        .rev()
        .filter_map(|step| step.moved.as_ref().map(|moved| (step, moved)))
        .collect();
    let (first, last) = (counted_steps.first()?.1, counted_steps.last()?.1);
    let wide = (RIGHT - LEFT) / counted_steps.len() as f64;
    let start = Spot {
        x: LEFT,
        y: y_of(first.before),
    };
    let mut pieces = Vec::new();
    let mut dots = Vec::new();
    let mut at = start;
    for (n, (step, moved)) in counted_steps.iter().enumerate() {
        let faded = Spot {
            x: at.x + wide * 0.35,
            y: y_of(moved.after_forgetting),
        };
        if faded.y - at.y >= KINK {
            pieces.push(Piece {
                from: at,
                to: faded,
                forgetting: true,
            });
            at = faded;
        }
        let to = Spot {
            x: LEFT + wide * (n + 1) as f64,
            y: y_of(moved.after),
        };
        pieces.push(Piece {
            from: at,
            to,
            forgetting: false,
        });
        dots.push(Dot {
            at: to,
            mark: verdict(&step.result).0,
            helped: step.hints > 0,
        });
        at = to;
    }
    let told = format!(
        "The chance that {} knows this skill went from {} before the first question to {} after {}. \
         Mastery begins at {}.",
        trace.student_name,
        Percent(first.before),
        Percent(last.after),
        counted(counted_steps.len(), "counted question", "counted questions"),
        Percent(trace.rule.threshold),
    );
    Some(Chart {
        pieces,
        dots,
        start,
        threshold: y_of(trace.rule.threshold),
        told,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::trace;
    use super::*;

    #[test]
    fn nothing_counted_draws_nothing() {
        assert_eq!(chart(&trace(&[])), None);
    }

    #[test]
    fn the_line_runs_from_the_prior_to_now_oldest_first() {
        let chart = chart(&trace(&[(true, 0, 1), (false, 1, 1), (true, 0, 1)])).unwrap();
        assert_eq!(chart.start.y, y_of(0.42));
        assert_eq!(chart.dots.len(), 3);
        assert!(chart.dots[0].at.y < chart.start.y, "right answers go up");
        assert!(chart.dots[1].at.y > chart.dots[0].at.y, "wrong ones down");
        assert_eq!(
            (chart.dots[1].mark, chart.dots[1].helped),
            (Mark::Wrong, true)
        );
        assert!((chart.dots[2].at.x - RIGHT).abs() < 1e-9);
        assert!(chart.pieces.windows(2).all(|two| two[0].to == two[1].from));
        assert!(chart.told.starts_with(
            "The chance that Ana Rivera knows this skill went from 42% before the first question"
        ));
        assert!(
            chart
                .told
                .ends_with("after 3 counted questions. Mastery begins at 95%.")
        );
    }

    #[test]
    fn a_long_pause_is_drawn_as_one() {
        let chart = chart(&trace(&[(true, 0, 1), (true, 0, 2), (true, 0, 60)])).unwrap();
        let fading: Vec<_> = chart
            .pieces
            .iter()
            .filter(|piece| piece.forgetting)
            .collect();
        assert_eq!(fading.len(), 1);
        assert!(fading[0].to.y > fading[0].from.y);
    }
}
