//! What changed between two templates: field by field, in it word by word.

use item_bank::{Domain, HintRule, Template, Truth, Variable};

use super::wording;

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: String,
    pub runs: Vec<Run>,
}

/// Words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    Same(String),
    Gone(String),
    Came(String),
}

/// Longer texts are shown as a whole gone and a whole come: telling words apart in them costs more
/// than it shows.
const MOST_WORDS: usize = 600;

/// In the order of the form. Identifiers and versions are not a change.
pub fn diff(old: &Template, new: &Template) -> Vec<Change> {
    let (old, new) = (fields(old), fields(new));
    let mut names: Vec<&String> = new.iter().map(|(name, _)| name).collect();
    for (at, (name, _)) in old.iter().enumerate() {
        if !names.contains(&name) {
            names.insert(at.min(names.len()), name);
        }
    }
    let text = |fields: &[(String, String)], wanted: &str| {
        let mut fields = fields.iter();
        fields
            .find(|(name, _)| name == wanted)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    };
    let changes = names.into_iter().filter_map(|name| {
        let (before, after) = (text(&old, name), text(&new, name));
        (before != after).then(|| Change {
            field: name.clone(),
            runs: words(&before, &after),
        })
    });
    changes.collect()
}

/// The longest common run of words stays (Hunt and Szymanski's problem, by the plain table).
fn words(old: &str, new: &str) -> Vec<Run> {
    let (a, b) = (split(old), split(new));
    if a.len() * b.len() > MOST_WORDS * MOST_WORDS {
        return vec![Run::Gone(old.to_owned()), Run::Came(new.to_owned())];
    }
    let mut longest = vec![vec![0u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let mut runs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            push(&mut runs, Run::Same(a[i].to_owned()));
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && longest[i + 1][j] >= longest[i][j + 1]) {
            push(&mut runs, Run::Gone(a[i].to_owned()));
            i += 1;
        } else {
            push(&mut runs, Run::Came(b[j].to_owned()));
            j += 1;
        }
    }
    runs
}

fn push(runs: &mut Vec<Run>, next: Run) {
    match (runs.last_mut(), &next) {
        (Some(Run::Same(all)), Run::Same(more))
        | (Some(Run::Gone(all)), Run::Gone(more))
        | (Some(Run::Came(all)), Run::Came(more)) => all.push_str(more),
        _ => runs.push(next),
    }
}

/// Words, each with the space after it.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive([' ', '\n']).collect()
}

/// Everything that a template says, under the names of the form.
fn fields(template: &Template) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut say = |name: &str, text: String| {
        if !text.is_empty() {
            all.push((name.to_owned(), text));
        }
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    say("Skill", template.skill.to_string());
    say("Kind", wording::kind(template.kind).to_owned());
    say(
        "Difficulty",
        wording::difficulty(template.difficulty).to_owned(),
    );
    let passage = template.passage.as_ref();
    say(
        "Passage",
        passage.map(ToString::to_string).unwrap_or_default(),
    );
    say("Question", template.stem.clone());
    say("Figure", json(template.figure.as_ref()));
    say("Answer", text(&template.answer));
    say("Accepted answers", template.accept.join("\n"));
    say("Form", wording::form(template.form).to_owned());
    say("Unit", text(&template.unit));
    for (n, choice) in template.choices.iter().enumerate() {
        let right = match &choice.correct {
            Truth::Fixed(true) => "right".to_owned(),
            Truth::Fixed(false) => "wrong".to_owned(),
            Truth::When(condition) => format!("right when {condition}"),
        };
        let feedback = choice.feedback.as_deref().unwrap_or_default();
        let said = format!("{} ({right}) {feedback}", choice.text);
        say(&format!("Choice {}", n + 1), said.trim_end().to_owned());
    }
    numbered(&mut say, "Part", &template.items);
    for (n, pair) in template.pairs.iter().enumerate() {
        say(
            &format!("Pair {}", n + 1),
            format!("{} with {}", pair.left, pair.right),
        );
    }
    numbered(&mut say, "Extra right side", &template.distractors);
    say("Number line", json(template.line.as_ref()));
    say("Grid", json(template.plot.as_ref()));
    if let Some(table) = &template.table {
        let rows: Vec<String> = std::iter::once(&table.header)
            .chain(&table.rows)
            .map(|row| row.join(" | "))
            .collect();
        say("Table", rows.join("\n"));
    }
    say("After a wrong answer", text(&template.feedback));
    for variable in &template.vars {
        say(&format!("Variable {}", variable.name), domain(variable));
    }
    say("Conditions", template.constraints.join("\n"));
    for (n, hint) in template.hints.iter().enumerate() {
        say(&format!("Hint {}", n + 1), hint_text(hint));
    }
    numbered(&mut say, "Solution step", &template.solution);
    for (n, rule) in template.misconceptions.iter().enumerate() {
        say(
            &format!("Foreseen mistake {}", n + 1),
            format!("{} : {}", rule.answer, rule.feedback),
        );
    }
    say("Terms", listed(&template.terms));
    say("Terms it tests", listed(&template.construct_terms));
    say("Source", template.source.clone());
    say("License", template.license.clone());
    all
}

