//! Rectangles in rows and columns: arrays, products of fractions, partial products.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::reader::{Drawn, Reader};
use super::rule::AreaModelRule;
use super::words::{counted, listed};

const MOST: i32 = 30;
/// The unit square's side.
const SQUARE: i32 = 2000;
const LINE: i32 = 170;

struct Model {
    /// Tenths of a unit.
    room: i32,
    rows: i32,
    columns: i32,
    shaded_rows: i32,
    shaded_columns: i32,
    shaded: i32,
    top: Option<Label>,
    left: Option<Label>,
    top_parts: Vec<Label>,
    left_parts: Vec<Label>,
    cells: Vec<Label>,
    unit: bool,
}

pub(super) fn draw(rule: &AreaModelRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let model = read(rule, reader)?;
    let mut canvas = Canvas::new(reader.kind);
    model.draw(&mut canvas);
    canvas.finish(reader.alt(rule.alt.as_ref(), model.said())?)
}

fn read(rule: &AreaModelRule, reader: &Reader<'_>) -> Drawn<Model> {
    let side = |field, source: &Option<String>, parts: &[String]| match source {
        Some(source) => reader.count(field, source, 1, MOST),
        None if parts.is_empty() => {
            Err(reader.shape("needs `rows` or `left_parts`, and `columns` or `top_parts`"))
        }
        None => Ok(parts.len() as i32),
    };
    let rows = side("rows", &rule.rows, &rule.left_parts)?;
    let columns = side("columns", &rule.columns, &rule.top_parts)?;
    let first = |field, source: &Option<String>, most| {
        source
            .as_ref()
            .map_or(Ok(0), |s| reader.count(field, s, 0, most))
    };
    let parts_fit =
        |parts: &[String], count: i32| parts.is_empty() || parts.len() == count as usize;
    if !parts_fit(&rule.left_parts, rows) || !parts_fit(&rule.top_parts, columns) {
        return Err(
            reader.shape("as many `left_parts` as `rows` and `top_parts` as `columns`, or none")
        );
    }
    if !parts_fit(&rule.cells, rows * columns) {
        return Err(
            reader.shape("as many `cells` as rows times columns (\"\" for an empty one), or none")
        );
    }
    Ok(Model {
        room: reader.room,
        rows,
        columns,
        shaded_rows: first("shaded_rows", &rule.shaded_rows, rows)?,
        shaded_columns: first("shaded_columns", &rule.shaded_columns, columns)?,
        shaded: first("shaded", &rule.shaded, rows * columns)?,
        top: reader.maybe_label(rule.top_label.as_ref())?,
        left: reader.maybe_label(rule.left_label.as_ref())?,
        top_parts: reader.labels(&rule.top_parts)?,
        left_parts: reader.labels(&rule.left_parts)?,
        cells: reader.labels(&rule.cells)?,
        unit: rule.unit_square || rule.shaded_rows.is_some() || rule.shaded_columns.is_some(),
    })
}

fn widest(labels: &[Label]) -> i32 {
    labels
        .iter()
        .map(|l| l.width(TextClass::Label))
        .max()
        .unwrap_or(0)
}

fn tallest(labels: &[Label]) -> i32 {
    labels
        .iter()
        .map(|l| l.height(TextClass::Label))
        .max()
        .unwrap_or(0)
}

/// Edges of `parts` along a side. Where parts have lengths of their own the first is the longest.
fn edges(side: i32, parts: i32, own: bool) -> Vec<i32> {
    let weight = |index: i32| if own && index == 0 && parts > 1 { 3 } else { 2 };
    let total: i32 = (0..parts).map(weight).sum();
    let sums = (0..=parts).map(|n| (0..n).map(weight).sum::<i32>());
    sums.map(|sum| side * sum / total).collect()
}

impl Model {
    fn labelled_parts(&self) -> bool {
        !(self.cells.is_empty() && self.top_parts.is_empty() && self.left_parts.is_empty())
    }

    fn size(&self) -> (i32, i32) {
        let beside = widest(&self.left_parts)
            + self.left.as_ref().map_or(0, |l| l.width(TextClass::Label))
            + 200;
        let room = self.room - beside;
        if self.unit {
            let side = SQUARE.min(room);
            return (side, side);
        }
        if self.labelled_parts() {
            let column = widest(&self.cells).max(widest(&self.top_parts)) + 120;
            let row = tallest(&self.cells).max(tallest(&self.left_parts)) + 160;
            let width = (column * self.columns * 5 / 4)
                .max(2200)
                .min(room.max(column * self.columns));
            return (width, (row * self.rows * 5 / 4).max(1300));
        }
        let cell = (room / self.columns).min(2800 / self.rows).min(280);
        (cell * self.columns, cell * self.rows)
    }

