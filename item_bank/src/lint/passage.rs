//! Reading passages.

use super::{Sink, reading};
use crate::Bank;
use crate::passage::Passage;
use crate::rich::plain;

/// Words of a passage: enough to have something to say, few enough for one sitting.
const WORDS: std::ops::RangeInclusive<usize> = 150..=300;
/// Grades that a passage may read above its own.
const MARGIN: f64 = 2.0;

pub(super) fn check(bank: &Bank, passage: &Passage) -> Sink {
    let file = format!("content/passages/{}.toml", passage.id);
    let mut sink = Sink::new((file, 1), passage.id.to_string());
    if passage.source.trim().is_empty() || passage.license.trim().is_empty() {
        sink.fail("source and license must be named");
    }
    let Some(view) = passage.view() else {
        sink.fail("a paragraph has ** or { without its pair");
        return sink;
    };
    let text: Vec<String> = view.paragraphs.iter().map(|text| plain(text)).collect();
    let text = text.join(" ");
    let words = text.split_whitespace().count();
    if !WORDS.contains(&words) {
        sink.fail(format!("has {words} words; 150 to 300 are wanted"));
    }
    if let Some(level) = reading::level(&text)
        && level > f64::from(passage.grade) + MARGIN
    {
        sink.warn(format!(
            "reads like grade {level:.1}; it is for grade {}",
            passage.grade
        ));
    }
    for term in &passage.terms {
        if !bank.english().terms.contains_key(term) {
            sink.fail(format!("the term '{term}' is not in terms/"));
        }
    }
    if !bank
        .templates()
        .any(|t| t.passage.as_ref() == Some(&passage.id))
    {
        sink.fail("no question is about it");
    }
    sink
}
