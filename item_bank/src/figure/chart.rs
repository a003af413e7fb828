//! Bar charts and histograms.

use super::axis::{Numbered, Style, Ticks};
use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::reader::{Drawn, Reader};
use super::rule::{BarChartRule, HistogramRule};
use super::words::{capital, named};
use crate::Rational;

const MOST_STEPS: i32 = 20;
const MOST_BARS: usize = 12;
/// How long the longest bar can be.
const TALL: i32 = 1900;

struct Chart {
    /// Tenths of a unit, for all of it.
    width: i32,
    title: Option<Label>,
    x_label: Option<Label>,
    y_label: Option<Label>,
    ticks: Ticks,
    values: Vec<Rational>,
}

pub(super) fn bar_chart(rule: &BarChartRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.some("bars", rule.bars.len(), MOST_BARS)?;
    let values = rule
        .bars
        .iter()
        .map(|bar| reader.number("value", &bar.value));
    let values = values.collect::<Drawn<Vec<_>>>()?;
    let labels = rule.bars.iter().map(|bar| reader.label(&bar.label));
    let labels = labels.collect::<Drawn<Vec<_>>>()?;
    let to = reader.maybe("to", rule.to.as_ref())?;
    let chart = Chart {
        width: reader.room,
        title: reader.maybe_label(rule.title.as_ref())?,
        x_label: reader.maybe_label(rule.x_label.as_ref())?,
        y_label: reader.maybe_label(rule.y_label.as_ref())?,
        ticks: counts_axis(reader, &rule.step, to, &values, "value")?,
        values,
    };
    let widest = labels
        .iter()
        .map(|l| l.width(TextClass::Label))
        .max()
        .unwrap_or(0);
    let slot = chart.room() / labels.len() as i32;
    let mut canvas = Canvas::new(reader.kind);
    let upright = widest + 60 <= slot;
    let numbered = if upright {
        chart.standing(&mut canvas, &labels, slot.min(620), false)
    } else {
        chart.lying(&mut canvas, &labels, widest)
    };
    canvas.title(chart.title.as_ref());
    let mut said = vec![chart.said(
        if upright {
            "Bar chart"
        } else {
            "Bar chart with bars to the right"
        },
        &numbered,
        upright,
    )];
    let bars = labels.iter().zip(&chart.values);
    said.extend(
        bars.map(|(label, value)| chart.bar_said(&capital(&label.said()), *value, &numbered)),
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}

pub(super) fn histogram(rule: &HistogramRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.some("counts", rule.counts.len(), MOST_BARS)?;
    let values = rule.counts.iter().map(|count| {
        Ok(Rational::whole(i64::from(
            reader.count("counts", count, 0, 1000)?,
        )))
    });
    let values = values.collect::<Drawn<Vec<_>>>()?;
    let from = reader.number("from", &rule.from)?;
    let width = reader.positive("width", &rule.width)?;
    let bins = Ticks {
        from,
        step: width,
        spaces: values.len() as i32,
        style: Style::PLAIN,
    };
    let chart = Chart {
        width: reader.room,
        title: reader.maybe_label(rule.title.as_ref())?,
        x_label: None,
        y_label: reader.maybe_label(rule.y_label.as_ref())?,
        ticks: counts_axis(reader, &rule.step, None, &values, "counts")?,
        values,
    };
    let ends = bins.number(bins.spaces).width(TextClass::Label) / 2;
    let slot = ((chart.room() - ends) / bins.spaces).min(620);
    let mut canvas = Canvas::new(reader.kind);
    let numbered = chart.standing(&mut canvas, &[], slot, true);
    let edges = bins.numbered(slot * bins.spaces, None, false);
    bins.draw(&mut canvas, (0, 0), slot * bins.spaces, &edges);
    let x_label = reader.maybe_label(rule.x_label.as_ref())?;
    canvas.caption(slot * bins.spaces / 2, x_label.as_ref());
    canvas.title(chart.title.as_ref());
    let mut said = vec![chart.said("Histogram", &numbered, true)];
    if let Some(label) = &x_label {
        said.push(format!("The horizontal axis is labelled {}.", label.said()));
    }
    for (index, value) in chart.values.iter().enumerate() {
        let [low, high] = [0, 1].map(|end| bins.number(index as i32 + end).said());
        said.push(chart.bar_said(&format!("From {low} to {high}"), *value, &numbered));
    }
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}

/// From 0 in steps to where the longest bar fits.
fn counts_axis(
    reader: &Reader<'_>,
    step: &str,
    to: Option<Rational>,
    values: &[Rational],
    field: &'static str,
) -> Drawn<Ticks> {
    let step = reader.positive("step", step)?;
    if let Some(value) = values.iter().find(|v| v.is_negative()) {
        return Err(reader.value(field, *value, "0 or more"));
    }
    let highest = values
        .iter()
        .copied()
        .chain(to)
        .max()
        .unwrap_or(Rational::ONE);
    let steps = highest.checked_div(step).and_then(Rational::checked_neg);
    let steps = steps.and_then(|s| s.floor().checked_neg());
    let steps = steps.ok_or_else(|| reader.overflow("step"))?;
    let count = usize::try_from(steps.numerator().max(1)).unwrap_or(usize::MAX);
    reader.at_most("steps on the number axis", count, MOST_STEPS as usize)?;
    Ok(Ticks {
        from: Rational::ZERO,
        step,
        spaces: count as i32,
        style: Style::PLAIN,
    })
}

impl Chart {
    /// Beside the numbers of an upright axis.
    fn room(&self) -> i32 {
        let numbers = (0..=self.ticks.spaces).map(|i| self.ticks.number(i).width(TextClass::Label));
        self.width - numbers.max().unwrap_or(0) - 110
    }

    fn length(&self, value: Rational, whole: i32) -> i32 {
        let along = self.ticks.spaces_to(value);
        along
            .and_then(|a| super::axis::scaled(a, whole, self.ticks.spaces))
            .unwrap_or(0)
    }

    fn standing(&self, canvas: &mut Canvas, labels: &[Label], slot: i32, joined: bool) -> Numbered {
        let width = slot * self.values.len() as i32;
        let tall = TALL.min((self.ticks.spaces * 300).max(900));
        let numbered = self.ticks.numbered(tall, None, true);
        for index in 0..=self.ticks.spaces {
            let y = -self.ticks.tick(index, tall);
            canvas.line(PathClass::Grid, (0, y), (width, y));
        }
        let gap = if joined { 0 } else { slot / 5 };
        for (index, value) in self.values.iter().enumerate() {
            let height = self.length(*value, tall);
            if height > 0 {
                let corner = (index as i32 * slot + gap, -height);
                canvas.rectangle(PathClass::Fill, corner, slot - 2 * gap, height);
            }
        }
        for (index, value) in self.values.iter().enumerate() {
            let height = self.length(*value, tall);
            if height > 0 {
                let corner = (index as i32 * slot + gap, -height);
                canvas.rectangle(PathClass::Outline, corner, slot - 2 * gap, height);
            }
        }
        canvas.line(PathClass::Axis, (0, 0), (width, 0));
        canvas.line(PathClass::Axis, (0, 0), (0, -tall));
        for &index in &numbered.indices {
            let y = -self.ticks.tick(index, tall);
            canvas.line(PathClass::Tick, (-40, y), (0, y));
            canvas.label(
                numbered.class,
                Anchor::End,
                (-70, y),
                &self.ticks.number(index),
            );
        }
        let lowest = labels
            .iter()
            .map(|l| l.height(TextClass::Label))
            .max()
            .unwrap_or(0);
        for (index, label) in labels.iter().enumerate() {
            let at = (index as i32 * slot + slot / 2, 60 + lowest / 2);
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
        canvas.caption(width / 2, self.x_label.as_ref());
        if let Some(label) = &self.y_label {
            // over the axis, level: no one reads sideways
            let left = canvas.extent().left;
            let at = (left, -tall - 110 - label.height(TextClass::Label) / 2);
            canvas.label(TextClass::Label, Anchor::Start, at, label);
        }
        numbered
    }

    /// For labels that do not fit under a bar.
    fn lying(&self, canvas: &mut Canvas, labels: &[Label], widest: i32) -> Numbered {
        const SLOT: i32 = 300;
        let last = self.ticks.number(self.ticks.spaces).width(TextClass::Label) / 2;
        let length = (self.width - widest - 80 - last).max(800);
        let height = SLOT * labels.len() as i32;
        let numbered = self.ticks.numbered(length, None, false);
        for index in 0..=self.ticks.spaces {
            let x = self.ticks.tick(index, length);
            canvas.line(PathClass::Grid, (x, 0), (x, height));
        }
        for (class, value, index) in
            [PathClass::Fill, PathClass::Outline]
                .into_iter()
                .flat_map(|class| {
                    self.values
                        .iter()
                        .enumerate()
                        .map(move |(i, v)| (class, *v, i as i32))
                })
        {
            let long = self.length(value, length);
            if long > 0 {
                canvas.rectangle(class, (0, index * SLOT + 55), long, SLOT - 110);
            }
        }
        for (index, label) in labels.iter().enumerate() {
            let at = (-60, index as i32 * SLOT + SLOT / 2);
            canvas.label(TextClass::Label, Anchor::End, at, label);
        }
        canvas.line(PathClass::Axis, (0, 0), (0, height));
        canvas.line(PathClass::Axis, (0, height), (length, height));
        self.ticks.draw(canvas, (0, height), length, &numbered);
        canvas.caption(length / 2, self.y_label.as_ref());
        if let Some(label) = &self.x_label {
            let at = (-60, -60 - label.height(TextClass::Label) / 2);
            canvas.label(TextClass::Label, Anchor::End, at, label);
        }
        numbered
    }

    fn said(&self, kind: &str, numbered: &Numbered, upright: bool) -> String {
        let title = self
            .title
            .as_ref()
            .map_or_else(String::new, |t| format!(": {}", t.said()));
        let (across, up) = if upright {
            ("horizontal", "vertical")
        } else {
            ("vertical", "horizontal")
        };
        let [first, last] = [0, self.ticks.spaces].map(|i| self.ticks.number(i).said());
        let other = self.x_label.as_ref().map_or_else(String::new, |label| {
            format!(" The {across} axis is labelled {}.", label.said())
        });
        format!(
            "{kind}{title}. The {up} axis{} runs from {first} to {last}. {}{other}",
            named(self.y_label.as_ref()),
            self.ticks.said(numbered)
        )
    }

    fn bar_said(&self, name: &str, value: Rational, numbered: &Numbered) -> String {
        if value == Rational::ZERO {
            return format!("{name}: no bar.");
        }
        let place = self.ticks.place_said(numbered, value);
        format!("{name}: {}.", place.strip_prefix("at ").unwrap_or(&place))
    }
}
