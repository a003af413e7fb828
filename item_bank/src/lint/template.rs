//! What can be seen without a seed.

use super::Sink;
use crate::template::{Family, Template};
use crate::{Bank, TermId};

pub(super) fn check(bank: &Bank, template: &Template, sink: &mut Sink) {
    let ours = template.imported.is_none();
    if ours && !(2..=4).contains(&template.hints.len()) {
        sink.fail(format!(
            "has {} hints; 2 to 4 are wanted",
            template.hints.len()
        ));
    }
    if ours && template.solution.is_empty() {
        sink.fail("has no worked solution");
    }
    if template.source.trim().is_empty() || template.license.trim().is_empty() {
        sink.fail("source and license must be named");
    }
    let typed = matches!(
        template.kind.family(),
        Family::Number | Family::Algebra | Family::Words
    );
    if ours && typed && template.misconceptions.len() < 2 {
        sink.fail(format!(
            "has {} misconceptions; 2 are wanted",
            template.misconceptions.len()
        ));
    }
    let arranged = matches!(
        template.kind.family(),
        Family::Arrange | Family::Mark | Family::Fill
    );
    if ours && arranged && template.feedback.is_none() {
        sink.fail("has no `feedback` for a wrong answer");
    }
    for choice in &template.choices {
        let may_be_wrong = choice.correct != crate::Truth::Fixed(true);
        if ours && may_be_wrong && choice.feedback.is_none() {
            sink.fail(format!(
                "the choice '{}' can be wrong and has no feedback",
                choice.text
            ));
        }
    }
    let known = |term: &TermId| bank.english().terms.contains_key(term);
    for term in template.terms.iter().chain(&template.construct_terms) {
        if !known(term) {
            sink.fail(format!("the term '{term}' is not in terms/"));
        }
    }
    if let Some(passage) = &template.passage
        && bank.passage(passage).is_none()
    {
        sink.fail(format!("the passage '{passage}' is not in the bank"));
    }
}
