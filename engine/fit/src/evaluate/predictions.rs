//! Out-of-fold predictions as a file, so that anyone can recompute the figures.

use std::io::Write;

use super::OutOfFold;
use crate::Dataset;

/// Writes CSV with `row`, `student`, `skill`, `item` (blank without one), `correct` (1 or 0), `fold`
/// (from 1) and `predicted`, in the order in which the responses stood in the file. `rows` is
/// [`Loaded::rows`](crate::formats::Loaded::rows); numbers have the digits that give them back bit
/// for bit.
pub fn write_predictions(
    to: impl Write,
    dataset: &Dataset,
    rows: &[u64],
    out: &OutOfFold,
) -> csv::Result<()> {
    let mut order: Vec<usize> = (0..dataset.responses.len()).collect();
    order.sort_by_key(|at| rows[*at]);
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record([
        "row",
        "student",
        "skill",
        "item",
        "correct",
        "fold",
        "predicted",
    ])?;
    for at in order {
        let response = &dataset.responses[at];
        let item = response
            .item
            .map_or("", |item| &dataset.items[item as usize]);
        writer.write_record([
            rows[at].to_string().as_str(),
            &dataset.students[response.student as usize],
            &dataset.skills[response.skill as usize],
            item,
            if response.correct { "1" } else { "0" },
            (out.fold[at] + 1).to_string().as_str(),
            out.predicted[at].to_string().as_str(),
        ])?;
    }
    writer.flush()?;
    Ok(())
}
