//! Sentences of an alt text.

use crate::Rational;
use crate::text::show;

/// `1 part`, `3 parts`.
pub(super) fn counted(count: i32, one: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {one}{ending}")
}

/// `a, b and c`.
pub(super) fn listed(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// `1st`, `22nd`, `113th`.
pub(super) fn ordinal(n: i32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// `0.25`, `negative 3`, `1 third`.
pub(super) fn number(value: Rational) -> String {
    let size = value.checked_abs().unwrap_or(value);
    let sign = if value.is_negative() { "negative " } else { "" };
    format!("{sign}{}", show::number(size).spoken())
}

/// `, labelled x`, or nothing.
pub(super) fn labelled(label: Option<&super::label::Label>) -> String {
    label.map_or_else(String::new, |l| format!(", labelled {}", l.said()))
}

/// The same in the midst of a sentence.
pub(super) fn named(label: Option<&super::label::Label>) -> String {
    label.map_or_else(String::new, |l| format!(", labelled {},", l.said()))
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
