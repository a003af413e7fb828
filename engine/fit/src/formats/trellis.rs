//! `trellis`: the export of our own server, one opportunity a line. See [`Format::Trellis`].

use serde::Deserialize;

use super::names::composite;
use super::rows::{Entry, Rows};
use super::sniff::sniff;
use super::time::Time;
use super::{Format, Problem, ReadError};

/// Fields that a later server adds are read over.
#[derive(Debug, Deserialize)]
struct Opportunity {
    student: String,
    skill: Skills,
    #[serde(default)]
    template: Option<String>,
    correct: Answer,
    /// 1/k for k choices.
    #[serde(default)]
    chance: f64,
    /// Share of the hint ladder seen before answering.
    #[serde(default)]
    help: f64,
    /// School day, as `engine::SchoolDay` counts.
    #[serde(default)]
    day: Option<i32>,
    #[serde(default)]
    answered_at_ms: Option<i64>,
    #[serde(default)]
    group: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Skills {
    One(String),
    Several(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Answer {
    Word(bool),
    Number(f64),
    Text(String),
}

pub(super) fn read(file: &str, text: &str, rows: &mut Rows) -> Result<(), ReadError> {
    for (at, line) in text.lines().enumerate() {
        let number = at as u64 + 1;
        if line.trim().is_empty() {
            continue;
        }
        let opportunity: Opportunity = serde_json::from_str(line).map_err(|error| {
            let seems = sniff(text).filter(|seems| *seems != Format::Trellis);
            if let Some(seems) = seems.filter(|_| rows.seen == 0) {
                let chosen = Format::Trellis;
                return ReadError::of_file(file, Problem::WrongFormat { chosen, seems });
            }
            ReadError::at_line(file, number, Problem::BadJson(in_one_line(&error)))
        })?;
        take(file, number, &opportunity, rows)?;
    }
    Ok(())
}

fn take(file: &str, line: u64, from: &Opportunity, rows: &mut Rows) -> Result<(), ReadError> {
    let fail = |field: &str, problem| Err(ReadError::at_line(file, line, problem).in_column(field));
    let skill = match &from.skill {
        Skills::One(code) => code.clone(),
        Skills::Several(codes) => composite(codes.iter().map(String::as_str)),
    };
    if skill.trim().is_empty() {
        rows.skip(file, line, "no skill");
        return Ok(());
    }
    if from.student.trim().is_empty() {
        return fail("student", Problem::EmptyValue);
    }
    let correct = match &from.correct {
        Answer::Word(correct) => Ok(*correct),
        Answer::Number(number) => super::answer::answer(&number.to_string()),
        Answer::Text(text) => super::answer::answer(text),
    };
    let correct = match correct {
        Ok(correct) => correct,
        Err(problem) => return fail("correct", problem),
    };
    if !(0.0..1.0).contains(&from.chance) {
        let (value, range) = (from.chance, "0 (an open answer) up to but not 1");
        return fail("chance", Problem::OutOfRange { value, range });
    }
    if !(0.0..=1.0).contains(&from.help) {
        let (value, range) = (from.help, "0 (unaided) to 1 (the last hint)");
        return fail("help", Problem::OutOfRange { value, range });
    }
    let mut entry = Entry::new(&from.student, &skill, correct);
    entry.item = from.template.as_deref();
    entry.group = from.group.as_deref().filter(|name| !name.trim().is_empty());
    entry.chance = from.chance;
    entry.help = from.help;
    entry.day = from.day;
    entry.time = from.answered_at_ms.map(Time::Ms);
    rows.push(entry);
    Ok(())
}

/// serde's message without "at line 1": the line is ours to say.
fn in_one_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    format!("{} (character {})", &text[..end], error.column())
}
