//! The run over a whole pool.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use std::{fmt, thread};

use crate::convert::{self, Made};
use crate::json::ReadError;
use crate::license::{spdx, url_and_name};
use crate::pool::{self, RawProblem};
use crate::reason::{Held, Reason};
use crate::report::{Attribution, HeldBack, Import, ImportedProblem};
use crate::skills::{self, Tables};
use crate::{text, verify};

/// Why nothing could be imported at all.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{}: {error}: is this the folder with content-pool/ in it?", path.display())]
    File { path: PathBuf, error: ReadError },
    #[error("{} cannot be listed: is this the folder with content-pool/ in it?", .0.display())]
    NoPool(PathBuf),
    #[error("'{0}' is no licence that can be told: name it as in SPDX, such as CC-BY-4.0")]
    License(String),
}

/// Told after each problem: how many are done, of how many.
type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What whoever runs the import decides.
#[derive(Clone, Default)]
pub struct ImportOptions<'a> {
    /// The licence of the whole repository, for what names none itself; `None` holds that back.
    pub repository_license: Option<String>,
    /// Texts that stand for figures, by `problem/figure1.gif`.
    pub alt_texts: BTreeMap<String, String>,
    /// `None`: as many threads as the machine has processors.
    pub threads: Option<usize>,
    pub progress: Option<Progress<'a>>,
}

impl fmt::Debug for ImportOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportOptions")
            .field("repository_license", &self.repository_license)
            .field("alt_texts", &self.alt_texts)
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}

struct Outcome {
    result: Result<(ImportedProblem, Vec<String>), HeldBack>,
    eligible: bool,
}

/// Reads the pool in `dir` and keeps what can be kept. Nothing is written.
pub fn import(dir: &Path, options: &ImportOptions<'_>) -> Result<Import, ImportError> {
    let start = Instant::now();
    let repository = options
        .repository_license
        .as_ref()
        .map(|text| spdx(text).ok_or_else(|| ImportError::License(text.clone())))
        .transpose()?;
    let tables = skills::read(dir, repository)?;
    let folder = dir.join("content-pool");
    let mut folders = pool::folders(&folder).map_err(|_| ImportError::NoPool(folder.clone()))?;
    folders.sort();
    let mut import = Import {
        problems: folders.len(),
        imported: Vec::new(),
        skills: Vec::new(),
        held_back: Vec::new(),
        eligible: 0,
        seconds: 0.0,
    };
    let mut names = BTreeSet::new();
    let mut ids = HashSet::new();
    for outcome in all(&folders, &tables, options) {
        import.eligible += usize::from(outcome.eligible);
        match outcome.result {
            Ok((problem, skills)) => match taken(&problem, &mut ids) {
                None => {
                    names.extend(skills);
                    import.imported.push(problem);
                }
                Some(id) => import.held_back.push(HeldBack {
                    problem: problem.id,
                    step: Some(id.clone()),
                    reason: Reason::Template,
                    detail: format!("another problem has a step '{id}' too"),
                }),
            },
            Err(held) => import.held_back.push(held),
        }
    }
    import.skills = skills::records(&names);
    import.seconds = start.elapsed().as_secs_f64();
    Ok(import)
}

/// A step id that another problem already has.
fn taken(problem: &ImportedProblem, ids: &mut HashSet<String>) -> Option<String> {
    let ids_here = problem.templates.iter().map(|t| t.id.to_string());
    let twice = ids_here.clone().find(|id| ids.contains(id));
    if twice.is_none() {
        ids.extend(ids_here);
    }
    twice
}

/// Every problem, several at a time, in the order of the folders.
fn all(folders: &[PathBuf], tables: &Tables, options: &ImportOptions<'_>) -> Vec<Outcome> {
    let count = options
        .threads
        .or_else(|| thread::available_parallelism().ok().map(Into::into));
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        let mut made = Vec::new();
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            let Some(folder) = folders.get(n) else {
                return made;
            };
            made.push((n, one(folder, tables, options)));
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if let Some(progress) = options.progress {
                progress(done, folders.len());
            }
        }
    };
    let mut outcomes = thread::scope(|scope| {
        let workers: Vec<_> = (0..count.unwrap_or(1).max(1))
            .map(|_| scope.spawn(work))
            .collect();
        let made = workers.into_iter().map(|worker| match worker.join() {
            Ok(made) => made,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        made.flatten().collect::<Vec<_>>()
    });
    outcomes.sort_by_key(|(n, _)| *n);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

fn one(folder: &Path, tables: &Tables, options: &ImportOptions<'_>) -> Outcome {
    let name = folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let held_back = |held: Held| HeldBack {
        problem: name.clone(),
        step: held.step,
        reason: held.reason,
        detail: held.detail,
    };
    let mut raw = match pool::read(folder) {
        Ok(raw) => raw,
        Err(held) => {
            return Outcome {
                result: Err(held_back(held)),
                eligible: false,
            };
        }
    };
    raw.each_text(&mut |text| text::describe_figures(text, &name, &options.alt_texts));
    let mut figure = false;
    raw.each_text(&mut |text| figure |= text::figure(text).is_some());
    let licensed = tables
        .licenses
        .of_problem(&raw.license, &raw.course)
        .is_some();
    Outcome {
        eligible: licensed && !figure,
        result: problem(&raw, &name, tables).map_err(held_back),
    }
}

fn problem(
    raw: &RawProblem,
    name: &str,
    tables: &Tables,
) -> Result<(ImportedProblem, Vec<String>), Held> {
    let mut problem = convert::convert(raw, tables)?;
    for (made, step) in problem.made.iter_mut().zip(&raw.steps) {
        problem.told += verify::verify(made).map_err(|held| held.at(&step.id))?;
    }
    let templates: Vec<_> = problem
        .made
        .into_iter()
        .map(|Made { template, .. }| template)
        .collect();
    let (url, book) = url_and_name(&raw.oer);
    let mut licenses: Vec<&str> = templates
        .iter()
        .flat_map(|t| t.license.split(" AND "))
        .collect();
    licenses.sort_unstable();
    licenses.dedup();
    let imported = ImportedProblem {
        id: name.to_owned(),
        attribution: Attribution {
            title: book.clone().unwrap_or_else(|| raw.course.clone()),
            book,
            url,
            license: licenses.join(" AND "),
        },
        templates,
        license_from: problem.license_from,
        hints_from: problem.hints_from,
        told: problem.told,
    };
    Ok((imported, problem.skills))
}
