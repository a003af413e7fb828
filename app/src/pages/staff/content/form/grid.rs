//! Tables typed as lines of cells: `pencil | pencils | 1/4`.

use std::collections::BTreeMap;

/// Stands for a space that belongs to a cell; those around the `|` are for the eye.
const SPACE: &str = "\u{2423}";

pub fn cells(line: &str) -> Vec<String> {
    let cell = |cell: &str| cell.trim().replace(SPACE, " ");
    line.split('|').map(cell).collect()
}

pub fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| shown(cell)).collect();
    cells.join(" | ")
}

fn shown(cell: &str) -> String {
    let inner = cell.trim();
    let before = cell.len() - cell.trim_start().len();
    let after = cell.trim_start().len() - inner.len();
    [&SPACE.repeat(before), inner, &SPACE.repeat(after)].concat()
}

/// Lines with anything in them.
pub fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

pub fn table(text: &str) -> Vec<Vec<String>> {
    lines(text).iter().map(|line| cells(line)).collect()
}

/// The first line names the fields.
pub fn rows(text: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    let mut table = table(text).into_iter();
    let Some(names) = table.next() else {
        return Err("Write the names of the fields in the first line, a row in each other.".into());
    };
    let rows: Vec<Vec<String>> = table.collect();
    if rows.is_empty() {
        return Err("Write at least one row under the names.".into());
    }
    rows.into_iter()
        .map(|row| {
            if row.len() == names.len() {
                Ok(names.iter().cloned().zip(row).collect())
            } else {
                Err(format!(
                    "The row \"{}\" has {} cells; the first line names {}.",
                    line(&row),
                    row.len(),
                    names.len()
                ))
            }
        })
        .collect()
}

/// The other way; a field that a row does not have is an empty cell.
pub fn rows_text(rows: &[BTreeMap<String, String>]) -> String {
    let mut names: Vec<String> = rows.iter().flat_map(BTreeMap::keys).cloned().collect();
    names.sort();
    names.dedup();
    let mut text = line(&names);
    for row in rows {
        let cell = |name| row.get(name).cloned().unwrap_or_default();
        let cells: Vec<String> = names.iter().map(cell).collect();
        text.push('\n');
        text.push_str(&line(&cells));
    }
    text
}
