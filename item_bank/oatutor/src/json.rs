//! JSON as the pool publishes it: with Python's `NaN` and `Infinity` in it.

use std::path::Path;
use std::{fs, io};

use serde_json::Value;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("no JSON: {0}")]
    Json(#[from] serde_json::Error),
}

pub(crate) fn read(path: &Path) -> Result<Value, ReadError> {
    parse(&fs::read_to_string(path)?)
}

pub(crate) fn parse(text: &str) -> Result<Value, ReadError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(_) => Ok(serde_json::from_str(&without_nan(text))?),
    }
}

/// `null` in the place of bare `NaN`, `Infinity` and `-Infinity`; strings stay as they are.
fn without_nan(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut quoted = false;
    while let Some(c) = rest.chars().next() {
        let bare = ["NaN", "-Infinity", "Infinity"]
            .into_iter()
            .find(|word| !quoted && rest.starts_with(word));
        if let Some(word) = bare {
            out.push_str("null");
            rest = &rest[word.len()..];
            continue;
        }
        let mut width = c.len_utf8();
        if c == '\\' && quoted {
            width += rest[width..].chars().next().map_or(0, char::len_utf8);
        }
        quoted ^= c == '"';
        out.push_str(&rest[..width]);
        rest = &rest[width..];
    }
    out
}

/// A field as text: numbers as they print; nothing, `null` and the text `nan` as the empty text.
pub(crate) fn text(value: &Value, field: &str) -> String {
    value.get(field).map_or_else(String::new, as_text)
}

pub(crate) fn as_text(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => String::new(),
    };
    if text.eq_ignore_ascii_case("nan") {
        String::new()
    } else {
        text
    }
}

/// A field as a list of texts; a single text is a list of one.
pub(crate) fn texts(value: &Value, field: &str) -> Vec<String> {
    match value.get(field) {
        Some(Value::Array(all)) => all.iter().map(as_text).collect(),
        Some(Value::Null) | None => Vec::new(),
        Some(one) => vec![as_text(one)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nan_is_nothing_and_stays_a_word_in_a_text() {
        let read =
            parse(r#"{"a": NaN, "b": "NaN \" NaN", "c": [-Infinity, Infinity, 1]}"#).unwrap();
        assert_eq!(text(&read, "a"), "");
        assert_eq!(text(&read, "b"), "NaN \" NaN");
        assert_eq!(texts(&read, "c"), ["", "", "1"]);
        assert_eq!(text(&parse(r#"{"t": "nan"}"#).unwrap(), "t"), "");
        assert!(parse("{NaN").is_err());
    }
}
