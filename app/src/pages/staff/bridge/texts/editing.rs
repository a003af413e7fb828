//! A text that is being worked on, and what of it differs from what the server has.

use std::collections::BTreeSet;

use api::{
    EditCore, EditReading, MAX_CORE_SENTENCES, MAX_CORE_TEXT, MAX_TITLE, MAX_TOPICS, MAX_WORDS,
    ReadingDetail,
};
use item_bank::bridge::UnitId;
use item_bank::{LanguageTag, TermId};

/// What a teacher may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub title: String,
    pub text: String,
    /// Places of the sentences that the teacher chose; none leaves it to the analysis.
    pub key: Option<BTreeSet<u16>>,
    pub removed: BTreeSet<TermId>,
    pub topics: Vec<UnitId>,
    pub cores: Vec<CoreWork>,
}

/// The idea in one language, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoreWork {
    pub language: LanguageTag,
    /// A sentence a line.
    pub core: String,
    pub works: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// As the server has it.
    pub detail: ReadingDetail,
    pub work: Work,
    /// Another page saved meanwhile: what it saved.
    pub conflict: Option<ReadingDetail>,
    /// Found again after its page was left.
    pub restored: bool,
}

/// Something that must be mended before it can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub at: At,
    pub what: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    Title,
    Text,
    Core(LanguageTag),
}

impl Work {
    pub fn of(detail: &ReadingDetail) -> Self {
        Self {
            title: detail.title.clone(),
            text: detail.text.clone(),
            key: detail
                .key_sentences
                .as_ref()
                .map(|all| all.iter().copied().collect()),
            removed: detail.removed_terms.iter().cloned().collect(),
            topics: detail.topics.clone(),
            cores: detail
                .cores
                .iter()
                .map(|core| CoreWork {
                    language: core.language.clone(),
                    core: core.core.join("\n"),
                    works: core.works.clone().unwrap_or_default(),
                })
                .collect(),
        }
    }
}

