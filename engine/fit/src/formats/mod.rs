//! Files of responses, read into a [`Dataset`](crate::Dataset).

mod akt;
mod answer;
mod datashop;
mod error;
mod format;
mod names;
mod near;
mod plain_csv;
mod read;
mod report;
mod rows;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod time;
mod trellis;

pub use error::{Problem, ReadError};
pub use format::{Format, UnknownFormat};
pub use read::{ItemFrom, Loaded, ReadOptions, read};
pub use report::{FileRows, ReadReport, Skipped};

pub(crate) use names::{Names, composite};
#[cfg(test)]
pub(crate) use read::{Source, read_sources};
pub(crate) use rows::Row;
