//! The English side of the bridge, shared by all languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PartOfSpeech, Tier};
use crate::figure::{Figure, FigureRule};
use crate::rich::Rich;
use crate::{PassageId, SkillCode, TermId};

/// What every language explains: a pack of its own, fetched once whatever the home language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct English {
    pub concepts: BTreeMap<SkillCode, ConceptEn>,
    pub passages: BTreeMap<PassageId, ConceptEn>,
    pub terms: BTreeMap<TermId, TermEn>,
    /// Task verbs of instructions, by their plain form: "estimate".
    pub verbs: BTreeMap<String, VerbEn>,
}

/// The idea a skill or a passage rests on, in plain English.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConceptEn {
    /// 1 to 3 sentences.
    pub core: Vec<Rich>,
    /// An open frame for saying it in English: "I can ___ because ___."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    /// A sentence as it stands in the questions, `…` where a value stands, or in the passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// How the English of that sentence works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub works: Option<Rich>,
}

/// The English side of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TermEn {
    pub en: String,
    pub part_of_speech: PartOfSpeech,
    pub tier: Tier,
    /// Student-friendly English.
    pub gloss: String,
    /// The everyday sense against the school sense, where they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub everyday: Option<String>,
    /// Other inflections as they may stand in a text, in lower case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
}

/// A rule and not its drawing, which would take almost three times the room in the pack; and the
/// rule as JSON of its own, which whoever reads the pack need not understand: the student's bridge
/// has it drawn by the module that draws the questions' figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Picture(String);

impl Picture {
    pub fn of(rule: &FigureRule) -> Result<Self, serde_json::Error> {
        serde_json::to_string(rule).map(Self)
    }

    /// The rule's JSON.
    pub fn rule(&self) -> &str {
        &self.0
    }
}

impl TermEn {
    /// The picture, drawn. An author's file with a picture that cannot be drawn is refused.
    pub fn drawn(&self) -> Option<Figure> {
        let rule: FigureRule = serde_json::from_str(self.picture.as_ref()?.rule()).ok()?;
        rule.on_card().ok()
    }
}

/// A task verb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VerbEn {
    /// As it may stand in an instruction, in lower case.
    pub forms: Vec<String>,
    pub gloss: String,
}
