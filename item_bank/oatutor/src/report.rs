//! What came of an import, in numbers and for an attribution page.

use std::collections::BTreeMap;

use item_bank::{LicenseFrom, Skill, Template};
use serde::Serialize;

use crate::reason::Reason;

/// Everything that came of one run.
#[derive(Debug)]
pub struct Import {
    /// Problems that were looked at.
    pub problems: usize,
    pub imported: Vec<ImportedProblem>,
    /// Of the imported templates, by their codes.
    pub skills: Vec<Skill>,
    pub held_back: Vec<HeldBack>,
    /// Problems that carry a licence and need no figure.
    pub eligible: usize,
    pub seconds: f64,
}

/// A problem with all its steps.
#[derive(Debug)]
pub struct ImportedProblem {
    /// The pool's own name of it.
    pub id: String,
    /// One a step, in the order of the steps.
    pub templates: Vec<Template>,
    pub attribution: Attribution,
    pub license_from: LicenseFrom,
    /// Which level named the licence of each hint.
    pub hints_from: Vec<LicenseFrom>,
    /// Scaffolds whose question our kinds cannot ask: the hint tells its answer.
    pub told: usize,
}

/// Who made something and under which terms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Attribution {
    /// The book, else the course.
    pub title: String,
    pub book: Option<String>,
    pub url: Option<String>,
    /// SPDX expression.
    pub license: String,
}

/// One row of the attribution page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributionRow {
    #[serde(flatten)]
    pub attribution: Attribution,
    pub problems: usize,
}

/// A problem that was not imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HeldBack {
    pub problem: String,
    pub step: Option<String>,
    pub reason: Reason,
    /// What exactly, for whoever mends it.
    pub detail: String,
}

/// The figures of a run; `--json` prints them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    pub problems: usize,
    pub imported: usize,
    pub held_back: usize,
    /// Held back problems by the code of their reason.
    pub reasons: BTreeMap<String, usize>,
    /// Problems that carry a licence and need no figure, and how many of them were imported.
    pub eligible: usize,
    pub eligible_imported: usize,
    pub templates: usize,
    pub skills: usize,
    pub hints: usize,
    /// Hints with a question of their own, and those whose answer had to be told instead.
    pub scaffolds: usize,
    pub scaffolds_told: usize,
    /// Imported problems, and hints, by the level that named the licence.
    pub licenses: BTreeMap<LicenseFrom, usize>,
    pub hint_licenses: BTreeMap<LicenseFrom, usize>,
    pub seconds: f64,
}

impl Import {
    pub fn report(&self) -> Report {
        let mut reasons = BTreeMap::new();
        for held in &self.held_back {
            *reasons.entry(held.reason.code().to_owned()).or_default() += 1;
        }
        let hints = || self.templates().flat_map(|t| &t.hints);
        Report {
            problems: self.problems,
            imported: self.imported.len(),
            held_back: self.held_back.len(),
            reasons,
            eligible: self.eligible,
            // what is imported has a licence and needs no figure
            eligible_imported: self.imported.len(),
            templates: self.templates().count(),
            skills: self.skills.len(),
            hints: hints().count(),
            scaffolds: hints().filter(|hint| hint.ask.is_some()).count(),
            scaffolds_told: self.imported.iter().map(|p| p.told).sum(),
            licenses: counted(self.imported.iter().map(|p| p.license_from)),
            hint_licenses: counted(
                self.imported
                    .iter()
                    .flat_map(|p| p.hints_from.iter().copied()),
            ),
            seconds: self.seconds,
        }
    }

    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        self.imported.iter().flat_map(|problem| &problem.templates)
    }

    /// Everything imported, by work and licence, for the page that names it.
    pub fn attributions(&self) -> Vec<AttributionRow> {
        let works = counted(
            self.imported
                .iter()
                .map(|problem| problem.attribution.clone()),
        );
        works
            .into_iter()
            .map(|(attribution, problems)| AttributionRow {
                attribution,
                problems,
            })
            .collect()
    }
}

fn counted<T: Ord>(things: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    counts
}
