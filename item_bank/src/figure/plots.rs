//! Dot plots, line plots and box plots: data over a number line.

use super::axis::{MOST_TICKS, Numbered, Ticks};
use super::canvas::Canvas;
use super::model::{Figure, PathClass, TextClass};
use super::path::At;
use super::reader::{Drawn, Reader};
use super::rule::{BoxPlotRule, DotPlotRule};
use super::words::{capital, counted, named};
use crate::Rational;

const END: i32 = 80;

/// The axis' length and its numbers, room being left at both ends.
fn laid_out(reader: &Reader<'_>, ticks: &Ticks) -> (i32, Numbered) {
    let half = |i| ticks.number(i).width(TextClass::Label) / 2;
    let ends = half(0).max(END) + half(ticks.spaces).max(END);
    let length = reader.room - ends;
    (length, ticks.numbered(length, None, false))
}

fn axis(canvas: &mut Canvas, ticks: &Ticks, length: i32, numbered: &Numbered) {
    canvas.line(PathClass::Axis, (-END, 0), (length + END, 0));
    ticks.draw(canvas, (0, 0), length, numbered);
}

pub(super) fn dots(rule: &DotPlotRule, reader: &Reader<'_>, crosses: bool) -> Drawn<Figure> {
    reader.at_most("dots", rule.dots.len(), 40)?;
    let style = Ticks::style(reader, rule.numbers, rule.denominator.as_ref())?;
    let ticks = Ticks::read(
        reader,
        [&rule.from, &rule.to, &rule.step],
        style,
        MOST_TICKS,
    )?;
    let (length, numbered) = laid_out(reader, &ticks);
    let mut stacks: Vec<(Rational, i32, i32)> = Vec::new();
    for dots in &rule.dots {
        let at = reader.number("at", &dots.at)?;
        let count = reader.count("count", &dots.count, 0, 20)?;
        let x = ticks.place(reader, "at", at, length)?;
        match stacks.iter_mut().find(|stack| stack.0 == at) {
            Some(stack) => stack.2 += count,
            None => stacks.push((at, x, count)),
        }
    }
    stacks.retain(|stack| stack.2 > 0);
    stacks.sort_unstable_by_key(|stack| stack.0);
    let tallest = stacks.iter().map(|stack| stack.2).max().unwrap_or(0);
    reader.at_most("dots over one number", tallest as usize, 25)?;
    let closest = stacks.windows(2).map(|pair| pair[1].1 - pair[0].1).min();
    let pitch = closest.unwrap_or(130).min(130).min(3000 / tallest.max(1));
    if pitch < 45 {
        return Err(reader.shape("the dots would touch: draw a longer step between them"));
    }
    let mut canvas = Canvas::new(reader.kind);
    let radius = pitch * 2 / 5;
    for &(_, x, count) in &stacks {
        for level in 0..count {
            let y = -90 - radius - level * pitch;
            mark(&mut canvas, (x, y), radius, crosses);
        }
    }
    axis(&mut canvas, &ticks, length, &numbered);
    let label = reader.maybe_label(rule.label.as_ref())?;
    canvas.caption(length / 2, label.as_ref());
    let title = reader.maybe_label(rule.title.as_ref())?;
    canvas.title(title.as_ref());
    let (kind, one) = if crosses {
        ("Line plot", "cross")
    } else {
        ("Dot plot", "dot")
    };
    let mut said = vec![opening(
        kind,
        title.as_ref(),
        label.as_ref(),
        &ticks,
        &numbered,
    )];
    for &(at, _, count) in &stacks {
        let place = capital(&ticks.place_said(&numbered, at));
        let dots = if crosses && count > 1 {
            format!("{count} crosses")
        } else {
            counted(count, one)
        };
        said.push(format!("{place}: {dots}."));
    }
    if stacks.is_empty() {
        said.push("There are no marks over it.".to_owned());
    } else if (stacks.len() as i32) <= ticks.spaces {
        said.push("Nothing anywhere else.".to_owned());
    }
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}

fn mark(canvas: &mut Canvas, (x, y): At, radius: i32, cross: bool) {
    if cross {
        let r = radius * 4 / 5;
        canvas.line(PathClass::Cross, (x - r, y - r), (x + r, y + r));
        canvas.line(PathClass::Cross, (x - r, y + r), (x + r, y - r));
    } else {
        canvas.circle(PathClass::Point, (x, y), radius);
    }
}

fn opening(
    kind: &str,
    title: Option<&super::label::Label>,
    label: Option<&super::label::Label>,
    ticks: &Ticks,
    numbered: &Numbered,
) -> String {
    let title = title.map_or_else(String::new, |t| format!(": {}", t.said()));
    let label = named(label);
    let [first, last] = [0, ticks.spaces].map(|i| ticks.number(i).said());
    let ticks = ticks.said(numbered);
    format!("{kind}{title}. A number line{label} runs from {first} to {last}. {ticks}")
}

pub(super) fn box_plot(rule: &BoxPlotRule, reader: &Reader<'_>) -> Drawn<Figure> {
    const HALF: i32 = 220;
    const MIDDLE: i32 = -HALF - 170;
    let style = super::axis::Style::PLAIN;
    let ticks = Ticks::read(
        reader,
        [&rule.from, &rule.to, &rule.step],
        style,
        MOST_TICKS,
    )?;
    let (length, numbered) = laid_out(reader, &ticks);
    let fields = [
        ("min", &rule.min),
        ("q1", &rule.q1),
        ("median", &rule.median),
        ("q3", &rule.q3),
        ("max", &rule.max),
    ];
    let mut values = Vec::new();
    let mut x = [0; 5];
    for (place, (field, source)) in x.iter_mut().zip(fields) {
        let value = reader.number(field, source)?;
        if values.last().is_some_and(|last| value < *last) {
            return Err(reader.value(
                field,
                value,
                "at least the one before it (min, q1, median, q3, max)",
            ));
        }
        *place = ticks.place(reader, field, value, length)?;
        values.push(value);
    }
    let [min, q1, median, q3, max] = x;
    let mut canvas = Canvas::new(reader.kind);
    let (top, bottom) = (MIDDLE - HALF, MIDDLE + HALF);
    canvas.rectangle(PathClass::Fill, (q1, top), q3 - q1, 2 * HALF);
    canvas.rectangle(PathClass::Outline, (q1, top), q3 - q1, 2 * HALF);
    for (end, side) in [(min, q1), (max, q3)] {
        canvas.line(PathClass::Outline, (end, MIDDLE), (side, MIDDLE));
        canvas.line(PathClass::Outline, (end, MIDDLE - 110), (end, MIDDLE + 110));
    }
    canvas.line(PathClass::Segment, (median, top), (median, bottom));
    axis(&mut canvas, &ticks, length, &numbered);
    let label = reader.maybe_label(rule.label.as_ref())?;
    canvas.caption(length / 2, label.as_ref());
    let title = reader.maybe_label(rule.title.as_ref())?;
    canvas.title(title.as_ref());
    let mut said = vec![opening(
        "Box plot",
        title.as_ref(),
        label.as_ref(),
        &ticks,
        &numbered,
    )];
    let parts = [
        "The left whisker ends",
        "The box begins",
        "The line in the box is",
        "The box ends",
        "The right whisker ends",
    ];
    for (part, value) in parts.iter().zip(values) {
        said.push(format!("{part} {}.", ticks.place_said(&numbered, value)));
    }
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}
