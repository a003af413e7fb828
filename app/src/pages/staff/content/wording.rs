//! The words of the section: kinds, states and findings as a teacher says them.

use api::{ReviewEventKind, TemplateState};
use engine::Difficulty;
use item_bank::{Form, Kind};

/// "add-unlike-ribbon" is "Add unlike ribbon".
pub fn title_of(id: &str) -> String {
    let mut words = id.replace(['-', '.'], " ");
    if let Some(first) = words.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    words
}

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer => "Whole number",
        Kind::Decimal => "Decimal",
        Kind::Fraction => "Fraction",
        Kind::Mixed => "Mixed number",
        Kind::Percent => "Percent",
        Kind::Quantity => "Number with a unit",
        Kind::Expression => "Expression",
        Kind::Equation => "Equation or inequality",
        Kind::Choice => "Choose one",
        Kind::MultiSelect => "Choose all that fit",
        Kind::Order => "Put in order",
        Kind::Match => "Match pairs",
        Kind::NumberLine => "Number line",
        Kind::Plot => "Points on a grid",
        Kind::Table => "Fill a table",
        Kind::ShortText => "Short text",
    }
}

/// In the kind's own spelling, for the address and for `select`s.
pub fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer => "integer",
        Kind::Decimal => "decimal",
        Kind::Fraction => "fraction",
        Kind::Mixed => "mixed",
        Kind::Percent => "percent",
        Kind::Quantity => "quantity",
        Kind::Expression => "expression",
        Kind::Equation => "equation",
        Kind::Choice => "choice",
        Kind::MultiSelect => "multi-select",
        Kind::Order => "order",
        Kind::Match => "match",
        Kind::NumberLine => "number-line",
        Kind::Plot => "plot",
        Kind::Table => "table",
        Kind::ShortText => "short-text",
    }
}

pub fn kind_of(code: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind_code(*kind) == code)
}

pub const DIFFICULTIES: [Difficulty; 3] = [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard];

pub fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Easy => "Easy",
        Difficulty::Medium => "Medium",
        Difficulty::Hard => "Hard",
    }
}

pub const FORMS: [Form; 12] = [
    Form::Any,
    Form::Simplest,
    Form::Mixed,
    Form::Decimal,
    Form::NearestHundred,
    Form::NearestTen,
    Form::NearestWhole,
    Form::NearestTenth,
    Form::NearestHundredth,
    Form::Expanded,
    Form::Factored,
    Form::Solved,
];

pub fn form(form: Form) -> &'static str {
    match form {
        Form::Any => "Any equal value",
        Form::Simplest => "Simplest form",
        Form::Mixed => "Mixed or whole number",
        Form::Decimal => "Decimal",
        Form::NearestHundred => "Rounded to the nearest hundred",
        Form::NearestTen => "Rounded to the nearest ten",
        Form::NearestWhole => "Rounded to the nearest whole number",
        Form::NearestTenth => "Rounded to the nearest tenth",
        Form::NearestHundredth => "Rounded to the nearest hundredth",
        Form::Expanded => "Expanded, like terms combined",
        Form::Factored => "Factored",
        Form::Solved => "Solved for the letter",
    }
}

pub const STATES: [TemplateState; 5] = [
    TemplateState::InReview,
    TemplateState::Draft,
    TemplateState::Approved,
    TemplateState::Live,
    TemplateState::Retired,
];

pub fn state(state: TemplateState) -> &'static str {
    match state {
        TemplateState::Draft => "Draft",
        TemplateState::InReview => "In review",
        TemplateState::Approved => "Approved",
        TemplateState::Live => "Live",
        TemplateState::Retired => "Retired",
    }
}

pub fn state_code(state: TemplateState) -> &'static str {
    match state {
        TemplateState::Draft => "draft",
        TemplateState::InReview => "in-review",
        TemplateState::Approved => "approved",
        TemplateState::Live => "live",
        TemplateState::Retired => "retired",
    }
}

pub fn event(kind: ReviewEventKind) -> &'static str {
    match kind {
        ReviewEventKind::Created => "began the draft",
        ReviewEventKind::Edited => "saved the draft",
        ReviewEventKind::Submitted => "submitted it for review",
        ReviewEventKind::Returned => "returned it",
        ReviewEventKind::Approved => "approved it",
        ReviewEventKind::Published => "published it",
        ReviewEventKind::Retired => "retired it",
        ReviewEventKind::Imported => "imported it",
    }
}

/// "whole-numbers" is "Whole numbers".
pub fn domain(domain: &str) -> String {
    title_of(domain)
}

pub fn grade(grade: u8) -> String {
    if grade == 0 {
        "Kindergarten".to_owned()
    } else {
        format!("Grade {grade}")
    }
}

/// A finding without the file's words: no template's name in front, no backticks.
pub fn finding(what: &str, id: &str) -> String {
    let what = nameless(what, id).replace('`', "");
    let plain = match what.as_str() {
        "has no worked solution" => "There is no worked solution yet.",
        "source and license must be named" => "Name the source and the license.",
        "has no feedback for a wrong answer" => "Say what a student is told after a wrong answer.",
        "a hint before the last gives the answer" => {
            "A hint before the last one gives the answer away."
        }
        "division by zero" => "An expression divides by zero.",
        _ => return worded(&what),
    };
    plain.to_owned()
}

/// Without the template's name in front, whichever it was made under.
fn nameless<'a>(what: &'a str, id: &str) -> &'a str {
    let code = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    match what.split_once(": ") {
        Some((name, rest)) if name == id || (name.contains('-') && name.chars().all(code)) => rest,
        _ => what,
    }
}

fn worded(what: &str) -> String {
    if let Some(rest) = what.strip_prefix("has ") {
        return sentence(&format!("there are {rest}"));
    }
    if let Some(rest) = what.strip_prefix("gives only ") {
        return sentence(&format!("it makes only {rest}"));
    }
    if what.starts_with("no draw of ") {
        return "The variables never meet the conditions: widen the numbers or drop a condition."
            .to_owned();
    }
    sentence(what)
}

/// A capital first and a full stop last.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    let mut said = first.unwrap_or_default();
    said.push_str(chars.as_str());
    if !said.ends_with(['.', '?', '!']) {
        said.push('.');
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_code_that_leads_back() {
        for each in Kind::ALL {
            assert_eq!(kind_of(kind_code(each)), Some(each));
            let json = serde_json::to_string(&each).unwrap();
            assert_eq!(json, format!("\"{}\"", kind_code(each)));
        }
        assert_eq!(kind_of("essay"), None);
    }

    #[test]
    fn findings_are_said_in_plain_words() {
        let said = |what| finding(what, "ribbon");
        assert_eq!(
            said("has 1 hints; 2 to 4 are wanted"),
            "There are 1 hints; 2 to 4 are wanted."
        );
        assert_eq!(
            said("ribbon: the kind order needs 3 to 8 `items`"),
            "The kind order needs 3 to 8 items."
        );
        assert_eq!(
            finding("new-question: 'a +' ends too early", ""),
            "'a +' ends too early."
        );
        assert_eq!(
            said("ribbon: no draw of 1000 met the constraints"),
            "The variables never meet the conditions: widen the numbers or drop a condition."
        );
    }

    #[test]
    fn names_read_as_titles() {
        assert_eq!(title_of("add-unlike-ribbon"), "Add unlike ribbon");
        assert_eq!(title_of(""), "");
        assert_eq!(grade(0), "Kindergarten");
    }
}
