//! What reading a file did, for people.

use serde::{Deserialize, Serialize};

use super::Format;

/// What was read, what was left out and what looks odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadReport {
    pub format: Format,
    pub files: Vec<FileRows>,
    /// Rows in all files, header lines not counted.
    pub rows: u64,
    /// Responses in the data set: rows less skipped and merged ones.
    pub responses: usize,
    /// Rows that repeated an answer under another skill and went into a composite skill.
    pub merged: usize,
    pub skipped: Vec<Skipped>,
    /// Skills that too few responses describe for a fit of their own.
    pub single_response_skills: Vec<String>,
    /// Whole sentences, most important first.
    pub warnings: Vec<String>,
    /// What was found out by looking, as sentences: the layout, the column taken for the order.
    pub notes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRows {
    pub file: String,
    pub rows: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    pub why: String,
    pub rows: u64,
    pub first_file: String,
    pub first_line: u64,
}
