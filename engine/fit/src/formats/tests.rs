//! What is read from small files, and what is said about bad ones.

mod bad;
mod good;

use super::{Format, Loaded, ReadError, ReadOptions, Source, read_sources};

fn read_as(format: Format, text: &str) -> Result<Loaded, ReadError> {
    read_bytes(format, text.as_bytes())
}

fn read_bytes(format: Format, bytes: &[u8]) -> Result<Loaded, ReadError> {
    read_files(format, &[("f", bytes)], &ReadOptions::default())
}

fn read_files(
    format: Format,
    files: &[(&str, &[u8])],
    options: &ReadOptions,
) -> Result<Loaded, ReadError> {
    let sources = files.iter().map(|(file, bytes)| {
        Ok(Source {
            file: (*file).to_owned(),
            bytes: bytes.to_vec(),
        })
    });
    read_sources(sources, format, options)
}

/// "student skill item +" or "-", a line a response; `.` for no item.
fn shown(loaded: &Loaded) -> Vec<String> {
    let data = &loaded.dataset;
    let line = |response: &crate::Response| {
        format!(
            "{} {} {} {}",
            data.students[response.student as usize],
            data.skills[response.skill as usize],
            response.item.map_or(".", |item| &data.items[item as usize]),
            if response.correct { "+" } else { "-" }
        )
    };
    data.responses.iter().map(line).collect()
}
