//! The files of one problem, as they are published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::json::{self, as_text, text, texts};
use crate::reason::{Held, Reason};

/// Values that belong together by their place in each list.
pub(crate) type Variables = BTreeMap<String, Vec<String>>;

#[derive(Clone, Debug, Default)]
pub(crate) struct RawProblem {
    pub title: String,
    pub body: String,
    pub variables: Variables,
    /// `URL <Book>`
    pub oer: String,
    /// `URL <Name>`
    pub license: String,
    pub lesson: String,
    pub course: String,
    pub steps: Vec<RawStep>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct RawStep {
    pub id: String,
    pub title: String,
    pub body: String,
    pub question: RawQuestion,
    pub answer_latex: String,
    pub precision: String,
    pub variables: Variables,
    pub hints: Vec<RawHint>,
}

/// What a step or a scaffold asks.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawQuestion {
    pub problem_type: String,
    pub answer_type: String,
    pub answers: Vec<String>,
    pub choices: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct RawHint {
    pub id: String,
    pub scaffold: bool,
    pub title: String,
    pub text: String,
    pub license: String,
    pub question: RawQuestion,
    pub variables: Variables,
    /// Ids or places in the list.
    pub dependencies: Vec<String>,
    pub sub_hints: Vec<RawHint>,
}

impl RawProblem {
    /// Every text that a student may be shown.
    pub fn each_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        visit(&mut self.title);
        visit(&mut self.body);
        for step in &mut self.steps {
            visit(&mut step.title);
            visit(&mut step.body);
            step.question.each_text(visit);
            each_hint_text(&mut step.hints, visit);
        }
    }
}

impl RawQuestion {
    fn each_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        self.answers
            .iter_mut()
            .chain(&mut self.choices)
            .for_each(visit);
    }
}

fn each_hint_text(hints: &mut [RawHint], visit: &mut impl FnMut(&mut String)) {
    for hint in hints {
        visit(&mut hint.title);
        visit(&mut hint.text);
        hint.question.each_text(visit);
        each_hint_text(&mut hint.sub_hints, visit);
    }
}

/// Reads `content-pool/<id>`.
pub(crate) fn read(folder: &Path) -> Result<RawProblem, Held> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let file = load(&folder.join(format!("{name}.json")))?;
    let mut problem = RawProblem {
        title: text(&file, "title"),
        body: text(&file, "body"),
        variables: variables(&file),
        oer: text(&file, "oer"),
        license: text(&file, "license"),
        lesson: text(&file, "lesson"),
        course: text(&file, "courseName"),
        steps: Vec::new(),
    };
    for step in folders(&folder.join("steps"))? {
        problem.steps.push(read_step(&step)?);
    }
    Ok(problem)
}

fn read_step(folder: &Path) -> Result<RawStep, Held> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let file = load(&folder.join(format!("{name}.json")))?;
    let path = folder.join(format!("tutoring/{name}DefaultPathway.json"));
    let hints = if path.exists() {
        load(&path)?
    } else {
        Value::Null
    };
    Ok(RawStep {
        id: or(text(&file, "id"), &name),
        title: text(&file, "stepTitle"),
        body: text(&file, "stepBody"),
        question: question(&file, "stepAnswer"),
        answer_latex: text(&file, "answerLatex"),
        precision: text(&file, "precision"),
        variables: variables(&file),
        hints: hints.as_array().into_iter().flatten().map(hint).collect(),
    })
}

fn hint(value: &Value) -> RawHint {
    let sub = value.get("subHints").and_then(Value::as_array);
    RawHint {
        id: text(value, "id"),
        scaffold: text(value, "type") == "scaffold",
        title: text(value, "title"),
        text: text(value, "text"),
        license: text(value, "license"),
        question: question(value, "hintAnswer"),
        variables: variables(value),
        dependencies: texts(value, "dependencies"),
        sub_hints: sub.into_iter().flatten().map(hint).collect(),
    }
}

fn question(value: &Value, answers: &str) -> RawQuestion {
    RawQuestion {
        problem_type: text(value, "problemType"),
        answer_type: text(value, "answerType"),
        answers: texts(value, answers),
        choices: texts(value, "choices"),
    }
}

fn variables(value: &Value) -> Variables {
    let map = value.get("variabilization").and_then(Value::as_object);
    let list = |value: &Value| match value {
        Value::Array(all) => all.iter().map(as_text).collect(),
        one => vec![as_text(one)],
    };
    map.into_iter()
        .flatten()
        .map(|(name, values)| (name.clone(), list(values)))
        .collect()
}

/// The folders inside one, in the order of their names.
pub(crate) fn folders(inside: &Path) -> Result<Vec<PathBuf>, Held> {
    let entries = fs::read_dir(inside).map_err(|e| unreadable(inside, &e.to_string()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    // `...2` before `...10`, `a` before `b`
    found.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    Ok(found)
}

fn load(path: &Path) -> Result<Value, Held> {
    json::read(path).map_err(|error| unreadable(path, &error.to_string()))
}

fn unreadable(path: &Path, why: &str) -> Held {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Held::new(Reason::Unreadable, format!("{name}: {why}"))
}

fn or(text: String, other: &str) -> String {
    if text.is_empty() {
        other.to_owned()
    } else {
        text
    }
}