    fn draw(&self, canvas: &mut Canvas) {
        let (width, height) = self.size();
        let xs = edges(width, self.columns, !self.top_parts.is_empty());
        let ys = edges(height, self.rows, !self.left_parts.is_empty());
        let column = |n: i32| xs[n as usize];
        let row = |n: i32| ys[n as usize];
        canvas.rectangle(PathClass::Surface, (0, 0), width, height);
        if self.shaded_rows > 0 {
            canvas.rectangle(PathClass::Fill, (0, 0), width, row(self.shaded_rows));
        }
        if self.shaded_columns > 0 {
            canvas.rectangle(
                PathClass::Fill2,
                (0, 0),
                column(self.shaded_columns),
                height,
            );
        }
        if self.shaded_rows > 0 {
            canvas.hatch((0, 0), width, row(self.shaded_rows), false);
        }
        if self.shaded_columns > 0 {
            canvas.hatch((0, 0), column(self.shaded_columns), height, true);
        }
        let (full, rest) = (self.shaded / self.columns, self.shaded % self.columns);
        let blocks = [(0, full, self.columns), (full, full + 1, rest)];
        let shaded = |block: &&(i32, i32, i32)| block.0 < block.1 && block.2 > 0;
        for (top, bottom, to) in blocks.iter().filter(shaded) {
            canvas.rectangle(
                PathClass::Fill,
                (0, row(*top)),
                column(*to),
                row(*bottom) - row(*top),
            );
        }
        for (top, bottom, to) in blocks.iter().filter(shaded) {
            canvas.hatch((0, row(*top)), column(*to), row(*bottom) - row(*top), false);
        }
        for x in &xs[1..xs.len() - 1] {
            canvas.line(PathClass::Tick, (*x, 0), (*x, height));
        }
        for y in &ys[1..ys.len() - 1] {
            canvas.line(PathClass::Tick, (0, *y), (width, *y));
        }
        canvas.rectangle(PathClass::Outline, (0, 0), width, height);
        self.print(canvas, &xs, &ys);
    }

    fn print(&self, canvas: &mut Canvas, xs: &[i32], ys: &[i32]) {
        let between = |all: &[i32], n: usize| i32::midpoint(all[n], all[n + 1]);
        for (index, label) in self.cells.iter().enumerate() {
            let (row, column) = (index / self.columns as usize, index % self.columns as usize);
            let at = (between(xs, column), between(ys, row));
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
        let up = 50 + tallest(&self.top_parts) / 2;
        for (index, label) in self.top_parts.iter().enumerate() {
            canvas.label(
                TextClass::Label,
                Anchor::Middle,
                (between(xs, index), -up),
                label,
            );
        }
        for (index, label) in self.left_parts.iter().enumerate() {
            canvas.label(
                TextClass::Label,
                Anchor::End,
                (-60, between(ys, index)),
                label,
            );
        }
        let (width, height) = (xs.last().unwrap_or(&0), ys.last().unwrap_or(&0));
        if let Some(label) = &self.top {
            let parts = tallest(&self.top_parts);
            let up =
                50 + parts + label.height(TextClass::Label) / 2 + if parts > 0 { 40 } else { 0 };
            canvas.label(TextClass::Label, Anchor::Middle, (width / 2, -up), label);
        }
        if let Some(label) = &self.left {
            let parts = widest(&self.left_parts);
            let out = 60 + parts + if parts > 0 { LINE / 2 } else { 0 };
            canvas.label(TextClass::Label, Anchor::End, (-out, height / 2), label);
        }
    }

    fn said(&self) -> String {
        let shape = if self.unit { "A square" } else { "A rectangle" };
        let cells = if self.rows * self.columns == 1 {
            ", not divided".to_owned()
        } else {
            let equal = if self.labelled_parts() { "" } else { "equal " };
            let (rows, columns) = (counted(self.rows, "row"), counted(self.columns, "column"));
            format!(" divided into {equal}parts: {rows} and {columns}")
        };
        let mut said = vec![format!("{shape}{cells}.")];
        if self.top.is_some() || self.left.is_some() {
            let sides = [(&self.top, "The top side"), (&self.left, "The left side")];
            for (label, name) in sides {
                if let Some(label) = label {
                    said.push(format!("{name} is labelled {}.", label.said()));
                }
            }
        }
        let words = |labels: &[Label]| listed(&labels.iter().map(Label::said).collect::<Vec<_>>());
        if !self.top_parts.is_empty() {
            said.push(format!("Over the columns: {}.", words(&self.top_parts)));
        }
        if !self.left_parts.is_empty() {
            said.push(format!("Beside the rows: {}.", words(&self.left_parts)));
        }
        if !self.cells.is_empty() {
            for (index, row) in self.cells.chunks(self.columns as usize).enumerate() {
                said.push(format!("In row {}: {}.", index + 1, words(row)));
            }
        }
        let are = |count| if count == 1 { "is" } else { "are" };
        if self.shaded_rows > 0 {
            let n = self.shaded_rows;
            said.push(format!(
                "The {} {} shaded with rising lines.",
                first(n, "top", "row"),
                are(n)
            ));
        }
        if self.shaded_columns > 0 {
            let n = self.shaded_columns;
            said.push(format!(
                "The {} from the left {} shaded with falling lines.",
                first(n, "first", "column"),
                are(n)
            ));
        }
        if self.shaded_rows > 0 && self.shaded_columns > 0 {
            said.push("Where they meet, the lines cross.".to_owned());
        }
        if self.shaded > 0 {
            let (full, rest) = (self.shaded / self.columns, self.shaded % self.columns);
            let mut shaded = Vec::new();
            if full > 0 {
                shaded.push(counted(full, "full row"));
            }
            if rest > 0 {
                shaded.push(counted(rest, if full > 0 { "more part" } else { "part" }));
            }
            said.push(format!(
                "From the top, {} {} shaded.",
                shaded.join(" and "),
                are(full + rest)
            ));
        }
        said.join(" ")
    }
}

/// `top row`, `top 2 rows`.
fn first(count: i32, which: &str, one: &str) -> String {
    if count == 1 {
        format!("{which} {one}")
    } else {
        format!("{which} {}", counted(count, one))
    }
}
