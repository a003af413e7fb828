use api::{AnalysedSentence, Analysis, ReadingState};
use uuid::Uuid;

use super::*;

pub fn detail() -> ReadingDetail {
    let sentence = |text: &str, key| AnalysedSentence {
        paragraph: 0,
        text: text.to_owned(),
        key,
        score: 1.0,
        reasons: Vec::new(),
        marks: Vec::new(),
    };
    ReadingDetail {
        id: Uuid::from_u128(1).into(),
        title: "The water cycle".into(),
        text: "Water rises. It cools. It falls.".into(),
        state: ReadingState::Draft,
        revision: 4,
        author: "Ms. Okafor".into(),
        mine: true,
        may_edit: true,
        copy_of: None,
        analysis: Analysis {
            words: 6,
            sentences: vec![
                sentence("Water rises.", true),
                sentence("It cools.", false),
                sentence("It falls.", false),
            ],
            terms: Vec::new(),
            concepts: Vec::new(),
            no_concept: None,
            unknown: Vec::new(),
        },
        key_sentences: None,
        removed_terms: Vec::new(),
        topics: Vec::new(),
        cores: Vec::new(),
        assignments: Vec::new(),
        pack: None,
        created_at_ms: 0,
        updated_at_ms: 0,
    }
}
