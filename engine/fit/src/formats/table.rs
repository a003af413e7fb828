//! Rows and columns, separated by commas, tabs or semicolons.

use super::near::nearest;
use super::sniff::sniff;
use super::{Format, Problem, ReadError};

/// A text with a header line.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub file: &'a str,
    text: &'a str,
    format: Format,
    header: Vec<String>,
    header_line: u64,
    reader: csv::Reader<&'a [u8]>,
}

/// One row of it.
#[derive(Debug)]
pub(super) struct Line<'a> {
    file: &'a str,
    text: &'a str,
    header: &'a [String],
    record: &'a csv::StringRecord,
}

impl<'a> Table<'a> {
    pub(super) fn open(file: &'a str, text: &'a str, format: Format) -> Result<Self, ReadError> {
        let header_text = text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or("");
        let count = |separator: char| header_text.matches(separator).count();
        let separator = [',', '\t', ';']
            .into_iter()
            .rev()
            .max_by_key(|separator| count(*separator))
            .unwrap_or(',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator as u8)
            .flexible(true)
            .from_reader(text.as_bytes());
        let headers = reader
            .headers()
            .map_err(|error| ReadError::of_file(file, Problem::Unreadable(error.into())))?;
        let header_line = line_of(text, headers.position());
        let header = headers.iter().map(|name| name.trim().to_owned()).collect();
        Ok(Self {
            file,
            text,
            format,
            header,
            header_line,
            reader,
        })
    }

    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// The column of this name in any case, if there is one.
    pub(super) fn column(&self, name: &str) -> Result<Option<usize>, ReadError> {
        let mut found = (0..self.header.len())
            .filter(|place| self.header[*place].to_lowercase() == name.to_lowercase());
        let first = found.next();
        if found.next().is_some() {
            let error = ReadError::at_line(self.file, self.header_line, Problem::RepeatedColumn);
            return Err(error.in_column(name));
        }
        Ok(first)
    }

    pub(super) fn need(&self, name: &str) -> Result<usize, ReadError> {
        self.column(name)?.ok_or_else(|| self.missing(name))
    }

    /// That a column is missing or, where that shows, that this is another format altogether.
    pub(super) fn missing(&self, wanted: &str) -> ReadError {
        if let Some(seems) = sniff(self.text).filter(|seems| *seems != self.format) {
            let chosen = self.format;
            return ReadError::of_file(self.file, Problem::WrongFormat { chosen, seems });
        }
        let names: Vec<&str> = self.header.iter().map(String::as_str).collect();
        let problem = Problem::MissingColumn {
            wanted: wanted.to_owned(),
            found: list(&names),
            near: nearest(wanted, &names).map(str::to_owned),
        };
        ReadError::at_line(self.file, self.header_line, problem)
    }

    /// Hands over every row that is not blank; gives the number of rows.
    pub(super) fn each(
        &mut self,
        mut take: impl FnMut(&Line<'_>) -> Result<(), ReadError>,
    ) -> Result<u64, ReadError> {
        let mut record = csv::StringRecord::new();
        let mut rows = 0;
        loop {
            let more = self.reader.read_record(&mut record);
            let more = more.map_err(|error| {
                ReadError::of_file(self.file, Problem::Unreadable(error.into()))
            })?;
            if !more {
                break;
            }
            if record.iter().all(|field| field.trim().is_empty()) {
                continue;
            }
            let line = Line {
                file: self.file,
                text: self.text,
                header: &self.header,
                record: &record,
            };
            if record.len() != self.header.len() {
                let (found, expected) = (record.len(), self.header.len());
                let problem = Problem::FieldCount { found, expected };
                return Err(ReadError::at_line(self.file, line.number(), problem));
            }
            take(&line)?;
            rows += 1;
        }
        if rows == 0 {
            return Err(ReadError::of_file(self.file, Problem::HeaderOnly));
        }
        Ok(rows)
    }
}

impl<'a> Line<'a> {
    /// The field as it stands. Names may contain anything, blanks at their ends too.
    pub(super) fn field(&self, column: usize) -> &'a str {
        &self.record[column]
    }

    /// The field, which must not be blank.
    pub(super) fn name(&self, column: usize) -> Result<&'a str, ReadError> {
        let field = self.field(column);
        if field.trim().is_empty() {
            return Err(self.fail(column, Problem::EmptyValue));
        }
        Ok(field)
    }

    pub(super) fn number(&self) -> u64 {
        line_of(self.text, self.record.position())
    }

    pub(super) fn fail(&self, column: usize, problem: Problem) -> ReadError {
        ReadError::at_line(self.file, self.number(), problem).in_column(&self.header[column])
    }
}

/// Counted only when needed. The reader's own count stands before the line feed of CRLF and before
/// blank lines.
fn line_of(text: &str, position: Option<&csv::Position>) -> u64 {
    let start = position.map_or(0, |position| position.byte() as usize);
    let bytes = text.as_bytes();
    let blank = bytes[start..]
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .count();
    1 + text[..start + blank].matches('\n').count() as u64
}

fn list(names: &[&str]) -> String {
    const SHOWN: usize = 25;
    let shown = names[..names.len().min(SHOWN)].join(", ");
    if names.len() > SHOWN {
        return format!("{shown} and {} more", names.len() - SHOWN);
    }
    shown
}