impl CoreWork {
    /// Its sentences, without empty lines.
    fn sentences(&self) -> Vec<String> {
        let lines = self.core.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

impl Editing {
    pub fn new(detail: ReadingDetail) -> Self {
        Self {
            work: Work::of(&detail),
            detail,
            conflict: None,
            restored: false,
        }
    }

    pub fn is_unsaved(&self) -> bool {
        self.detail.may_edit && self.work != Work::of(&self.detail)
    }

    /// What the analysis on the page is about is not the text that is typed any more.
    pub fn is_other_text(&self) -> bool {
        self.work.text != self.detail.text
    }

    pub fn is_key(&self, place: u16) -> bool {
        if let Some(chosen) = &self.work.key {
            return chosen.contains(&place);
        }
        let found = self.detail.analysis.sentences.get(usize::from(place));
        found.is_some_and(|sentence| sentence.key)
    }

    pub fn toggle_key(&mut self, place: u16) {
        let mut chosen = self.key_places();
        if !chosen.remove(&place) {
            chosen.insert(place);
        }
        let found = self.found_places();
        // What the analysis would mark anyway is no choice.
        self.work.key = (chosen != found).then_some(chosen);
    }

    pub fn key_places(&self) -> BTreeSet<u16> {
        match &self.work.key {
            Some(chosen) => chosen.clone(),
            None => self.found_places(),
        }
    }

    fn found_places(&self) -> BTreeSet<u16> {
        let sentences = &self.detail.analysis.sentences;
        (0_u16..)
            .zip(sentences)
            .filter(|(_, sentence)| sentence.key)
            .map(|(place, _)| place)
            .collect()
    }

    pub fn toggle_term(&mut self, term: &TermId) {
        if !self.work.removed.remove(term) {
            self.work.removed.insert(term.clone());
        }
    }

    pub fn has_topic(&self, topic: &UnitId) -> bool {
        self.work.topics.contains(topic)
    }

    /// Confirms an idea or takes it back. More than [`MAX_TOPICS`] are not taken.
    pub fn toggle_topic(&mut self, topic: &UnitId) {
        if self.has_topic(topic) {
            self.work.topics.retain(|kept| kept != topic);
        } else if self.work.topics.len() < MAX_TOPICS {
            self.work.topics.push(topic.clone());
        }
    }

    pub fn core(&self, language: &LanguageTag) -> Option<&CoreWork> {
        self.work
            .cores
            .iter()
            .find(|core| core.language == *language)
    }

    pub fn core_mut(&mut self, language: &LanguageTag) -> Option<&mut CoreWork> {
        self.work
            .cores
            .iter_mut()
            .find(|core| core.language == *language)
    }

    pub fn add_core(&mut self, language: LanguageTag) {
        if self.core(&language).is_none() {
            self.work.cores.push(CoreWork {
                language,
                core: String::new(),
                works: String::new(),
            });
        }
    }

    pub fn remove_core(&mut self, language: &LanguageTag) {
        self.work.cores.retain(|core| core.language != *language);
    }

    /// Whether what is typed in a language differs from what the server has.
    pub fn is_core_unsaved(&self, language: &LanguageTag) -> bool {
        let saved = Work::of(&self.detail);
        let saved = saved.cores.iter().find(|core| core.language == *language);
        self.core(language) != saved
    }

    /// Why it cannot be saved; empty where it can.
    pub fn wrong(&self) -> Vec<Wrong> {
        let work = &self.work;
        let mut wrong: Vec<Wrong> = wrong_title(&work.title)
            .map(|what| Wrong {
                at: At::Title,
                what,
            })
            .into_iter()
            .chain(wrong_text(&work.text).map(|what| Wrong { at: At::Text, what }))
            .collect();
        for core in &work.cores {
            if let Some(what) = wrong_core(core) {
                let at = At::Core(core.language.clone());
                wrong.push(Wrong { at, what });
            }
        }
        wrong
    }

    /// What is sent. A core that nobody has begun to write is not sent.
    pub fn edit(&self) -> EditReading {
        let work = &self.work;
        let key = work.key.as_ref().filter(|_| !self.is_other_text());
        EditReading {
            revision: self.detail.revision,
            title: work.title.trim().to_owned(),
            text: work.text.clone(),
            key_sentences: key.map(|key| key.iter().copied().collect()),
            removed_terms: work.removed.iter().cloned().collect(),
            topics: work.topics.clone(),
            cores: work
                .cores
                .iter()
                .filter(|core| !core.sentences().is_empty())
                .map(|core| EditCore {
                    language: core.language.clone(),
                    core: core.sentences(),
                    works: Some(core.works.trim().to_owned()).filter(|works| !works.is_empty()),
                })
                .collect(),
        }
    }

    /// The server's reply to what was sent. What was typed since stays.
    pub fn saved(&mut self, detail: ReadingDetail, sent: &Work) {
        let typed = self.work != *sent;
        self.detail = detail;
        if typed {
            return;
        }
        let begun: Vec<CoreWork> = self
            .work
            .cores
            .drain(..)
            .filter(|core| core.sentences().is_empty() && core.works.trim().is_empty())
            .collect();
        self.work = Work::of(&self.detail);
        // A language that was opened and has no word yet stays open.
        for core in begun {
            self.add_core(core.language);
        }
        self.restored = false;
    }
}

/// As the server counts, near enough to warn by.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

pub fn wrong_title(title: &str) -> Option<String> {
    let letters = title.trim().chars().count();
    if letters == 0 {
        return Some("Give the text a title: students find it by it.".to_owned());
    }
    (letters > MAX_TITLE).then(|| {
        format!("The title has {letters} characters; {MAX_TITLE} is the most. Shorten it.")
    })
}

pub fn wrong_text(text: &str) -> Option<String> {
    match count_words(text) {
        0 => Some("Paste or type the text first.".to_owned()),
        n if n > MAX_WORDS => Some(format!(
            "The text has {n} words; {MAX_WORDS} is the most. Take out {} or make two texts of it.",
            n - MAX_WORDS
        )),
        _ => None,
    }
}

fn wrong_core(core: &CoreWork) -> Option<String> {
    let sentences = core.sentences();
    if sentences.is_empty() && !core.works.trim().is_empty() {
        return Some("Write the idea, too: one to three sentences, each on a line.".to_owned());
    }
    if sentences.len() > MAX_CORE_SENTENCES {
        return Some(format!(
            "{} lines: the idea has at most {MAX_CORE_SENTENCES} sentences, each on a line.",
            sentences.len()
        ));
    }
    let works = core.works.trim();
    let long = sentences.iter().map(String::as_str).chain([works]);
    let longest = long.map(|text| text.chars().count()).max().unwrap_or(0);
    (longest > MAX_CORE_TEXT).then(|| {
        format!("A sentence has {longest} characters; {MAX_CORE_TEXT} is the most. Shorten it.")
    })
}

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;
