//! `csv`: one response a row under a header.

use super::answer::answer;
use super::rows::{Entry, Rows};
use super::table::Table;
use super::time::{order, time};
use super::{Format, ReadError};

pub(super) fn read(file: &str, text: &str, rows: &mut Rows) -> Result<(), ReadError> {
    let mut table = Table::open(file, text, Format::Csv)?;
    let student = table.need("student")?;
    let skill = table.need("skill")?;
    let correct = table.need("correct")?;
    let item = table.column("item")?;
    let group = table.column("group")?;
    let time_column = table.column("time")?;
    let order_column = table.column("order")?;
    table.each(|line| {
        let skill_name = line.field(skill);
        if skill_name.trim().is_empty() {
            rows.skip(file, line.number(), "no skill");
            return Ok(());
        }
        let answered =
            answer(line.field(correct)).map_err(|problem| line.fail(correct, problem))?;
        let mut entry = Entry::new(line.name(student)?, skill_name, answered);
        entry.item = item.map(|column| line.name(column)).transpose()?;
        entry.group = group
            .map(|column| line.field(column))
            .filter(|name| !name.trim().is_empty());
        if let Some(column) = time_column {
            let read = time(line.field(column)).map_err(|problem| line.fail(column, problem))?;
            entry.time = Some(read);
        }
        if let Some(column) = order_column {
            let read = order(line.field(column)).map_err(|problem| line.fail(column, problem))?;
            entry.order = Some(read);
        }
        rows.push(entry);
        Ok(())
    })?;
    Ok(())
}
