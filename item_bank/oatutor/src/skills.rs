//! The pool's skills as ours. Its BKT parameters are all alike (0.1 throughout): they say nothing
//! and are not read.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use engine::SkillParams;
use item_bank::Skill;

use crate::ImportError;
use crate::json;
use crate::license::Licenses;
use crate::names::{skill_code, title};

/// The domain, and so the content pack, of everything imported.
pub const DOMAIN: &str = "oatutor";

/// The longest short name, in characters.
const SHORT: usize = 18;

/// What the pool's own tables say about steps and courses.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// The skills of each step.
    pub skills: HashMap<String, Vec<String>>,
    pub licenses: Licenses,
}

pub(crate) fn read(dir: &Path, repository: Option<String>) -> Result<Tables, ImportError> {
    let file = |name: &str| {
        let path = dir.join(name);
        json::read(&path).map_err(|error| ImportError::File { path, error })
    };
    let model = file("skillModel.json")?;
    let mut tables = Tables::default();
    tables.licenses.repository = repository;
    for step in model
        .as_object()
        .into_iter()
        .flatten()
        .map(|(step, _)| step)
    {
        let mut skills = json::texts(&model, step);
        skills.retain(|skill| !skill.is_empty());
        tables.skills.insert(step.clone(), skills);
    }
    // a pool without courses has no licences of courses
    if dir.join("coursePlans.json").exists() {
        let courses = file("coursePlans.json")?;
        for course in courses.as_array().into_iter().flatten() {
            let (name, license) = (
                json::text(course, "courseName"),
                json::text(course, "courseLicense"),
            );
            tables.licenses.by_course.insert(name, license);
        }
    }
    Ok(tables)
}

/// Records of ours for the skills that imported templates name, in the order of their codes.
pub(crate) fn records(names: &BTreeSet<String>) -> Vec<Skill> {
    names.iter().filter_map(|name| record(name)).collect()
}

fn record(name: &str) -> Option<Skill> {
    let title = title(name);
    let short = if title.chars().count() <= SHORT {
        title.clone()
    } else {
        let cut: String = title.chars().take(SHORT - 1).collect();
        format!("{}…", cut.trim_end())
    };
    let mut chars = title.chars();
    let you_can = chars
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect());
    Some(Skill {
        code: skill_code(name)?,
        short,
        you_can,
        title,
        // the pool reaches from middle school to college and does not say where a skill belongs
        grade: 0,
        domain: DOMAIN.to_owned(),
        standards: Vec::new(),
        prerequisites: Vec::new(),
        params: STARTING,
    })
}

/// Those of the house's own drafts (item_bank/drafts/skills): nothing is known of these skills yet.
const STARTING: SkillParams = SkillParams {
    prior: 0.25,
    learn: 0.15,
    guess: 0.1,
    slip: 0.08,
    forget: 0.0,
    forget_daily: 0.004,
    guess_slope: 1.0,
    slip_slope: 1.0,
};
