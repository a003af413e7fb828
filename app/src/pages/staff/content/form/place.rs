//! Which field a finding of the checker is about.

use super::{At, Form, List, Scalar};
use item_bank::Kind;

const LISTS: [List; 12] = [
    List::Accept,
    List::Choices,
    List::Items,
    List::Pairs,
    List::Distractors,
    List::LinePoints,
    List::PlotPoints,
    List::Vars,
    List::Conditions,
    List::Hints,
    List::Solution,
    List::Misconceptions,
];

const TEXTS: [Scalar; 12] = [
    Scalar::Stem,
    Scalar::Answer,
    Scalar::Unit,
    Scalar::Feedback,
    Scalar::LineFrom,
    Scalar::LineTo,
    Scalar::LineStep,
    Scalar::TableHeader,
    Scalar::TableRows,
    Scalar::Terms,
    Scalar::ConstructTerms,
    Scalar::Passage,
];

/// `None`: it is about the whole, and stands on top.
pub fn place(form: &Form, what: &str) -> Option<At> {
    quoted(what)
        .into_iter()
        .find_map(|text| holder(form, &text))
        .or_else(|| by_words(form, what))
}

/// The only field that holds the text which the message quotes. A quote may be cut short by an
/// apostrophe inside it, so that the longest is tried first.
fn quoted(what: &str) -> Vec<String> {
    let (Some(first), Some(last)) = (what.find('\''), what.rfind('\'')) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    if first + 1 < last {
        found.push(what[first + 1..last].to_owned());
    }
    found.extend(what.split('\'').skip(1).step_by(2).map(str::to_owned));
    found.retain(|text| !text.trim().is_empty());
    found.sort_by_key(|text| std::cmp::Reverse(text.len()));
    found
}

fn holder(form: &Form, text: &str) -> Option<At> {
    let scalars = TEXTS.into_iter().map(At::Scalar);
    let cells = LISTS.into_iter().flat_map(|list| {
        let rows = form.rows(list).iter();
        rows.flat_map(move |row| (0..row.cells.len()).map(move |cell| At::Cell(list, row.id, cell)))
    });
    let mut holders = scalars
        .chain(cells)
        .filter(|at| form.text(*at).contains(text));
    let first = holders.next()?;
    holders.next().is_none().then_some(first)
}

fn by_words(form: &Form, what: &str) -> Option<At> {
    let list = |list| Some(At::List(list));
    let scalar = |scalar| Some(At::Scalar(scalar));
    let says = |words: &[&str]| words.iter().any(|word| what.contains(word));
    match () {
        () if says(&["constraints"]) => list(List::Conditions),
        () if says(&["misconception"]) => list(List::Misconceptions),
        () if says(&["worked solution"]) => list(List::Solution),
        () if says(&["source and license"]) => scalar(Scalar::Source),
        () if says(&["no `feedback`"]) => scalar(Scalar::Feedback),
        () if says(&["hint"]) => list(List::Hints),
        () if says(&["`choices`", "choices are right", "two choices"]) => list(List::Choices),
        () if says(&["`accept`"]) => list(List::Accept),
        () if says(&["`items`", "two parts"]) => list(List::Items),
        () if says(&["`pairs`", "left sides", "right sides"]) => list(List::Pairs),
        () if says(&["the term "]) => scalar(Scalar::Terms),
        () if says(&["the passage "]) => scalar(Scalar::Passage),
        () if says(&["`table`"]) => scalar(Scalar::TableRows),
        () if says(&["scale", "tick", "`line`", "`plot`", "axis"]) => match form.kind() {
            Kind::Plot => list(List::PlotPoints),
            _ => list(List::LinePoints),
        },
        () if says(&["different items"]) => list(List::Vars),
        () if says(&[
            "an integer is asked",
            "an answer must",
            "right answer as printed",
            "`answer`",
        ]) =>
        {
            scalar(Scalar::Answer)
        }
        () => None,
    }
}
