//! Everything `trellis content check` looks for, before a student finds it.

mod bridge;
mod item;
mod passage;
mod reading;
mod template;

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

use engine::Difficulty;
use serde::Serialize;

use crate::bridge::English;
use crate::{Bank, Skill, Template, TemplateId};

/// Seeds each template is tried at.
pub const SEEDS: u32 = 500;

/// What was checked and what is wrong with it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LintReport {
    pub skills: usize,
    pub templates: usize,
    pub passages: usize,
    pub languages: usize,
    pub items: usize,
    pub failures: Vec<Failure>,
    /// Doubtful rather than wrong: a text above its grade.
    pub warnings: Vec<Failure>,
}

/// One thing to mend, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    pub file: String,
    /// Of the thing's own heading in the file; 0 when it has none.
    pub line: usize,
    pub subject: String,
    /// The seed that shows it.
    pub seed: Option<u32>,
    pub what: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.subject)?;
        if let Some(seed) = self.seed {
            write!(f, " (seed {seed})")?;
        }
        write!(f, ": {}", self.what)
    }
}

impl LintReport {
    pub fn is_clean(&self) -> bool {
        self.failures.is_empty()
    }
}

/// Checks the whole bank at [`SEEDS`] seeds a template.
pub fn check_all(bank: &Bank) -> LintReport {
    check_at(bank, SEEDS)
}

/// Checks the whole bank at `seeds` seeds a template.
pub fn check_at(bank: &Bank, seeds: u32) -> LintReport {
    check_on(bank, seeds, 1, &|| ())
}

/// Likewise on several threads; `step` is called for each template that is done. The report is the
/// same whatever the threads.
pub fn check_on(bank: &Bank, seeds: u32, threads: usize, step: &(dyn Fn() + Sync)) -> LintReport {
    let mut report = LintReport {
        skills: bank.skills().len(),
        templates: bank.templates().count(),
        passages: bank.passages().len(),
        languages: bank.languages().len(),
        ..LintReport::default()
    };
    for skill in bank.skills() {
        check_skill(bank, skill, &mut report);
    }
    for (items, mut sink) in check_templates(bank, seeds, threads, step) {
        report.items += items;
        report.failures.append(&mut sink.failures);
        report.warnings.append(&mut sink.warnings);
    }
    for passage in bank.passages() {
        let mut sink = passage::check(bank, passage);
        report.failures.append(&mut sink.failures);
        report.warnings.append(&mut sink.warnings);
    }
    let (mut failures, mut warnings) = check_bridge(bank);
    report.failures.append(&mut failures);
    report.warnings.append(&mut warnings);
    report
}

/// Checks the English side of the bridge and every language: what is wrong, then what is doubtful.
pub fn check_bridge(bank: &Bank) -> (Vec<Failure>, Vec<Failure>) {
    // a bank without an English side has no bridge
    if bank.english() == &English::default() && bank.languages().is_empty() {
        return (Vec::new(), Vec::new());
    }
    let answers = bridge::Answers::of(bank);
    let mut sink = Sink::new(("content/concepts".to_owned(), 0), "English".to_owned());
    bridge::check_english(bank, &answers, &mut sink);
    for language in bank.languages() {
        sink.place.0 = format!("content/bridge/{}", language.language);
        sink.subject.clone_from(&language.name);
        bridge::check_language(bank, language, &answers, &mut sink);
    }
    (sink.failures, sink.warnings)
}

/// In the order of the bank.
fn check_templates(
    bank: &Bank,
    seeds: u32,
    threads: usize,
    step: &(dyn Fn() + Sync),
) -> Vec<(usize, Sink)> {
    let templates: Vec<&Template> = bank.templates().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let Some(template) = templates.get(n) else {
                return done;
            };
            done.push((n, check_one(bank, template, seeds)));
            step();
        }
    };
    let mut found = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        let found = workers.into_iter().map(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        found.flatten().collect::<Vec<_>>()
    });
    found.sort_by_key(|(n, _)| *n);
    found.into_iter().map(|(_, one)| one).collect()
}

/// Checks one template as it would stand in the bank: what is wrong, then what is doubtful.
pub fn check_template(
    bank: &Bank,
    template: &Template,
    seeds: u32,
) -> (Vec<Failure>, Vec<Failure>) {
    let (_, sink) = check_one(bank, template, seeds);
    (sink.failures, sink.warnings)
}

fn check_one(bank: &Bank, template: &Template, seeds: u32) -> (usize, Sink) {
    let mut sink = Sink::new(place_of(bank, &template.id), template.id.to_string());
    template::check(bank, template, &mut sink);
    let items = item::check(template, seeds, &mut sink);
    reading::check(bank, template, &mut sink);
    (items, sink)
}

fn check_skill(bank: &Bank, skill: &Skill, report: &mut LintReport) {
    let file = format!("content/skills/{}.toml", skill.domain);
    let mut sink = Sink::new((file, 0), skill.code.to_string());
    if skill.short.chars().count() > 18 {
        sink.fail(format!(
            "the short name '{}' is over 18 characters",
            skill.short
        ));
    }
    if skill.standards.is_empty() {
        sink.fail("serves no standard");
    }
    if !bank
        .pathways()
        .iter()
        .any(|p| p.skills.contains(&skill.code))
    {
        sink.fail("is on no pathway, so that nobody can assign it");
    }
    let templates = bank.templates_of(&skill.code);
    if templates.len() < 3 {
        sink.fail(format!(
            "has {} templates; 3 or more are needed",
            templates.len()
        ));
    }
    for difficulty in [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard] {
        if !templates.iter().any(|t| t.difficulty == difficulty) {
            sink.fail(format!("has no {difficulty:?} template").to_lowercase());
        }
    }
    report.failures.append(&mut sink.failures);
}

/// Where failures of one subject go.
struct Sink {
    place: (String, usize),
    subject: String,
    seed: Option<u32>,
    failures: Vec<Failure>,
    warnings: Vec<Failure>,
}

impl Sink {
    fn new(place: (String, usize), subject: String) -> Self {
        Self {
            place,
            subject,
            seed: None,
            failures: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn fail(&mut self, what: impl Into<String>) {
        let what = what.into();
        // one example is enough to mend it
        let again = |f: &Failure| f.what == what && f.file == self.place.0;
        if !self.failures.iter().any(again) {
            let failure = self.here(what);
            self.failures.push(failure);
        }
    }

    /// Doubtful rather than wrong.
    fn warn(&mut self, what: impl Into<String>) {
        let warning = self.here(what.into());
        self.warnings.push(warning);
    }

    fn here(&self, what: String) -> Failure {
        Failure {
            file: self.place.0.clone(),
            line: self.place.1,
            subject: self.subject.clone(),
            seed: self.seed,
            what,
        }
    }
}

fn place_of(bank: &Bank, id: &TemplateId) -> (String, usize) {
    let file = bank.origins.get(id).cloned().unwrap_or_default();
    let heading = format!("id = \"{id}\"");
    let line = file_text(&file)
        .and_then(|text| {
            text.lines()
                .position(|line| line.trim().starts_with(&heading))
        })
        .map_or(0, |n| n + 1);
    (file, line)
}

#[cfg(feature = "embedded")]
fn file_text(file: &str) -> Option<&'static str> {
    crate::bank::embedded_file(file)
}

#[cfg(not(feature = "embedded"))]
fn file_text(_: &str) -> Option<&'static str> {
    None
}

#[cfg(test)]
#[cfg(feature = "embedded")]
mod tests;
