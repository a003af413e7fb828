//! `datashop`: the student-step roll-up that DataShop exports.

use super::answer::answer;
use super::names::composite;
use super::rows::{Entry, Rows};
use super::table::{Line, Table};
use super::time::{order, time};
use super::{Format, ItemFrom, ReadError, ReadOptions};

/// Between problem and step in the name of an item.
const STEP: &str = " / ";

pub(super) fn read(
    file: &str,
    text: &str,
    options: &ReadOptions,
    rows: &mut Rows,
) -> Result<(), ReadError> {
    let mut table = Table::open(file, text, Format::Datashop)?;
    let student = table.need("Anon Student Id")?;
    let problem = table.need("Problem Name")?;
    let step = table.column("Step Name")?;
    let (correct, hints_too) = match table.column("Correct First Attempt")? {
        Some(column) => (column, false),
        None => match table.column("First Attempt")? {
            Some(column) => (column, true),
            None => return Err(table.missing("Correct First Attempt")),
        },
    };
    let skill = kc_column(&table, options)?;
    rows.notes.push(format!(
        "{file}: skills are those of column `{}`",
        table.header()[skill]
    ));
    let row_column = table.column("Row")?;
    let first_transaction = table.column("First Transaction Time")?;
    let step_start = table.column("Step Start Time")?;
    let times: Vec<usize> = first_transaction.into_iter().chain(step_start).collect();
    let from = rows.list.len();
    let mut ordered = row_column.is_some();
    table.each(|line| {
        let Some(skill_name) = skill_of(line.field(skill)) else {
            rows.skip(file, line.number(), "no knowledge component");
            return Ok(());
        };
        let outcome = line.field(correct);
        let answered = if hints_too && outcome.trim().eq_ignore_ascii_case("hint") {
            false
        } else {
            answer(outcome).map_err(|problem| line.fail(correct, problem))?
        };
        let item = item_of(line, problem, step, options.item_from)?;
        let mut entry = Entry::new(line.name(student)?, &skill_name, answered);
        entry.item = Some(&item);
        entry.order = row_column.and_then(|column| order(line.field(column)).ok());
        entry.time = times
            .iter()
            .find_map(|column| time(line.field(*column)).ok());
        ordered &= entry.order.is_some();
        rows.push(entry);
        Ok(())
    })?;
    if row_column.is_some() && !ordered {
        rows.forget_order(from);
        rows.notes.push(format!(
            "{file}: column `Row` is not a number everywhere and gives no order"
        ));
    }
    Ok(())
}

fn kc_column(table: &Table<'_>, options: &ReadOptions) -> Result<usize, ReadError> {
    if let Some(name) = &options.kc {
        return match table.column(name)? {
            Some(column) => Ok(column),
            None => table.need(&format!("KC({name})")),
        };
    }
    table
        .header()
        .iter()
        .position(|name| name.starts_with("KC(") || name.starts_with("KC ("))
        .ok_or_else(|| table.missing("KC(Default)"))
}

/// Several components in one cell, separated by `~~`, make one composite skill.
fn skill_of(cell: &str) -> Option<String> {
    if !cell.contains("~~") {
        return (!cell.trim().is_empty()).then(|| cell.to_owned());
    }
    let parts = cell
        .split("~~")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    Some(composite(parts)).filter(|name| !name.is_empty())
}

fn item_of(
    line: &Line<'_>,
    problem: usize,
    step: Option<usize>,
    from: ItemFrom,
) -> Result<String, ReadError> {
    let problem = line.name(problem)?;
    let step = step
        .map(|column| line.field(column))
        .filter(|name| !name.trim().is_empty());
    Ok(match (from, step) {
        (ItemFrom::ProblemAndStep, Some(step)) => format!("{problem}{STEP}{step}"),
        _ => problem.to_owned(),
    })
}
