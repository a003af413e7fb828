//! The student app's own words in a language.

use super::message::{difference, shape};
use crate::Bank;
use crate::bridge::LanguagePack;
use crate::bridge::validate::language::doubt;
use crate::lint::Sink;

/// Words that stay as they are in every language: names, keys and codes.
const SAME: &[&str] = &[
    "trellis", "pin", "space", "maple-27", "ctrl", "enter", "tab", "esc", "wi-fi",
];

pub(super) fn check(bank: &Bank, language: &LanguagePack, sink: &mut Sink) {
    let english = bank.interface();
    let tag = language.language.as_str();
    let home = bank.interface_in(&language.language);
    let mut all = String::new();
    for (section, texts) in english {
        for (key, english) in texts {
            let text = home.and_then(|home| home.get(section)?.get(key));
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
                sink.fail(format!("interface.toml: '{key}' of [{section}] is missing"));
                continue;
            };
            if let Some(what) = difference(english, text, tag) {
                sink.fail(format!("interface.toml: '{key}' {what}"));
            }
            all.push_str(&words_of(text));
            all.push_str(" \u{B7} ");
        }
    }
    for (section, texts) in home.into_iter().flatten() {
        for key in texts.keys() {
            if english
                .get(section)
                .is_none_or(|known| !known.contains_key(key))
            {
                sink.fail(format!(
                    "interface.toml: '{key}' of [{section}] is used nowhere"
                ));
            }
        }
    }
    // texts of a word or two say nothing alone
    if let Some(doubt) = doubt(&all, &language.language, 0.85).filter(|_| home.is_some()) {
        sink.fail(format!("interface.toml: {doubt}"));
    }
}

/// Without placeholders and what is the same in every language.
fn words_of(text: &str) -> String {
    let names = shape(text).map(|shape| shape.names).unwrap_or_default();
    let words = text.split(|c: char| c.is_whitespace() || "{},.".contains(c));
    let own = words.filter(|word| {
        let lower = word.to_lowercase();
        !names.contains(*word)
            && !SAME.contains(&lower.as_str())
            && !matches!(
                lower.as_str(),
                "plural" | "number" | "zero" | "one" | "two" | "few" | "many" | "other"
            )
    });
    own.collect::<Vec<_>>().join(" ")
}
