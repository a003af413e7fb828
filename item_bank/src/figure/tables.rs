//! Ratio tables and double number lines: rows of numbers that belong together by column.

use super::canvas::Canvas;
use super::label::Label;
use super::model::{Anchor, Figure, PathClass, TextClass};
use super::reader::{Drawn, Reader};
use super::rule::TableRule;
use super::words::{capital, counted, listed};

const PAD: i32 = 70;

struct Row {
    label: Label,
    cells: Vec<Label>,
}

fn read(rule: &TableRule, reader: &Reader<'_>, most_rows: usize) -> Drawn<Vec<Row>> {
    reader.some("rows", rule.rows.len(), most_rows)?;
    let columns = rule.rows[0].cells.len();
    reader.some("cells in a row", columns, 12)?;
    if rule.rows.iter().any(|row| row.cells.len() != columns) {
        return Err(reader.shape("every row needs as many cells: \"\" leaves one blank"));
    }
    let rows = rule.rows.iter().map(|row| {
        Ok(Row {
            label: reader.label(&row.label)?,
            cells: reader.labels(&row.cells)?,
        })
    });
    rows.collect()
}

fn widest<'a>(labels: impl Iterator<Item = &'a Label>) -> i32 {
    labels.map(|l| l.width(TextClass::Title)).max().unwrap_or(0)
}

fn said(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| {
        let cells: Vec<String> = row.cells.iter().map(Label::said).collect();
        format!("{}: {}.", capital(&row.label.said()), listed(&cells))
    });
    rows.collect::<Vec<_>>().join(" ")
}

pub(super) fn ratio_table(rule: &TableRule, reader: &Reader<'_>) -> Drawn<Figure> {
    let rows = read(rule, reader, 6)?;
    let columns = rows[0].cells.len();
    let head = widest(rows.iter().map(|row| &row.label)) + 2 * PAD;
    let cell = widest(rows.iter().flat_map(|row| &row.cells));
    let room = (reader.room - head) / columns as i32;
    // close together when they must be, never touching
    let cell = (cell + 2 * PAD).max(360).min(room).max(cell + 40);
    let width = head + cell * columns as i32;
    let mut canvas = Canvas::new(reader.kind);
    let heights: Vec<i32> = rows
        .iter()
        .map(|row| {
            let labels = row.cells.iter().chain([&row.label]);
            labels
                .map(|l| l.height(TextClass::Label))
                .max()
                .unwrap_or(0)
                + 150
        })
        .collect();
    let height = heights.iter().sum();
    canvas.rectangle(PathClass::Surface, (0, 0), head, height);
    let mut y = 0;
    for (row, tall) in rows.iter().zip(&heights) {
        let middle = y + tall / 2;
        canvas.label(
            TextClass::Title,
            Anchor::Start,
            (PAD / 2, middle),
            &row.label,
        );
        for (index, label) in row.cells.iter().enumerate() {
            let at = (head + cell * index as i32 + cell / 2, middle);
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
        y += tall;
        if y < height {
            canvas.line(PathClass::Tick, (0, y), (width, y));
        }
    }
    for index in 0..columns as i32 {
        let x = head + cell * index;
        canvas.line(PathClass::Tick, (x, 0), (x, height));
    }
    canvas.rectangle(PathClass::Outline, (0, 0), width, height);
    let size = (
        counted(rows.len() as i32, "row"),
        counted(columns as i32, "column"),
    );
    let alt = format!(
        "A table with {} and {} of numbers. {}",
        size.0,
        size.1,
        said(&rows)
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}

pub(super) fn double_number_line(rule: &TableRule, reader: &Reader<'_>) -> Drawn<Figure> {
    const BEYOND: i32 = 170;
    let rows = read(rule, reader, 2)?;
    let [top, bottom] = &rows[..] else {
        return Err(reader.shape("needs two rows"));
    };
    let columns = top.cells.len();
    if columns < 2 {
        return Err(reader.shape("needs two or more cells in a row"));
    }
    let head = widest(rows.iter().map(|row| &row.label));
    let cells = widest(rows.iter().flat_map(|row| &row.cells));
    let room = reader.room - head - 100 - cells / 2 - BEYOND;
    let pitch = (room / (columns as i32 - 1)).min(800).max(cells + 60);
    let length = pitch * (columns as i32 - 1);
    let mut canvas = Canvas::new(reader.kind);
    let gap = 420;
    for (row, y, side) in [(top, 0, -1), (bottom, gap, 1)] {
        let tip = (length + BEYOND, y);
        canvas.line(PathClass::Axis, (0, y), tip);
        canvas.head(tip, (0, y));
        let tall = row
            .cells
            .iter()
            .map(|l| l.height(TextClass::Label))
            .max()
            .unwrap_or(0);
        for (index, label) in row.cells.iter().enumerate() {
            let x = pitch * index as i32;
            canvas.line(PathClass::Tick, (x, y - 70), (x, y + 70));
            let at = (x, y + side * (100 + tall / 2));
            canvas.label(TextClass::Label, Anchor::Middle, at, label);
        }
        let at = (-cells / 2 - 100, y);
        canvas.label(TextClass::Title, Anchor::End, at, &row.label);
    }
    let ticks = counted(columns as i32, "tick");
    let alt = format!(
        "Two number lines, one above the other, each with {ticks}; the ticks line up. From the left: {}",
        said(&rows)
    );
    canvas.finish(reader.alt(rule.alt.as_ref(), alt)?)
}
