//! A text that a teacher prepared: what a student reads, and what the bridge says beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Concept;
use crate::{LanguageTag, PassageId, SkillCode, TermId};

/// Approved by the teacher and assigned; never changed afterwards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reading {
    pub title: String,
    pub paragraphs: Vec<Vec<ReadingSentence>>,
    /// In the order they come in the text. Each has a card in the bank.
    pub terms: Vec<TermId>,
    /// Ideas of the bank that the teacher confirmed.
    pub skills: Vec<SkillCode>,
    pub passages: Vec<PassageId>,
    /// What this text is about, in home languages, where somebody wrote it and it was approved.
    pub cores: BTreeMap<LanguageTag, Concept>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadingSentence {
    pub text: String,
    /// One of the sentences that carry the idea.
    pub key: bool,
}
