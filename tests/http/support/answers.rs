//! Answers to real items of the bank.

use api::{DeviceId, ResponseBatch, ResponseId, ResponseRecord};
use item_bank::{Bank, Item, Key, RawAnswer, SkillCode, Template, TemplateRef, instantiate};
use uuid::Uuid;

use super::running::NOW_MS;

/// Makes records that a device would make.
pub struct Answering {
    pub item: Item,
    pub template: Template,
}

impl Answering {
    /// An open-number item of a skill of the assigned pathway.
    pub fn number() -> Self {
        Self::of("6.RP.A.3b-unit-rate", |item| {
            matches!(item.key, Key::Number { .. })
        })
    }

    /// An item with choices.
    pub fn choice() -> Self {
        Self::of("6.RP.A.1-ratio-language", |item| {
            matches!(item.key, Key::Choices(_))
        })
    }

    fn of(skill: &str, wanted: fn(&Item) -> bool) -> Self {
        let skill: SkillCode = skill.parse().unwrap();
        let templates = Bank::embedded().templates_of(&skill);
        let made = templates
            .into_iter()
            .map(|t| (t, instantiate(t, 1).unwrap()));
        let (template, item) = made.into_iter().find(|(_, item)| wanted(item)).unwrap();
        Self {
            item,
            template: template.clone(),
        }
    }

    /// An item of this very template.
    pub fn of_template(template: &Template, seed: u32) -> Self {
        Self {
            item: instantiate(template, seed).unwrap(),
            template: template.clone(),
        }
    }

    pub fn reference(&self) -> TemplateRef {
        TemplateRef {
            id: self.template.id.clone(),
            version: self.template.version,
        }
    }

    pub fn right(&self) -> RawAnswer {
        match &self.item.key {
            Key::Number { value, .. } => RawAnswer::Text(value.to_string()),
            Key::Choices(choices) => {
                let right = choices.iter().position(|choice| choice.correct).unwrap();
                RawAnswer::Choice(right as u8)
            }
            _ => self.item.right_answers().swap_remove(0),
        }
    }

    pub fn wrong(&self) -> RawAnswer {
        match &self.item.key {
            Key::Number { .. } => RawAnswer::Text("987654".to_owned()),
            Key::Choices(choices) => {
                let wrong = choices.iter().position(|choice| !choice.correct).unwrap();
                RawAnswer::Choice(wrong as u8)
            }
            other => panic!("no wrong answer is known for {other:?}"),
        }
    }

    /// A first attempt, without help, a moment ago; every call makes a new id.
    pub fn record(&self, answer: RawAnswer) -> ResponseRecord {
        ResponseRecord {
            id: fresh_id(),
            template: self.reference(),
            seed: self.item.seed,
            attempt: 1,
            answer,
            hints: 0,
            bridge: false,
            answered_at_ms: NOW_MS - 1_000,
            elapsed_ms: 9_000,
        }
    }

    /// The same template at another seed.
    pub fn reseed(&mut self, seed: u32) {
        self.item = instantiate(&self.template, seed).unwrap();
    }
}

pub fn fresh_id() -> ResponseId {
    ResponseId(server::ids::new(NOW_MS).unwrap())
}

/// A batch from a device whose clock is right.
pub fn batch(responses: Vec<ResponseRecord>) -> ResponseBatch {
    ResponseBatch {
        device: DeviceId(Uuid::from_u128(7)),
        sent_at_ms: NOW_MS,
        responses,
    }
}
