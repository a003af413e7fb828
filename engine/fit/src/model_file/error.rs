//! What can be wrong with a model file.

use std::path::Path;

use super::FORMAT;

#[derive(Debug, thiserror::Error)]
pub enum ModelFileError {
    #[error("{file}: {why}")]
    Io {
        file: String,
        #[source]
        why: std::io::Error,
    },
    #[error("not a model file: {0}")]
    NotAModel(String),
    #[error("{}; this version reads `{FORMAT}`, as `trellis model fit` writes it", names(.0.as_deref()))]
    Format(Option<String>),
    #[error("the file holds no skill; a model needs at least one")]
    NoSkills,
    #[error("skill {place} has an empty code")]
    EmptyCode {
        /// From 1.
        place: usize,
    },
    #[error("skill `{0}` stands in the file twice; keep one of them")]
    RepeatedSkill(String),
    #[error("item `{item}` stands in the file twice for skill `{skill}`; keep one of them")]
    RepeatedItem { item: String, skill: String },
    #[error("item `{item}` belongs to skill `{skill}`, which the file does not have")]
    UnknownSkill { item: String, skill: String },
    #[error("skill `{skill}`: {why}")]
    Skill {
        skill: String,
        #[source]
        why: engine::InvalidParams,
    },
    #[error("skill `{skill}`, draw {draw}: {why}")]
    Draw {
        skill: String,
        /// From 1.
        draw: usize,
        #[source]
        why: engine::InvalidParams,
    },
    #[error(
        "skill `{skill}`, draw {draw}: {found} numbers; each draw of a skill has equally many, 4 to 8"
    )]
    DrawLength {
        skill: String,
        draw: usize,
        found: usize,
    },
    #[error("{place}: {field} is {value}; it must be {range}")]
    OutOfRange {
        /// `skill `a`` or another part of the file.
        place: String,
        field: &'static str,
        value: f64,
        range: &'static str,
    },
    #[error("`model` is `ability`, but `ability` with variance and drift is missing")]
    AbilityMissing,
    #[error("`model` is `bkt`, which has no {0}; use `ability`")]
    NotOfBkt(&'static str),
    #[error("skill `{skill}`: {field} is {value}, but `forget_per` is {per}")]
    Forget {
        skill: String,
        field: &'static str,
        value: f64,
        per: &'static str,
    },
}

impl ModelFileError {
    pub(super) fn io(path: &Path, why: std::io::Error) -> Self {
        Self::Io {
            file: path.display().to_string(),
            why,
        }
    }
}

fn names(format: Option<&str>) -> String {
    match format {
        Some(format) => format!("the file says format `{format}`"),
        None => "the file names no format".to_owned(),
    }
}
