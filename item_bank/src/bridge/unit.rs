//! What is reviewed: one text, by its name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{PassageId, SkillCode, TermId};

/// One text of a language that a reader approves: `term/fraction`, `skill/6.RP.A.3b-unit-rate`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "String", into = "String")]
pub enum UnitId {
    Skill(SkillCode),
    Passage(PassageId),
    Term(TermId),
    /// The words of the bridge panel.
    Labels,
    /// What task verbs ask for.
    Verbs,
    /// A section of the student app's own words.
    Interface(String),
}

/// Why a name names no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names no text: write skill/…, passage/…, term/…, interface/…, labels or verbs")]
pub struct BadUnit(String);

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Skill(code) => write!(f, "skill/{code}"),
            Self::Passage(id) => write!(f, "passage/{id}"),
            Self::Term(id) => write!(f, "term/{id}"),
            Self::Labels => f.write_str("labels"),
            Self::Verbs => f.write_str("verbs"),
            Self::Interface(section) => write!(f, "interface/{section}"),
        }
    }
}

impl FromStr for UnitId {
    type Err = BadUnit;

    fn from_str(text: &str) -> Result<Self, BadUnit> {
        let bad = || BadUnit(text.to_owned());
        match text.split_once('/') {
            None if text == "labels" => Ok(Self::Labels),
            None if text == "verbs" => Ok(Self::Verbs),
            Some(("skill", code)) => code.parse().map(Self::Skill).map_err(|_| bad()),
            Some(("passage", id)) => id.parse().map(Self::Passage).map_err(|_| bad()),
            Some(("term", id)) => id.parse().map(Self::Term).map_err(|_| bad()),
            Some(("interface", section)) if !section.is_empty() => {
                Ok(Self::Interface(section.to_owned()))
            }
            _ => Err(bad()),
        }
    }
}

impl TryFrom<String> for UnitId {
    type Error = BadUnit;

    fn try_from(text: String) -> Result<Self, BadUnit> {
        text.parse()
    }
}

impl From<UnitId> for String {
    fn from(unit: UnitId) -> Self {
        unit.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        for name in [
            "term/fraction",
            "skill/6.RP.A.3b-unit-rate",
            "labels",
            "interface/sign-in",
        ] {
            let unit: UnitId = name.parse().unwrap();
            assert_eq!(unit.to_string(), name);
        }
        for bad in ["", "term/", "term", "word/x", "term/a b"] {
            assert!(bad.parse::<UnitId>().is_err(), "{bad}");
        }
    }
}
