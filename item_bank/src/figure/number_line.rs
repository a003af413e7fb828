//! Number lines.

use super::axis::{MOST_TICKS, Numbered, Ticks};
use super::canvas::Canvas;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::Step;
use super::reader::{Drawn, Reader};
use super::rule::{IntervalRule, JumpRule, MarkRule, NumberLineRule};
use super::words::{counted, labelled, named};
use crate::Rational;

/// From the last tick to the arrow's tip.
const BEYOND: i32 = 170;
const DOT: i32 = 55;

struct Line<'a> {
    reader: &'a Reader<'a>,
    ticks: Ticks,
    numbered: Numbered,
    length: i32,
    said: Vec<String>,
}

pub(super) fn draw(rule: &NumberLineRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.at_most("points", rule.points.len(), 12)?;
    reader.at_most("intervals", rule.intervals.len(), 4)?;
    reader.at_most("jumps", rule.jumps.len(), 20)?;
    let style = Ticks::style(reader, rule.numbers, rule.denominator.as_ref())?;
    let ticks = Ticks::read(
        reader,
        [&rule.from, &rule.to, &rule.step],
        style,
        MOST_TICKS,
    )?;
    let every = rule.label_every.as_ref();
    let every = every
        .map(|e| reader.count("label_every", e, 1, MOST_TICKS))
        .transpose()?;
    // an arrow's tip or half a long number, whichever reaches further
    let ends = [0, ticks.spaces].map(|i| ticks.number(i).width(TextClass::Label) / 2);
    let length = reader.room - ends.map(|half| half.max(BEYOND)).iter().sum::<i32>();
    let numbered = ticks.numbered(length, every, false);
    let mut line = Line {
        reader,
        said: vec![
            format!(
                "Number line from {} to {}.",
                ticks.number(0).said(),
                ticks.number(ticks.spaces).said()
            ),
            ticks.said(&numbered),
        ],
        ticks,
        numbered,
        length,
    };
    let mut canvas = Canvas::new(reader.kind);
    let (left, right) = ((-BEYOND, 0), (length + BEYOND, 0));
    canvas.line(PathClass::Axis, left, right);
    canvas.head(left, right);
    canvas.head(right, left);
    line.ticks.draw(&mut canvas, (0, 0), length, &line.numbered);
    for interval in &rule.intervals {
        line.interval(&mut canvas, interval)?;
    }
    for jump in &rule.jumps {
        line.jump(&mut canvas, jump)?;
    }
    line.points(&mut canvas, &rule.points, !rule.jumps.is_empty())?;
    let alt = reader.alt(rule.alt.as_ref(), line.said.join(" "))?;
    canvas.finish(alt)
}

