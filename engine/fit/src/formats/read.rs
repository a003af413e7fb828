//! From files to a data set.

use std::path::Path;

use super::report::FileRows;
use super::rows::Rows;
use super::{
    Format, Names, Problem, ReadError, ReadReport, Row, akt, datashop, plain_csv, text, trellis,
};
use crate::leak;
use crate::{Dataset, Response};

/// Choices that a format leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// Whether an answer repeated under another skill is merged into a composite skill.
    pub merge: bool,
    /// `DataShop`: the knowledge component column to use, as `Default` or `KC(Default)`; the first
    /// without.
    pub kc: Option<String>,
    pub item_from: ItemFrom,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            merge: true,
            kc: None,
            item_from: ItemFrom::default(),
        }
    }
}

/// `DataShop`: what counts as one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemFrom {
    #[default]
    ProblemAndStep,
    /// All steps of a problem share one difficulty, as in the figures of `shared/ENGINE.md`.
    Problem,
}

/// A data set and how it came to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub dataset: Dataset,
    /// For each response of the data set the row it stood in, from 1 over all files, header lines
    /// not counted; of a merged response the first.
    pub rows: Vec<u64>,
    pub report: ReadReport,
}

/// A file's name and text.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub file: String,
    pub bytes: Vec<u8>,
}

/// Reads files of one format as one data set. A student who occurs in several files is one student.
/// Files may be gzipped, begin with a byte order mark and end lines with CRLF.
pub fn read<P: AsRef<Path>>(
    paths: &[P],
    format: Format,
    options: &ReadOptions,
) -> Result<Loaded, ReadError> {
    let sources = paths.iter().map(|path| {
        let file = path.as_ref().display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Ok(Source { file, bytes }),
            Err(error) => Err(ReadError::of_file(&file, Problem::Unreadable(error))),
        }
    });
    read_sources(sources, format, options)
}

pub(crate) fn read_sources(
    sources: impl IntoIterator<Item = Result<Source, ReadError>>,
    format: Format,
    options: &ReadOptions,
) -> Result<Loaded, ReadError> {
    let mut rows = Rows::default();
    let mut files = Vec::new();
    for source in sources {
        let Source { file, bytes } = source?;
        let text = text::decode(&file, bytes)?;
        let before = rows.seen;
        match format {
            Format::Trellis => trellis::read(&file, &text, &mut rows)?,
            Format::Datashop => datashop::read(&file, &text, options, &mut rows)?,
            Format::Akt => akt::read(&file, &text, &mut rows)?,
            Format::Csv => plain_csv::read(&file, &text, &mut rows)?,
        }
        rows.end_file();
        let count = rows.seen - before;
        files.push(FileRows { file, rows: count });
    }
    let Some(first) = files.first() else {
        return Err(ReadError::of_file("", Problem::NoFiles));
    };
    if rows.list.is_empty() {
        let why: Vec<&str> = rows
            .skipped
            .iter()
            .map(|skipped| skipped.why.as_str())
            .collect();
        let (rows, why) = (rows.seen as usize, why.join(", "));
        return Err(ReadError::of_file(
            &first.file,
            Problem::NothingLeft { rows, why },
        ));
    }
    Ok(finish(rows, files, format, options))
}

fn finish(mut read: Rows, files: Vec<FileRows>, format: Format, options: &ReadOptions) -> Loaded {
    let mut warnings = Vec::new();
    sort(&mut read.list, &mut warnings);
    settle_groups(&mut read.list, read.students.len(), &mut warnings);
    let found = leak::examine(read.list, &mut read.skills, options.merge);
    warnings.extend(found.warnings);
    let mut rows = found.rows;
    let skills = only_used(&mut rows, &read.skills);
    let dataset = Dataset {
        students: read.students.into_list(),
        skills,
        items: read.items.into_list(),
        groups: read.groups.into_list(),
        responses: rows.iter().map(response).collect(),
    };
    let single_response_skills = singles(&dataset);
    if !single_response_skills.is_empty() {
        let count = single_response_skills.len();
        warnings.push(format!(
            "{count} of {} skills have a single response: a fit falls back on what the other \
             skills have in common for them.",
            dataset.skills.len()
        ));
    }
    if let Some(answer) = crate::metrics::one_class(&dataset) {
        let word = if answer { "right" } else { "wrong" };
        warnings.push(format!(
            "Every answer is {word}: a fit will say little, and AUC is not defined."
        ));
    }
    let report = ReadReport {
        format,
        files,
        rows: read.seen,
        responses: dataset.responses.len(),
        merged: found.merged,
        skipped: read.skipped,
        single_response_skills,
        warnings,
        notes: read.notes,
    };
    Loaded {
        rows: rows.iter().map(|row| row.place).collect(),
        dataset,
        report,
    }
}

fn response(row: &Row) -> Response {
    Response {
        student: row.student,
        skill: row.skill,
        item: row.item,
        group: row.group,
        correct: row.correct,
        chance: row.chance,
        help: row.help,
        day: row.day,
    }
}

/// By student, then by order, else time, else as they stand. Stable: equal places keep the file's
/// order.
fn sort(rows: &mut [Row], warnings: &mut Vec<String>) {
    let ordered = rows.iter().filter(|row| row.order.is_some()).count();
    let timed = rows.iter().filter(|row| row.time_ms.is_some()).count();
    if ordered == rows.len() {
        rows.sort_by_key(|row| (row.student, row.order));
    } else if timed == rows.len() {
        rows.sort_by_key(|row| (row.student, row.time_ms));
    } else {
        let some = ordered.max(timed);
        if some > 0 {
            warnings.push(format!(
                "Only {some} of {} rows have an order or time that can be read: the order of the \
                 file is used.",
                rows.len()
            ));
        }
        rows.sort_by_key(|row| row.student);
    }
}

/// A group is a student's, not an answer's: the first one named counts.
fn settle_groups(rows: &mut [Row], students: usize, warnings: &mut Vec<String>) {
    let mut group_of = vec![None; students];
    let mut changing = vec![false; students];
    for row in rows.iter() {
        let known = &mut group_of[row.student as usize];
        match (*known, row.group) {
            (None, Some(_)) => *known = row.group,
            (Some(old), Some(new)) if old != new => changing[row.student as usize] = true,
            _ => {}
        }
    }
    for row in rows.iter_mut() {
        row.group = group_of[row.student as usize];
    }
    let count = changing.iter().filter(|changes| **changes).count();
    if count > 0 {
        warnings.push(format!(
            "{count} students stand in more than one group: the first named is used for all of \
             their responses."
        ));
    }
}

/// Renumbers skills without those that merging left empty; the order stays.
fn only_used(rows: &mut [Row], skills: &Names) -> Vec<String> {
    let mut used = vec![false; skills.len()];
    for row in rows.iter() {
        used[row.skill as usize] = true;
    }
    let mut number = vec![0_u32; skills.len()];
    let mut list = Vec::new();
    for old in (0..skills.len()).filter(|old| used[*old]) {
        number[old] = list.len() as u32;
        list.push(skills.name(old as u32).to_owned());
    }
    for row in rows.iter_mut() {
        row.skill = number[row.skill as usize];
    }
    list
}

fn singles(dataset: &Dataset) -> Vec<String> {
    let mut counts = vec![0_u32; dataset.skills.len()];
    for response in &dataset.responses {
        counts[response.skill as usize] += 1;
    }
    let named = dataset.skills.iter().zip(counts);
    named
        .filter(|(_, count)| *count == 1)
        .map(|(name, _)| name.clone())
        .collect()
}
