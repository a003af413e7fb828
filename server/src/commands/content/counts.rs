//! `trellis content counts`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use engine::Difficulty;
use item_bank::{Bank, Kind, Template};
use serde_json::Value;

/// Words of a stem, besides its mathematics, from which on it counts as a word problem.
const WORDY: usize = 12;

/// How much content there is, in Markdown.
pub fn table(bank: &Bank) -> String {
    let mut text = String::new();
    by_domain(bank, &mut text);
    by_kind(bank, &mut text);
    text
}

/// Templates of each difficulty: easy, medium, hard.
#[derive(Default)]
struct Row {
    skills: BTreeSet<String>,
    of: [usize; 3],
    wordy: usize,
}

impl Row {
    fn count(&mut self, template: &Template) {
        self.skills.insert(template.skill.to_string());
        self.of[match template.difficulty {
            Difficulty::Easy => 0,
            Difficulty::Medium => 1,
            Difficulty::Hard => 2,
        }] += 1;
        self.wordy += usize::from(is_word_problem(template));
    }

    fn line(&self, name: &str, grade: &str, text: &mut String) {
        let all: usize = self.of.iter().sum();
        let [easy, medium, hard] = self.of;
        // writing to a String cannot fail
        let _ = writeln!(
            text,
            "| {name} | {grade} | {} | {all} | {easy} | {medium} | {hard} | {} % |",
            self.skills.len(),
            self.wordy * 100 / all.max(1),
        );
    }
}

fn by_domain(bank: &Bank, text: &mut String) {
    let mut rows: BTreeMap<(String, u8), Row> = BTreeMap::new();
    let mut all = Row::default();
    for template in bank.templates() {
        let Some(skill) = bank.skill(&template.skill) else {
            continue;
        };
        let row = rows.entry((skill.domain.clone(), skill.grade)).or_default();
        row.count(template);
        all.count(template);
    }
    text.push_str(
        "| domain | grade | skills | templates | easy | medium | hard | word problems |\n",
    );
    text.push_str("|---|---|---|---|---|---|---|---|\n");
    for ((domain, grade), row) in &rows {
        row.line(domain, &grade.to_string(), text);
    }
    all.line("**all**", "", text);
    let _ = writeln!(
        text,
        "\nA word problem has {WORDY} or more words besides its mathematics. \
         {} passages, {} pathways, {} languages.\n",
        bank.passages().len(),
        bank.pathways().len(),
        bank.languages().len()
    );
}

fn by_kind(bank: &Bank, text: &mut String) {
    text.push_str("| kind | templates |\n|---|---|\n");
    for kind in Kind::ALL {
        let of = bank.templates().filter(|template| template.kind == kind);
        let _ = writeln!(
            text,
            "| `{}` | {} |",
            name(&serde_json::to_value(kind)),
            of.count()
        );
    }
    let mut figures: BTreeMap<String, usize> = BTreeMap::new();
    for figure in bank
        .templates()
        .filter_map(|template| template.figure.as_ref())
    {
        *figures
            .entry(name(&serde_json::to_value(figure)))
            .or_default() += 1;
    }
    text.push_str("\n| figure | templates |\n|---|---|\n");
    for (kind, count) in &figures {
        let _ = writeln!(text, "| `{kind}` | {count} |");
    }
    let with: usize = figures.values().sum();
    let _ = writeln!(text, "| **all** | {with} |");
}

/// A kind is a word, or a word with what it holds.
fn name(value: &Result<Value, serde_json::Error>) -> String {
    match value {
        Ok(Value::String(word)) => word.clone(),
        Ok(Value::Object(map)) => map.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

fn is_word_problem(template: &Template) -> bool {
    let outside = template.stem.split('$').step_by(2);
    let words = outside.flat_map(str::split_whitespace);
    let words = words.filter(|word| word.chars().any(char::is_alphabetic));
    words.count() >= WORDY
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table stands in the authors' guide between two marks.
    #[test]
    fn the_guide_has_todays_counts() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/CONTENT.md");
        let guide = std::fs::read_to_string(path).unwrap();
        let (_, rest) = guide.split_once("<!-- counts -->").unwrap();
        let (held, _) = rest.split_once("<!-- /counts -->").unwrap();
        assert_eq!(
            held.trim(),
            table(Bank::embedded()).trim(),
            "put the output of `trellis content counts` between the marks of docs/CONTENT.md"
        );
    }
}
