//! Reading passages.

use serde::{Deserialize, Serialize};

use crate::{PassageId, Rich, TermId};

/// A text to read, with questions of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Passage {
    pub id: PassageId,
    pub version: u32,
    pub title: String,
    pub grade: u8,
    pub subject: Subject,
    /// Plain text with `**bold**` for key words.
    pub paragraphs: Vec<String>,
    #[serde(default)]
    pub terms: Vec<TermId>,
    pub source: String,
    /// SPDX expression.
    pub license: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Science,
    SocialStudies,
}

/// A passage as a page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PassageView {
    pub id: PassageId,
    pub title: String,
    pub paragraphs: Vec<Rich>,
}

wire_read::object!(PassageView {
    id,
    title,
    paragraphs
});

impl Passage {
    /// `None` when a paragraph has an open `**`, which `trellis content check` finds.
    pub fn view(&self) -> Option<PassageView> {
        let scope = crate::expr::Scope::default();
        let paragraphs = self.paragraphs.iter();
        Some(PassageView {
            id: self.id.clone(),
            title: self.title.clone(),
            paragraphs: paragraphs
                .map(|text| crate::text::compose(text, &scope).ok())
                .collect::<Option<_>>()?,
        })
    }
}
