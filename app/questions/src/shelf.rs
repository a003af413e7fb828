use std::collections::HashMap;

use item_bank::{
    CatalogEntry, ContentPack, InstantiateError, Item, ItemView, Kind, Math, Passage, PassageId,
    PassageView, RawAnswer, Rich, Template, TemplateRef, Verdict, check, instantiate, read_number,
    seed_of_draw,
};
use serde::{Deserialize, Serialize};

/// The templates and passages that this device has met since the page opened.
#[derive(Debug, Default)]
pub struct Shelf {
    templates: HashMap<(String, u32), Template>,
    passages: HashMap<String, Passage>,
}

/// What an answer came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checked {
    pub verdict: Verdict,
    /// What a wrong answer is told.
    pub feedback: Option<Rich>,
    /// The answer as it was understood.
    pub shown: Rich,
}

/// Why there is no question.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("{0} cannot be read")]
    Unreadable(String),
    #[error("{0} is not on this device")]
    Absent(String),
    #[error(transparent)]
    Broken(#[from] InstantiateError),
}

impl Shelf {
    /// Adds a pack and tells what it holds. A template that was here already stays, in every
    /// version.
    pub fn add(&mut self, pack: &str) -> Result<Vec<CatalogEntry>, Refused> {
        let pack: ContentPack = browser_json::read(pack)
            .map_err(|error| Refused::Unreadable(format!("the pack ({error})")))?;
        let catalog = pack.catalog();
        for passage in pack.passages {
            self.passages.insert(passage.id.to_string(), passage);
        }
        for template in pack.templates {
            let name = (template.id.to_string(), template.version);
            self.templates.insert(name, template);
        }
        Ok(catalog)
    }

    /// A student's `n`th question of a template.
    pub fn draw(&self, template: &TemplateRef, student: u128, n: u32) -> Result<ItemView, Refused> {
        let template = self.template(template)?;
        let seed = seed_of_draw(template, student, n)?;
        Ok(instantiate(template, seed)?.view())
    }

    /// The same question again.
    pub fn make(&self, template: &TemplateRef, seed: u32) -> Result<ItemView, Refused> {
        Ok(self.item(template, seed)?.view())
    }

    pub fn check(
        &self,
        template: &TemplateRef,
        seed: u32,
        answer: &RawAnswer,
    ) -> Result<Checked, Refused> {
        let item = self.item(template, seed)?;
        let verdict = check(&item, answer);
        Ok(Checked {
            feedback: item.feedback(&verdict).cloned(),
            shown: item.answer_rich(answer),
            verdict,
        })
    }

    /// As [`Shelf::check`], of what a hint asks.
    pub fn check_hint(
        &self,
        template: &TemplateRef,
        seed: u32,
        hint: usize,
        answer: &RawAnswer,
    ) -> Result<Verdict, Refused> {
        let mut item = self.item(template, seed)?;
        let asked = (hint < item.hints.len()).then(|| item.hints.swap_remove(hint).ask);
        let Some(ask) = asked.flatten() else {
            return Err(Refused::Absent(format!("a question in hint {hint}")));
        };
        (item.kind, item.key) = (ask.kind, ask.key);
        // What is foreseen for the whole question means nothing here.
        item.misconceptions.clear();
        item.feedback = None;
        item.unit = (item.kind == Kind::Percent).then(|| "%".to_owned());
        Ok(check(&item, answer))
    }

    pub fn passage(&self, id: &PassageId) -> Result<PassageView, Refused> {
        let view = self.passages.get(id.as_str()).and_then(Passage::view);
        view.ok_or_else(|| Refused::Absent(format!("the passage {id}")))
    }

    /// How a text will be read, where that is worth showing: a fraction or a mixed number.
    pub fn read_as(text: &str) -> Option<Math> {
        if !text.contains(['/', '\u{2044}', '\u{f7}']) {
            return None;
        }
        read_number(text).ok().map(|read| read.layout())
    }

    fn template(&self, name: &TemplateRef) -> Result<&Template, Refused> {
        let found = self.templates.get(&(name.id.to_string(), name.version));
        found.ok_or_else(|| Refused::Absent(format!("{}@{}", name.id, name.version)))
    }

    fn item(&self, template: &TemplateRef, seed: u32) -> Result<Item, Refused> {
        Ok(instantiate(self.template(template)?, seed)?)
    }
}

#[cfg(test)]
mod tests;
