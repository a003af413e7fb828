//! What students get of a reading.

use std::collections::BTreeMap;

use api::Analysis;
use item_bank::bridge::{Approval, Concept, Reading, ReadingSentence, UnitId};
use item_bank::{LanguageTag, TermId};
use store::{CoreReviewRow, CoreRow, ReadingRow};

use super::check::kept;
use super::core::{approval, view};
use crate::clock::date_utc;

/// The reading as its teacher has it, without texts in home languages.
pub fn frozen(row: &ReadingRow, analysis: &Analysis) -> Reading {
    let key = |place: usize, suggested: bool| match &row.choices.key_sentences {
        Some(chosen) => chosen.iter().any(|it| usize::from(*it) == place),
        None => suggested,
    };
    let mut paragraphs: BTreeMap<u16, Vec<ReadingSentence>> = BTreeMap::new();
    for (place, sentence) in analysis.sentences.iter().enumerate() {
        let paragraph = paragraphs.entry(sentence.paragraph).or_default();
        paragraph.push(ReadingSentence {
            text: sentence.text.clone(),
            key: key(place, sentence.key),
        });
    }
    let terms = kept(analysis, &row.choices).map(|found| found.term.clone());
    let terms: Vec<TermId> = terms.collect();
    let (mut skills, mut passages) = (Vec::new(), Vec::new());
    for topic in &row.choices.topics {
        match topic {
            UnitId::Skill(code) => skills.push(code.clone()),
            UnitId::Passage(id) => passages.push(id.clone()),
            _ => {}
        }
    }
    Reading {
        title: row.title.clone(),
        paragraphs: paragraphs.into_values().collect(),
        terms,
        skills,
        passages,
        cores: BTreeMap::new(),
    }
}

/// With the texts that a reader of their language approved exactly as they are.
pub fn as_packed(frozen: Reading, cores: &[CoreRow], reviews: &[CoreReviewRow]) -> Reading {
    let approved = cores.iter().filter_map(|core| {
        let review = approval(core, reviews)?;
        let approval = Approval {
            by: review.reviewer_name.clone(),
            on: date_utc(review.at_ms),
        };
        concept(core, Some(approval))
    });
    Reading {
        cores: approved.collect(),
        ..frozen
    }
}

/// With every text that can be read, for its teacher.
pub fn previewed(frozen: Reading, cores: &[CoreRow], reviews: &[CoreReviewRow]) -> Reading {
    let approved = as_packed(frozen, cores, reviews);
    let mut all: BTreeMap<LanguageTag, Concept> = cores
        .iter()
        .filter_map(|core| concept(core, None))
        .collect();
    all.extend(approved.cores);
    Reading {
        cores: all,
        ..approved
    }
}

fn concept(core: &CoreRow, approved: Option<Approval>) -> Option<(LanguageTag, Concept)> {
    let view = view(&core.core, core.works.as_deref()).ok()?;
    let concept = Concept {
        core: view.core,
        works: view.works,
        approved,
    };
    Some((core.language.clone(), concept))
}
