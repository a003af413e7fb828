//! Rows as read, before they are a data set.

use super::Names;
use super::report::Skipped;
use super::time::{Time, to_ms};

/// A place in an order: whole part, then fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Stamp(i64, u64);

impl Stamp {
    pub(crate) const fn whole(value: i64) -> Self {
        Self(value, 0)
    }

    pub(crate) fn decimal(value: f64) -> Self {
        let floor = value.floor();
        // the bits of numbers in [0, 1) are ordered as the numbers are; + 0.0 drops a minus zero
        Self(floor as i64, (value - floor + 0.0).to_bits())
    }
}

/// One row with its names as numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub student: u32,
    pub skill: u32,
    pub item: Option<u32>,
    pub group: Option<u32>,
    pub correct: bool,
    pub chance: f64,
    pub help: f64,
    pub order: Option<Stamp>,
    pub time_ms: Option<i64>,
    pub day: Option<i32>,
    /// From 1, over all files, header lines not counted; skipped rows are.
    pub place: u64,
}

/// One row as a format hands it over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub student: &'a str,
    pub skill: &'a str,
    pub item: Option<&'a str>,
    pub group: Option<&'a str>,
    pub correct: bool,
    pub chance: f64,
    pub help: f64,
    pub order: Option<Stamp>,
    pub time: Option<Time>,
    pub day: Option<i32>,
}

impl<'a> Entry<'a> {
    pub(super) const fn new(student: &'a str, skill: &'a str, correct: bool) -> Self {
        Self {
            student,
            skill,
            correct,
            item: None,
            group: None,
            chance: 0.0,
            help: 0.0,
            order: None,
            time: None,
            day: None,
        }
    }
}

/// Everything read so far.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub students: Names,
    pub skills: Names,
    pub items: Names,
    pub groups: Names,
    pub list: Vec<Row>,
    /// Rows seen, used or not.
    pub seen: u64,
    pub skipped: Vec<Skipped>,
    pub notes: Vec<String>,
    /// Of the file being read: which row has which time.
    times: Vec<(usize, Time)>,
}

impl Rows {
    pub(super) fn push(&mut self, entry: Entry<'_>) {
        self.seen += 1;
        if let Some(time) = entry.time {
            self.times.push((self.list.len(), time));
        }
        self.list.push(Row {
            student: self.students.number(entry.student),
            skill: self.skills.number(entry.skill),
            item: entry.item.map(|item| self.items.number(item)),
            group: entry.group.map(|group| self.groups.number(group)),
            correct: entry.correct,
            chance: entry.chance,
            help: entry.help,
            order: entry.order,
            time_ms: None,
            day: entry.day,
            place: self.seen,
        });
    }

    /// A row that is read over, and why (one wording for one reason: equal reasons are counted).
    pub(super) fn skip(&mut self, file: &str, line: u64, why: &str) {
        self.seen += 1;
        match self.skipped.iter_mut().find(|skipped| skipped.why == why) {
            Some(skipped) => skipped.rows += 1,
            None => self.skipped.push(Skipped {
                why: why.to_owned(),
                rows: 1,
                first_file: file.to_owned(),
                first_line: line,
            }),
        }
    }

    /// Ends a file: only now is it known whether its times are seconds or milliseconds.
    pub(super) fn end_file(&mut self) {
        let column: Vec<Time> = self.times.iter().map(|(_, time)| *time).collect();
        for ((place, _), ms) in self.times.drain(..).zip(to_ms(&column)) {
            let row = &mut self.list[place];
            row.time_ms = Some(ms);
            row.day
                .get_or_insert(engine::SchoolDay::from_epoch_ms(ms).0);
        }
    }

    /// Takes the order from the rows read since `from`: the column turned out not to be one.
    pub(super) fn forget_order(&mut self, from: usize) {
        for row in &mut self.list[from..] {
            row.order = None;
        }
    }
}
