//! What tells one item from another, to a student's eye.

use super::{Cell, Item, Key, Part};
use crate::rich::{Rich, plain};

impl Item {
    /// Equal when a student would say "I had this one": the question and what is offered, whatever
    /// its order.
    pub fn face(&self) -> String {
        let mut face = plain(&self.stem);
        if let Some(figure) = &self.figure {
            face.push('|');
            face.push_str(&figure.alt);
        }
        let mut offered: Vec<String> = match &self.key {
            Key::Choices(choices) => choices.iter().map(|choice| plain(&choice.text)).collect(),
            Key::Order { parts, .. } => texts(parts),
            Key::Match { left, right, .. } => [texts(left), texts(right)].concat(),
            Key::Table { header, rows } => table(header, rows),
            _ => Vec::new(),
        };
        offered.sort();
        for text in offered {
            face.push('|');
            face.push_str(&text);
        }
        face
    }
}

fn texts(parts: &[Part]) -> Vec<String> {
    parts.iter().map(|part| plain(&part.text)).collect()
}

fn table(header: &[Rich], rows: &[Vec<Cell>]) -> Vec<String> {
    let given = rows.iter().flatten().filter_map(|cell| match cell {
        Cell::Given(text) => Some(text),
        Cell::Gap(_) => None,
    });
    header.iter().chain(given).map(|text| plain(text)).collect()
}
