//! Fraction bars and tape diagrams: strips cut into equal parts, under each other.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::path::At;
use super::reader::{Drawn, Reader};
use super::rule::{FractionBarRule, PartsRule, TapeRowRule, TapeRule};
use super::words::{capital, counted, labelled, ordinal};

const BAR: i32 = 380;
const GAP: i32 = 140;
/// Between the wholes of one bar.
const APART: i32 = 120;
/// A part narrower than this cannot be counted.
const NARROWEST: i32 = 60;

struct Bar {
    parts: i32,
    shaded: i32,
    wholes: i32,
    label: Option<Label>,
}

/// Room that is left beside the longest of the labels.
fn room<'a>(reader: &Reader<'_>, labels: impl Iterator<Item = Option<&'a Label>>) -> i32 {
    let widths = labels
        .flatten()
        .map(|label| label.width(TextClass::Label) + 80);
    reader.room - widths.max().unwrap_or(0)
}

pub(super) fn fraction_bar(rule: &FractionBarRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.some("bars", rule.bars.len(), 6)?;
    let bars = rule.bars.iter().map(|bar| read(bar, reader));
    let bars: Vec<Bar> = bars.collect::<Drawn<_>>()?;
    let wholes = bars.iter().map(|bar| bar.wholes).max().unwrap_or(1);
    let room = room(reader, bars.iter().map(|bar| bar.label.as_ref())).max(900);
    let length = (room - (wholes - 1) * APART) / wholes;
    let mut canvas = Canvas::new(reader.kind);
    let mut y = 0;
    for bar in &bars {
        reader.at_most(
            "parts of a bar",
            bar.parts as usize,
            (length / NARROWEST) as usize,
        )?;
        for whole in 0..bar.wholes {
            let shaded = (bar.shaded - whole * bar.parts).clamp(0, bar.parts);
            let x = whole * (length + APART);
            strip(&mut canvas, (x, y), (length, BAR), bar.parts, shaded);
        }
        if let Some(label) = &bar.label {
            canvas.label(TextClass::Label, Anchor::End, (-80, y + BAR / 2), label);
        }
        y += BAR + GAP;
    }
    let mut said = Vec::new();
    if bars.len() > 1 {
        let equal = if wholes > 1 {
            "whose wholes are of equal length"
        } else {
            "of equal length"
        };
        said.push(format!(
            "{} {equal}, under each other.",
            counted(bars.len() as i32, "bar")
        ));
    }
    for (index, bar) in bars.iter().enumerate() {
        let which = if bars.len() > 1 {
            format!("The {} bar", ordinal(index as i32 + 1))
        } else {
            "A bar".to_owned()
        };
        said.push(format!(
            "{which}{}: {}",
            labelled(bar.label.as_ref()),
            bar.said()
        ));
    }
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}

fn read(rule: &PartsRule, reader: &Reader<'_>) -> Drawn<Bar> {
    let parts = reader.count("parts", &rule.parts, 1, 50)?;
    let shaded = reader.count("shaded", &rule.shaded, 0, 4 * parts)?;
    let wholes = rule
        .wholes
        .as_ref()
        .map(|w| reader.count("wholes", w, 1, 4))
        .transpose()?;
    Ok(Bar {
        parts,
        shaded,
        wholes: shaded
            .div_euclid(parts)
            .max(wholes.unwrap_or(1))
            .max((shaded + parts - 1) / parts),
        label: reader.maybe_label(rule.label.as_ref())?,
    })
}

impl Bar {
    fn said(&self) -> String {
        let cut = match (self.wholes, self.parts) {
            (1, 1) => "one whole, not cut".to_owned(),
            (1, parts) => format!("one whole cut into {parts} equal parts"),
            (wholes, 1) => format!("{wholes} equal wholes, not cut"),
            (wholes, parts) => format!("{wholes} equal wholes, each cut into {parts} equal parts"),
        };
        let (full, rest) = (self.shaded / self.parts, self.shaded % self.parts);
        let shaded = if self.wholes == 1 {
            match self.shaded {
                0 => "nothing is shaded".to_owned(),
                1 => "1 part is shaded".to_owned(),
                n => format!("{n} parts are shaded"),
            }
        } else {
            let mut all = Vec::new();
            if full > 0 {
                all.push(counted(full, "whole"));
            }
            if rest > 0 {
                let next = if full == 0 { "first" } else { "next" };
                all.push(format!("{} of the {next} one", counted(rest, "part")));
            }
            match (&all[..], full + rest) {
                ([], _) => "nothing is shaded".to_owned(),
                (_, 1) => format!("{} is shaded", all.join(" and ")),
                _ => format!("{} are shaded", all.join(" and ")),
            }
        };
        format!("{cut}; {shaded}.")
    }
}

