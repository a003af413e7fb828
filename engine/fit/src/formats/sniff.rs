//! What a file looks like, for the error that says so.

use super::Format;

/// The format that the first lines show beyond doubt, if any.
pub(super) fn sniff(text: &str) -> Option<Format> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?.trim();
    if first.starts_with('{') {
        return Some(Format::Trellis);
    }
    let header = first.to_lowercase();
    if header.contains("anon student id") {
        return Some(Format::Datashop);
    }
    let has = |name: &str| {
        header
            .split([',', ';', '\t'])
            .any(|field| field.trim().trim_matches('"') == name)
    };
    if has("student") && has("skill") && has("correct") {
        return Some(Format::Csv);
    }
    let second: Vec<&str> = fields(lines.next()?);
    let third: Vec<&str> = fields(lines.next()?);
    let numeric = |list: &[&str]| list.iter().all(|field| field.parse::<u64>().is_ok());
    let of_akt = fields(first).len() <= 2
        && numeric(&fields(first))
        && second.len() == third.len()
        && numeric(&second)
        && numeric(&third);
    of_akt.then_some(Format::Akt)
}

fn fields(line: &str) -> Vec<&str> {
    line.trim()
        .trim_end_matches(',')
        .split(',')
        .map(str::trim)
        .collect()
}
