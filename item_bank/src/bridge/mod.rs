//! The Translanguaging Bridge: a concept bank, not a translator.

mod abbreviation;
pub mod analyse;
#[cfg(feature = "author")]
mod cognate;
mod distill;
mod english;
pub mod interface;
pub mod labels;
mod reading;
pub mod say;
mod source;
mod support;
mod unit;
pub mod validate;
pub(crate) mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rich::Rich;
use crate::{LanguageTag, PassageId, SkillCode, TermId};

#[cfg(feature = "author")]
pub use cognate::cognate;
pub use distill::{Step, StepPart, distill};
pub use english::{ConceptEn, English, Picture, TermEn, VerbEn};
pub use reading::{Reading, ReadingSentence};
pub use say::{Said, SayKind, SayTask};
pub use support::{Support, SupportLevel};
pub use unit::{BadUnit, UnitId};
#[cfg(feature = "author")]
pub use unit::{Unit, units};

pub use source::{BadMark, parse_marked};

/// One language's side of the bridge, as the app holds it beside [`English`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanguagePack {
    pub language: LanguageTag,
    /// The language's own name: "Español".
    pub name: String,
    pub right_to_left: bool,
    /// How all of it came to be; what a reader approved says so itself.
    pub review: Review,
    /// The words of the bridge panel itself, in this language: "idea", "words", "show" ...
    pub labels: BTreeMap<String, String>,
    pub concepts: BTreeMap<SkillCode, Concept>,
    #[serde(default)]
    pub passages: BTreeMap<PassageId, Concept>,
    pub terms: BTreeMap<TermId, Term>,
    /// What a task verb asks for, by its plain English form.
    #[serde(default)]
    pub verbs: BTreeMap<String, String>,
}

/// The idea a skill or a passage rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Concept {
    /// 1 to 3 sentences in the home language, each academic term verbatim in English.
    pub core: Vec<Rich>,
    /// How the English of [`ConceptEn::sentence`] works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub works: Option<Rich>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Approval>,
}

/// The home language's side of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The nearest words of the home language, as ", " divides them; always subordinate to the
    /// English.
    pub equivalent: String,
    pub explanation: Rich,
    pub cognate: Cognate,
    /// The everyday sense against the school sense, where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Rich>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<Approval>,
}

impl LanguagePack {
    /// A term's equivalents, with the language's own comma between them.
    pub fn equivalents(&self, term: &Term) -> String {
        let between = self.labels.get("between").map_or(", ", String::as_str);
        let all: Vec<&str> = alternatives(&term.equivalent).collect();
        all.join(between)
    }
}

/// The words of a list that an author wrote with commas.
fn alternatives(list: &str) -> impl Iterator<Item = &str> {
    list.split(", ")
}

/// A reader of the language has approved this very text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Approval {
    pub by: String,
    /// ISO date.
    pub on: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum PartOfSpeech {
    Noun,
    Verb,
    Adjective,
    Phrase,
}

/// Beck & McKeown's tiers: 2 general academic, 3 of the discipline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Tier {
    Two,
    Three,
}

impl TryFrom<u8> for Tier {
    type Error = String;

    fn try_from(n: u8) -> Result<Self, String> {
        match n {
            2 => Ok(Self::Two),
            3 => Ok(Self::Three),
            _ => Err(format!("tier {n}: a card is of tier 2 or 3")),
        }
    }
}

impl From<Tier> for u8 {
    fn from(tier: Tier) -> u8 {
        match tier {
            Tier::Two => 2,
            Tier::Three => 3,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Cognate {
    Yes,
    No,
    FalseFriend,
}

/// How far a text has come towards being shown to students.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub state: ReviewState,
    /// Who drafted it, or the named reader of the language who approved it.
    pub by: String,
    /// ISO date of the approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Of the very text that was approved, in hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewState {
    /// Written by a machine or a person, read by nobody who may approve it.
    Drafted,
    Approved,
}

impl Review {
    /// Whether a named person approved this for students.
    pub fn is_approved(&self) -> bool {
        self.state == ReviewState::Approved && self.sha256.is_some()
    }
}