fn numbered(say: &mut impl FnMut(&str, String), name: &str, texts: &[String]) {
    for (n, text) in texts.iter().enumerate() {
        say(&format!("{name} {}", n + 1), text.clone());
    }
}

fn listed(terms: &[item_bank::TermId]) -> String {
    let terms: Vec<&str> = terms.iter().map(item_bank::TermId::as_str).collect();
    terms.join(", ")
}

fn hint_text(hint: &HintRule) -> String {
    match &hint.ask {
        Some(ask) => format!("{} Asks: {}", hint.text, json(Some(ask))),
        None => hint.text.clone(),
    }
}

fn domain(variable: &Variable) -> String {
    match &variable.domain {
        Domain::Int(range) => match range[..] {
            [from, to] => format!("whole numbers from {from} to {to}"),
            [from, to, step, ..] => format!("whole numbers from {from} to {to} in steps of {step}"),
            _ => String::new(),
        },
        Domain::Pick(all) => format!("one of the values {}", all.join(", ")),
        Domain::Word(all) => format!("one of the words {}", all.join(", ")),
        Domain::Row(rows) => format!("one of the rows {}", json(Some(rows))),
        Domain::Is(expression) => format!("computed: {expression}"),
    }
}

/// What has no better words: as the file would have it, opened up a little.
fn json<T: serde::Serialize>(value: Option<&T>) -> String {
    let text = value.and_then(|value| serde_json::to_string(value).ok());
    let text = text.unwrap_or_default().replace(['"', '{', '}'], "");
    text.replace(',', ", ").replace(':', ": ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::staff::content::form::{Form, Scalar};

    fn ribbon() -> Template {
        super::super::form::sample()
    }

    #[test]
    fn nothing_changed_is_nothing_told() {
        let mut newer = ribbon();
        newer.version += 1;
        assert_eq!(diff(&ribbon(), &newer), []);
    }

    #[test]
    fn a_word_changed_is_told_as_a_word() {
        let mut newer = ribbon();
        newer.stem = newer.stem.replace("ribbon", "rope");
        newer.hints.pop();
        let changes = diff(&ribbon(), &newer);
        let names: Vec<&str> = changes.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(names, ["Question", "Hint 3"]);
        let gone: Vec<&Run> = changes[0]
            .runs
            .iter()
            .filter(|run| !matches!(run, Run::Same(_)))
            .collect();
        assert_eq!(gone.len(), 2);
        assert_eq!(gone[0], &Run::Gone("ribbon ".into()));
        assert_eq!(gone[1], &Run::Came("rope ".into()));
        assert!(matches!(changes[1].runs[..], [Run::Gone(_)]));
    }

    #[test]
    fn old_and_new_can_be_put_together_again() {
        let pairs = [("a b c", "a c d"), ("", "x y"), ("x", ""), ("same", "same")];
        for (old, new) in pairs {
            let (mut before, mut after) = (String::new(), String::new());
            for run in words(old, new) {
                match run {
                    Run::Same(text) => {
                        before.push_str(&text);
                        after.push_str(&text);
                    }
                    Run::Gone(text) => before.push_str(&text),
                    Run::Came(text) => after.push_str(&text),
                }
            }
            assert_eq!((before.as_str(), after.as_str()), (old, new));
        }
    }

    #[test]
    fn the_form_changes_no_more_than_was_typed() {
        let mut form = Form::of(&ribbon());
        form.set_text(super::super::form::At::Scalar(Scalar::Unit), "feet".into());
        let changes = diff(&ribbon(), &form.template().unwrap());
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].field, "Unit");
    }
}
