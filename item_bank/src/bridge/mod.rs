//! The Translanguaging Bridge: a concept bank, not a translator.

pub mod labels;
mod source;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rich::Rich;
use crate::{LanguageTag, SkillCode, TermId};

pub use source::{BadMark, parse_marked};

/// One language's bridge content, as the app holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanguagePack {
    pub language: LanguageTag,
    /// The language's own name: "Español".
    pub name: String,
    pub right_to_left: bool,
    pub review: Review,
    /// The words of the bridge panel itself, in this language: "idea", "words", "show" ...
    pub labels: BTreeMap<String, String>,
    pub concepts: BTreeMap<SkillCode, Concept>,
    pub terms: BTreeMap<TermId, Term>,
}

/// The idea a skill rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concept {
    /// 1 to 3 sentences in the home language, each academic term verbatim in English.
    pub core: Vec<Rich>,
    /// The same idea in plain English.
    pub core_en: Vec<Rich>,
    /// An open frame for saying it in English: "I can ___ because ___."
    pub frame: Option<String>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub en: String,
    pub part_of_speech: PartOfSpeech,
    pub tier: Tier,
    /// Student-friendly English.
    pub gloss_en: String,
    /// The nearest word of the home language; always subordinate to the English.
    pub equivalent: String,
    pub explanation: Rich,
    pub cognate: Cognate,
    /// The everyday sense against the school sense, where they differ.
    pub note: Option<Rich>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