/// One strip with its first parts shaded.
fn strip(canvas: &mut Canvas, (x, y): At, (length, height): At, parts: i32, shaded: i32) {
    let end = length * shaded / parts;
    if shaded > 0 {
        canvas.rectangle(PathClass::Fill, (x, y), end, height);
        canvas.hatch((x, y), end, height, false);
    }
    for part in 1..parts {
        let across = x + length * part / parts;
        canvas.line(PathClass::Tick, (across, y), (across, y + height));
    }
    canvas.rectangle(PathClass::Outline, (x, y), length, height);
}

struct Row {
    label: Option<Label>,
    parts: i32,
    part_label: Option<Label>,
    shaded: i32,
    total: Option<Label>,
}

pub(super) fn tape(rule: &TapeRule, reader: &Reader<'_>) -> Drawn<Figure> {
    reader.some("rows", rule.rows.len(), 5)?;
    let rows = rule.rows.iter().map(|row| tape_row(row, reader));
    let rows: Vec<Row> = rows.collect::<Drawn<_>>()?;
    let most = rows.iter().map(|row| row.parts).max().unwrap_or(1);
    let room = room(reader, rows.iter().map(|row| row.label.as_ref())).max(900);
    let part = (room / most).min(600);
    let mut canvas = Canvas::new(reader.kind);
    let mut y = 0;
    for row in &rows {
        let inner = row.part_label.as_ref();
        let height = inner.map_or(BAR, |l| BAR.max(l.height(TextClass::Label) + 60));
        strip(
            &mut canvas,
            (0, y),
            (part * row.parts, height),
            row.parts,
            row.shaded,
        );
        for index in 0..row.parts {
            let Some(label) = inner else { break };
            let fits = [TextClass::Label, TextClass::Small]
                .into_iter()
                .find(|&class| label.width(class) + 20 <= part);
            let class = fits.ok_or_else(|| {
                reader.shape("`part_label` is wider than its part: shorten it or draw fewer parts")
            })?;
            let at = (part * index + part / 2, y + height / 2);
            canvas.label(class, Anchor::Middle, at, label);
        }
        if let Some(label) = &row.label {
            canvas.label(TextClass::Label, Anchor::End, (-80, y + height / 2), label);
        }
        y += height + GAP;
        if let Some(total) = &row.total {
            bracket(&mut canvas, y - GAP + 40, part * row.parts);
            let tall = total.height(TextClass::Label);
            let at = (part * row.parts / 2, y - GAP + 130 + tall / 2);
            canvas.label(TextClass::Label, Anchor::Middle, at, total);
            y += tall + 100;
        }
    }
    let many = rows.len() > 1;
    let mut said = vec![if many {
        "Tape diagram. All parts are of the same size.".to_owned()
    } else {
        "Tape diagram.".to_owned()
    }];
    said.extend(
        rows.iter()
            .enumerate()
            .map(|(index, row)| row.said(index, many)),
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), said.join(" "))?)
}

fn tape_row(rule: &TapeRowRule, reader: &Reader<'_>) -> Drawn<Row> {
    let parts = reader.count("parts", &rule.parts, 1, 40)?;
    let shaded = rule.shaded.as_ref();
    Ok(Row {
        label: reader.maybe_label(rule.label.as_ref())?,
        parts,
        part_label: reader.maybe_label(rule.part_label.as_ref())?,
        shaded: shaded.map_or(Ok(0), |s| reader.count("shaded", s, 0, parts))?,
        total: reader.maybe_label(rule.total.as_ref())?,
    })
}

impl Row {
    fn said(&self, index: usize, many: bool) -> String {
        let name = match (&self.label, many) {
            (Some(label), _) => capital(&label.said()),
            (None, true) => format!("{} row", capital(&ordinal(index as i32 + 1))),
            (None, false) => "One row".to_owned(),
        };
        let equal = if self.parts == 1 {
            "part"
        } else {
            "equal part"
        };
        let each = if self.parts == 1 { "" } else { "each " };
        let part = self.part_label.as_ref();
        let part = part.map_or_else(String::new, |l| format!(", {each}labelled {}", l.said()));
        let shaded = match self.shaded {
            0 => String::new(),
            1 => "; 1 part is shaded".to_owned(),
            n => format!("; {n} parts are shaded"),
        };
        let total = self.total.as_ref();
        let total = total.map_or_else(String::new, |total| {
            format!("; the whole row is labelled {}", total.said())
        });
        let parts = counted(self.parts, equal);
        format!("{name}: {parts}{part}{shaded}{total}.")
    }
}

/// Under a length, its point in the middle.
fn bracket(canvas: &mut Canvas, y: i32, length: i32) {
    let (middle, low) = (length / 2, y + 40);
    for (end, half) in [(0, middle), (length, middle)] {
        canvas.line(PathClass::Mark, (end, y), (end, low));
        canvas.line(PathClass::Mark, (end, low), (half, low));
    }
    canvas.line(PathClass::Mark, (middle, low), (middle, low + 40));
}
