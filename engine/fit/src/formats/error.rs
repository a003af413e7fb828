//! What can be wrong with a file of responses, where, and what to do about it.

use std::fmt;

use super::Format;

/// A file that cannot be read, with the place. The first problem found ends the reading.
#[derive(Debug, thiserror::Error)]
pub struct ReadError {
    /// As it was given on the command line.
    pub file: String,
    /// From 1.
    pub line: Option<u64>,
    /// The name of a column or field.
    pub column: Option<String>,
    /// Its words are part of the error's own: it is no separate source.
    pub problem: Box<Problem>,
}

#[derive(Debug, thiserror::Error)]
pub enum Problem {
    #[error("cannot be read: {0}")]
    Unreadable(std::io::Error),
    #[error("no file was given; name at least one file of responses")]
    NoFiles,
    #[error("the gzip data is damaged or cut off: {0}")]
    BadGzip(std::io::Error),
    #[error("byte 0x{0:02x} is not UTF-8; save the file as UTF-8")]
    NotUtf8(u8),
    #[error("this is UTF-16; save the file as UTF-8")]
    Utf16,
    #[error("the file is empty; it must hold responses")]
    Empty,
    #[error("the header stands alone; responses must follow it")]
    HeaderOnly,
    #[error("this looks like {seems}, not {chosen}; use --format {seems}")]
    WrongFormat { chosen: Format, seems: Format },
    #[error("there is no column `{wanted}` (found: {found}){}", did_you_mean(near.as_deref()))]
    MissingColumn {
        wanted: String,
        found: String,
        near: Option<String>,
    },
    #[error("the header names the column twice; keep one of them")]
    RepeatedColumn,
    #[error(
        "{found} fields where the header has {expected}; put values that contain the separator in quotes"
    )]
    FieldCount { found: usize, expected: usize },
    #[error("the value is empty; every response needs one")]
    EmptyValue,
    #[error(
        "`{0}` is neither right nor wrong; write 1 or 0 (also read: 1.0 and 0.0, true and false, correct and incorrect)"
    )]
    NotAnAnswer(String),
    #[error(
        "`{0}` is not a time; write epoch milliseconds or seconds, 2026-11-22, or 2026-11-22T09:30:00Z"
    )]
    NotATime(String),
    #[error("`{0}` is not a number")]
    NotANumber(String),
    #[error("{value} is outside {range}")]
    OutOfRange { value: f64, range: &'static str },
    #[error(
        "{found} {what} but {expected} {against} on line {other_line}; the lines of one student must be equally long"
    )]
    Ragged {
        what: &'static str,
        found: usize,
        against: &'static str,
        expected: usize,
        other_line: u64,
    },
    #[error(
        "the last student has {found} of {expected} lines; the file is cut off or a line is missing before"
    )]
    CutOff { found: usize, expected: usize },
    #[error("not a JSON object with the fields of the trellis format: {0}")]
    BadJson(String),
    #[error("none of the {rows} rows could be used: {why}")]
    NothingLeft { rows: usize, why: String },
}

fn did_you_mean(near: Option<&str>) -> String {
    match near {
        Some(name) => format!("; if `{name}` is it, rename it"),
        None => "; add it to the header and the rows".to_owned(),
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        let separator = if self.file.is_empty() { "" } else { ": " };
        write!(f, "{separator}{}", self.problem)
    }
}

impl ReadError {
    pub(crate) fn of_file(file: &str, problem: Problem) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            column: None,
            problem: Box::new(problem),
        }
    }

    pub(crate) fn at_line(file: &str, line: u64, problem: Problem) -> Self {
        Self {
            line: Some(line),
            ..Self::of_file(file, problem)
        }
    }

    #[must_use]
    pub(crate) fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }
}
