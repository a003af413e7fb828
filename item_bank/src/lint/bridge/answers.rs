//! Right answers that no idea may give away.

use std::collections::{BTreeMap, BTreeSet};

use crate::bridge::UnitId;
use crate::bridge::validate::standing::stands_in;
use crate::bridge::validate::wording::leaks;
use crate::item::{Item, Key};
use crate::rich::plain;
use crate::{Bank, instantiate};

/// Seeds of a template: enough that two answers do not look like one by chance.
const SEEDS: u32 = 12;

/// What the questions about each idea are answered with.
pub(in crate::lint) struct Answers(BTreeMap<UnitId, Vec<Asked>>);

struct Asked {
    template: String,
    /// In lower case: what every one of its items takes. An idea is the same for all of them, so that
    /// it cannot tell an answer that differs from item to item.
    answers: BTreeSet<String>,
    /// Wrong choices.
    others: BTreeSet<String>,
}

impl Answers {
    pub fn of(bank: &Bank) -> Self {
        let mut all: BTreeMap<UnitId, Vec<Asked>> = BTreeMap::new();
        for template in bank.templates() {
            let topic = match &template.passage {
                Some(passage) => UnitId::Passage(passage.clone()),
                None => UnitId::Skill(template.skill.clone()),
            };
            // what cannot be made, the items' own lint reports
            let items: Vec<Item> = (0..SEEDS)
                .filter_map(|seed| instantiate(template, seed).ok())
                .collect();
            let asked = Asked {
                template: template.id.to_string(),
                answers: items
                    .iter()
                    .map(hidden_answers)
                    .reduce(|all, one| &all & &one)
                    .unwrap_or_default(),
                others: items.iter().flat_map(wrong_choices).collect(),
            };
            all.entry(topic).or_default().push(asked);
        }
        Self(all)
    }

    /// The first answer that these texts give away, and its template. A text that names a wrong
    /// choice too gives nothing away.
    pub fn given_away(&self, topic: &UnitId, texts: &str) -> Option<(&str, &str)> {
        let texts = texts.to_lowercase();
        self.0.get(topic)?.iter().find_map(|asked| {
            let leaked = asked.answers.iter().find(|answer| leaks(&texts, answer))?;
            let other = asked.others.iter().any(|other| stands_in(&texts, other));
            (!other).then_some((leaked.as_str(), asked.template.as_str()))
        })
    }
}

/// What a student has to find, as it is printed: not what the question itself says.
fn hidden_answers(item: &Item) -> BTreeSet<String> {
    let stem = plain(&item.stem).to_lowercase();
    let answers: Vec<String> = match &item.key {
        Key::Number { .. } => vec![plain(&item.key_rich())],
        Key::Words(accepted) => accepted.clone(),
        Key::Choices(choices) => {
            let right = choices.iter().filter(|choice| choice.correct);
            right.map(|choice| plain(&choice.text)).collect()
        }
        // arranged or drawn: no words to give away
        _ => Vec::new(),
    };
    let answers = answers
        .into_iter()
        .map(|answer| answer.trim().to_lowercase());
    answers.filter(|answer| !leaks(&stem, answer)).collect()
}

fn wrong_choices(item: &Item) -> Vec<String> {
    match &item.key {
        Key::Choices(choices) => {
            let wrong = choices.iter().filter(|choice| !choice.correct);
            wrong
                .map(|choice| plain(&choice.text).trim().to_lowercase())
                .collect()
        }
        _ => Vec::new(),
    }
}