impl Line<'_> {
    fn place(&self, field: &'static str, source: &str) -> Drawn<(Rational, i32)> {
        let value = self.reader.number(field, source)?;
        Ok((
            value,
            self.ticks.place(self.reader, field, value, self.length)?,
        ))
    }

    fn where_said(&self, value: Rational) -> String {
        self.ticks.place_said(&self.numbered, value)
    }

    fn interval(&mut self, canvas: &mut Canvas, rule: &IntervalRule) -> Drawn<()> {
        let from = rule
            .from
            .as_ref()
            .map(|f| self.place("from", f))
            .transpose()?;
        let to = rule.to.as_ref().map(|t| self.place("to", t)).transpose()?;
        if let (Some(from), Some(to)) = (from, to)
            && to.0 <= from.0
        {
            return Err(self
                .reader
                .value("to", to.0, "more than the interval's `from`"));
        }
        let start = from.map_or(-BEYOND + 60, |(_, x)| x);
        let end = to.map_or(self.length + BEYOND - 60, |(_, x)| x);
        canvas.line(PathClass::Segment, (start, 0), (end, 0));
        for (ended, x, open) in [(from, start, rule.from_open), (to, end, rule.to_open)] {
            if ended.is_some() {
                dot(canvas, x, open);
            }
        }
        let end_said = |end: Option<(Rational, i32)>, open, arrow: &str| {
            end.map_or_else(
                || format!("the arrow at the {arrow} end"),
                |(value, _)| {
                    let circle = if open { "an open" } else { "a filled" };
                    format!("{circle} circle {}", self.where_said(value))
                },
            )
        };
        let ends = (
            end_said(from, rule.from_open, "left"),
            end_said(to, rule.to_open, "right"),
        );
        self.said
            .push(format!("A thick line runs from {} to {}.", ends.0, ends.1));
        Ok(())
    }

    fn jump(&mut self, canvas: &mut Canvas, rule: &JumpRule) -> Drawn<()> {
        const START: i32 = -70;
        let (from, start) = self.place("from", &rule.from)?;
        let (to, end) = self.place("to", &rule.to)?;
        if from == to {
            return Err(self
                .reader
                .value("to", to, "another number than the jump's `from`"));
        }
        let half = (end - start).abs() / 2;
        let height = half.clamp(120, 380);
        let middle = i32::midpoint(start, end);
        // the head covers the end of the arc
        let tip = (end, START + 20);
        canvas.include((middle, START - height));
        let clockwise = end > start;
        canvas.path(
            PathClass::Mark,
            &[
                Step::Move((start, START)),
                Step::Arc((half, height), false, clockwise, (end, START)),
            ],
        );
        canvas.head(tip, (end, START - 400));
        let label = self.reader.maybe_label(rule.label.as_ref())?;
        if let Some(label) = &label {
            let up = START - height - 30 - label.height(TextClass::Label) / 2;
            canvas.label(TextClass::Label, Anchor::Middle, (middle, up), label);
        }
        let (from, to) = (self.where_said(from), self.where_said(to));
        let direction = if clockwise { "right" } else { "left" };
        let trim = |place: &str| place.strip_prefix("at ").unwrap_or(place).to_owned();
        self.said.push(format!(
            "A jump to the {direction} from {} to {}{}.",
            trim(&from),
            trim(&to),
            labelled(label.as_ref())
        ));
        Ok(())
    }

    /// Labels above, or below the numbers where jumps have the room above; a label that would
    /// touch another moves a level further out.
    fn points(&mut self, canvas: &mut Canvas, rules: &[MarkRule], below: bool) -> Drawn<()> {
        let mut points = Vec::new();
        for rule in rules {
            let (value, x) = self.place("at", &rule.at)?;
            points.push((
                value,
                x,
                rule.open,
                self.reader.maybe_label(rule.label.as_ref())?,
            ));
        }
        let labels = points.iter().filter_map(|(_, _, _, label)| label.as_ref());
        let height = labels
            .map(|l| l.height(TextClass::Label))
            .max()
            .unwrap_or(0);
        let floor = canvas.extent().bottom;
        let mut levels: Vec<Vec<(i32, i32)>> = Vec::new();
        let mut order: Vec<usize> = (0..points.len()).collect();
        // short ones close to the line: a long one's guide then passes beside them
        let wide = |i: usize| points[i].3.as_ref().map(|l| l.width(TextClass::Label));
        order.sort_by_key(|&i| (wide(i), points[i].1));
        for &index in &order {
            let (_, x, _, Some(label)) = &points[index] else {
                continue;
            };
            let reach = label.width(TextClass::Label) / 2 + 20;
            let span = (x - reach, x + reach);
            let free =
                |taken: &Vec<(i32, i32)>| taken.iter().all(|t| t.1 <= span.0 || span.1 <= t.0);
            let level = levels.iter().position(free).unwrap_or(levels.len());
            if level == levels.len() {
                levels.push(Vec::new());
            }
            levels[level].push(span);
            let out = level as i32 * (height + 10);
            let y = if below {
                floor + 50 + height / 2 + out
            } else {
                -110 - height / 2 - out
            };
            if level > 0 && !below {
                canvas.line(PathClass::Dashed, (*x, -DOT), (*x, y + height / 2 + 10));
            }
            canvas.label(TextClass::Label, Anchor::Middle, (*x, y), label);
        }
        for (value, x, open, label) in &points {
            dot(canvas, *x, *open);
            let circle = if *open { "An open circle" } else { "A point" };
            let place = self.where_said(*value);
            self.said
                .push(format!("{circle}{} is {place}.", named(label.as_ref())));
        }
        if rules.len() > 3 {
            self.said.insert(
                2,
                format!("{} are marked.", counted(rules.len() as i32, "point")),
            );
        }
        Ok(())
    }
}

fn dot(canvas: &mut Canvas, x: i32, open: bool) {
    let class = if open {
        PathClass::OpenPoint
    } else {
        PathClass::Point
    };
    canvas.circle(class, (x, 0), DOT);
}
