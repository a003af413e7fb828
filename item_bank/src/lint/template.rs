//! What can be seen without a seed.

use super::Sink;
use crate::template::{Kind, Template};
use crate::{Bank, TermId};

pub(super) fn check(bank: &Bank, template: &Template, sink: &mut Sink) {
    if !(2..=4).contains(&template.hints.len()) {
        sink.fail(format!(
            "has {} hints; 2 to 4 are wanted",
            template.hints.len()
        ));
    }
    if template.solution.is_empty() {
        sink.fail("has no worked solution");
    }
    if template.source.trim().is_empty() || template.license.trim().is_empty() {
        sink.fail("source and license must be named");
    }
    let number_kind = !matches!(template.kind, Kind::Choice | Kind::MultiSelect);
    if number_kind && template.misconceptions.len() < 2 {
        sink.fail(format!(
            "has {} misconceptions; 2 are wanted",
            template.misconceptions.len()
        ));
    }
    for choice in &template.choices {
        let may_be_wrong = choice.correct != crate::Truth::Fixed(true);
        if may_be_wrong && choice.feedback.is_none() {
            sink.fail(format!(
                "the choice '{}' can be wrong and has no feedback",
                choice.text
            ));
        }
    }
    let known = |term: &TermId| bank.terms.iter().any(|t| &t.id == term);
    for term in template.terms.iter().chain(&template.construct_terms) {
        if !known(term) {
            sink.fail(format!("the term '{term}' is not in terms.toml"));
        }
    }
}
