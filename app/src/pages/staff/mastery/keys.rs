//! Moving through the table by the keyboard: one tab stop, arrows from there.

use super::grid::Place;

/// Rows that Page Up and Page Down pass.
const PAGE: usize = 10;

/// Where `key` leads from `from`, over the shown rows and columns in the order shown; `None` when
/// the key means nothing here or there is nowhere to go.
pub fn step(
    key: &str,
    ctrl: bool,
    from: Place,
    rows: &[usize],
    columns: &[usize],
) -> Option<Place> {
    let row = rows.iter().position(|&row| row == from.row)?;
    let column = columns.iter().position(|&column| column == from.column)?;
    let (last_row, last_column) = (rows.len() - 1, columns.len() - 1);
    let (to_row, to_column) = match (key, ctrl) {
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("PageDown", false) => ((row + PAGE).min(last_row), column),
        ("PageUp", false) => (row.saturating_sub(PAGE), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        _ => return None,
    };
    let to = Place {
        row: rows[to_row],
        column: columns[to_column],
    };
    (to != from).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [usize; 3] = [7, 2, 5];
    const COLUMNS: [usize; 2] = [0, 4];

    fn from(row: usize, column: usize, key: &str, ctrl: bool) -> Option<(usize, usize)> {
        step(key, ctrl, Place { row, column }, &ROWS, &COLUMNS).map(|to| (to.row, to.column))
    }

    #[test]
    fn arrows_follow_the_shown_order_and_skip_hidden_columns() {
        assert_eq!(from(7, 0, "ArrowDown", false), Some((2, 0)));
        assert_eq!(from(7, 0, "ArrowRight", false), Some((7, 4)));
        assert_eq!(from(5, 4, "ArrowUp", false), Some((2, 4)));
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(from(7, 0, "ArrowUp", false), None);
        assert_eq!(from(7, 4, "ArrowRight", false), None);
        assert_eq!(from(7, 0, "PageDown", false), Some((5, 0)));
        assert_eq!(from(2, 4, "Home", false), Some((2, 0)));
        assert_eq!(from(2, 0, "End", true), Some((5, 4)));
    }

    #[test]
    fn other_keys_and_hidden_places_are_left_alone() {
        assert_eq!(from(7, 0, "Tab", false), None);
        assert_eq!(from(7, 0, "ArrowDown", true), None);
        assert_eq!(from(1, 0, "ArrowDown", false), None);
        assert_eq!(
            step("ArrowDown", false, Place { row: 0, column: 0 }, &[], &[]),
            None
        );
    }
}
