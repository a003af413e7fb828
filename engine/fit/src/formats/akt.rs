//! `akt`: a few lines a student, as in arghosh/AKT.

use super::answer::answer;
use super::rows::{Entry, Rows};
use super::sniff::sniff;
use super::{Format, Problem, ReadError};

/// How the lines of one student follow each other after "index,student".
#[derive(Clone, Copy, Debug)]
struct Layout {
    lines: usize,
    items: Option<usize>,
    skills: usize,
    answers: usize,
    says: &'static str,
}

const LAYOUTS: [Layout; 3] = [
    Layout {
        lines: 3,
        items: None,
        skills: 1,
        answers: 2,
        says: "three lines a student (name, skills, answers)",
    },
    Layout {
        lines: 4,
        items: Some(1),
        skills: 2,
        answers: 3,
        says: "four lines a student (name, items, skills, answers)",
    },
    Layout {
        lines: 5,
        items: Some(1),
        skills: 2,
        answers: 3,
        says: "five lines a student (name, items, skills, answers, one more that is not used)",
    },
];

struct Lines<'a> {
    file: &'a str,
    /// Without blank lines at the end; each with its number.
    lines: Vec<(u64, &'a str)>,
}

pub(super) fn read(file: &str, text: &str, rows: &mut Rows) -> Result<(), ReadError> {
    let lines = text
        .lines()
        .zip(1..)
        .map(|(line, number)| (number, line.trim_end()))
        .collect::<Vec<_>>();
    let used = lines
        .iter()
        .rposition(|(_, line)| !line.is_empty())
        .map_or(0, |last| last + 1);
    let lines = Lines {
        file,
        lines: lines[..used].to_vec(),
    };
    let layout = lines.layout();
    let seems = sniff(text).filter(|seems| *seems != Format::Akt);
    if let Some(seems) = seems {
        let chosen = Format::Akt;
        return Err(ReadError::of_file(
            file,
            Problem::WrongFormat { chosen, seems },
        ));
    }
    rows.notes.push(format!("{file}: {}", layout.says));
    let nameless = lines.nameless(layout);
    if nameless {
        rows.notes.push(format!(
            "{file}: the first line of every record is its length, not a name; students are named \
             by that line's number"
        ));
    }
    for record in lines.lines.chunks(layout.lines) {
        lines.take(layout, record, rows, nameless)?;
    }
    Ok(())
}

impl<'a> Lines<'a> {
    /// The layout under which most records fit together; the shortest of equals.
    fn layout(&self) -> Layout {
        let fitting = |layout: &Layout| {
            let records = self.lines.chunks(layout.lines);
            let whole = records
                .clone()
                .filter(|record| fits(layout, record))
                .count();
            whole as f64 / records.len() as f64
        };
        let mut best = LAYOUTS[0];
        for layout in LAYOUTS {
            let divides = |layout: &Layout| self.lines.len().is_multiple_of(layout.lines);
            let rank = |layout: &Layout| (fitting(layout), divides(layout));
            if rank(&layout) > rank(&best) {
                best = layout;
            }
        }
        best
    }

    /// Piech's layout (2015): the first line is the number of responses.
    fn nameless(&self, layout: Layout) -> bool {
        self.lines.chunks(layout.lines).all(|record| {
            record
                .get(layout.answers)
                .is_some_and(|(_, answers)| record[0].1.trim() == fields(answers).len().to_string())
        })
    }

    fn take(
        &self,
        layout: Layout,
        record: &[(u64, &'a str)],
        rows: &mut Rows,
        nameless: bool,
    ) -> Result<(), ReadError> {
        let (first_line, head) = record[0];
        if record.len() < layout.lines {
            let (found, expected) = (record.len(), layout.lines);
            let problem = Problem::CutOff { found, expected };
            return Err(ReadError::at_line(self.file, first_line, problem));
        }
        let (answer_line, answers) = record[layout.answers];
        let answers = fields(answers);
        let column = |place: usize, what: &'static str| {
            let (line, text) = record[place];
            let found = fields(text);
            if found.len() == answers.len() {
                return Ok(found);
            }
            let problem = Problem::Ragged {
                what,
                found: found.len(),
                against: "answers",
                expected: answers.len(),
                other_line: answer_line,
            };
            Err(ReadError::at_line(self.file, line, problem))
        };
        let items = layout
            .items
            .map(|place| column(place, "items"))
            .transpose()?;
        let skills = column(layout.skills, "skills")?;
        if answers.is_empty() {
            rows.skip(self.file, first_line, "a student without responses");
            return Ok(());
        }
        let by_line = first_line.to_string();
        let student = match student(head) {
            Some(_) if nameless => by_line.as_str(),
            Some(name) => name,
            None => {
                let error = ReadError::at_line(self.file, first_line, Problem::EmptyValue);
                return Err(error.in_column("student"));
            }
        };
        for (place, (skill, text)) in skills.iter().zip(&answers).enumerate() {
            if skill.is_empty() {
                rows.skip(self.file, first_line, "no skill");
                continue;
            }
            let correct = answer(text).map_err(|problem| {
                let column = format!("answer {}", place + 1);
                ReadError::at_line(self.file, answer_line, problem).in_column(&column)
            })?;
            let mut entry = Entry::new(student, skill, correct);
            entry.item = items.as_ref().map(|items| items[place]);
            rows.push(entry);
        }
        Ok(())
    }
}

fn fits(layout: &Layout, record: &[(u64, &str)]) -> bool {
    let Some((_, answers)) = record
        .get(layout.answers)
        .filter(|_| record.len() == layout.lines)
    else {
        return false;
    };
    let answers = fields(answers);
    fields(record[0].1).len() <= 2
        && answers.iter().all(|text| answer(text).is_ok())
        && (1..layout.lines).all(|place| fields(record[place].1).len() == answers.len())
}

/// A comma at the end of a line is none: the published files have some.
fn fields(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_suffix(',').unwrap_or(line);
    if line.is_empty() {
        return Vec::new();
    }
    line.split(',').map(str::trim).collect()
}

/// The second field of "index,student", or the only one.
fn student(head: &str) -> Option<&str> {
    fields(head).last().copied().filter(|name| !name.is_empty())
}
