//! The layouts that can be read.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How a file of responses is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// The export of our own server: JSON lines, one opportunity a line. Fields: `student`, `skill`
    /// (a code, or a list of codes for an item of several skills), `template`, `correct`; optional
    /// `chance`, `help`, `day` or `answered_at_ms`, `group`.
    Trellis,
    /// A student-step roll-up of `DataShop` (pslcdatashop.web.cmu.edu), comma or tab separated.
    Datashop,
    /// The layout of arghosh/AKT: three lines a student (index and student, skills, answers), or
    /// four with the items before the skills, or five with anything after the answers.
    Akt,
    /// A header with `student`, `skill`, `correct` and optionally `item`, `time`, `order`, `group`.
    Csv,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no format of responses; choose trellis, datashop, akt or csv")]
pub struct UnknownFormat(pub String);

impl Format {
    pub const ALL: [Self; 4] = [Self::Trellis, Self::Datashop, Self::Akt, Self::Csv];

    /// As written after `--format`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trellis => "trellis",
            Self::Datashop => "datashop",
            Self::Akt => "akt",
            Self::Csv => "csv",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(text: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| UnknownFormat(text.to_owned()))
    }
}
