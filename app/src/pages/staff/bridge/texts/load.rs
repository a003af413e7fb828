//! Texts as they are read and begun, and the words they lack.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::{CoreFinding, NewReading, ReadingDetail, ReadingId};
use item_bank::LanguageTag;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::Editing;
use crate::api::{ApiError, readings};
use crate::pages::staff::bridge::store::BridgeStore;

/// A text that is being pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Starting {
    pub title: String,
    pub text: String,
    pub busy: bool,
    pub error: Option<ApiError>,
    /// It is kept, under this name.
    pub made: Option<ReadingId>,
}

/// What is done with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Save,
    Draft(LanguageTag),
    Approve,
    Retire,
    Copy,
    Assign,
    Review(LanguageTag),
}

/// How the last of them is going.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doing {
    pub busy: Option<Deed>,
    pub said: Said,
    /// What came of asking the model, told beside its language.
    pub drafted: Option<Drafted>,
    /// Words that were queued from this page.
    pub asked: BTreeSet<String>,
    /// A copy that was just begun: the page goes there.
    pub copied: Option<ReadingId>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Said {
    #[default]
    Nothing,
    Good(String),
    /// It was not even tried.
    Mend(String),
    Failed(ApiError),
}

/// The model's draft, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    pub language: LanguageTag,
    pub kept: bool,
    pub message: String,
    pub findings: Vec<CoreFinding>,
    pub about: String,
}

impl BridgeStore {
    pub fn load_readings(self) {
        self.readings.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(readings::list().await).map(Arc::new);
            self.readings.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn load_cards(self) {
        self.cards.update(|slot| slot.begin(()));
        spawn_local(async move {
            let result = self.hear(readings::needed_cards().await).map(Arc::new);
            self.cards.update(|slot| slot.finish(&(), result));
        });
    }

    pub fn settle_card(self, word: String) {
        spawn_local(async move {
            if let Err(error) = self.hear(readings::settle_card(&word).await) {
                self.doing.update(|doing| doing.said = Said::Failed(error));
            }
            self.load_cards();
        });
    }

    /// Keeps a pasted text.
    pub fn start(self) {
        let new = self.starting.with_untracked(|now| {
            (!now.busy).then(|| NewReading {
                title: now.title.trim().to_owned(),
                text: now.text.clone(),
            })
        });
        let Some(new) = new else { return };
        self.starting.update(|now| {
            now.busy = true;
            now.error = None;
        });
        spawn_local(async move {
            let result = self.hear(readings::create(&new).await);
            if let Ok(detail) = &result {
                self.show(detail.clone());
            }
            self.starting.update(|now| {
                now.busy = false;
                match result {
                    Ok(detail) => now.made = Some(detail.id),
                    Err(error) => now.error = Some(error),
                }
            });
        });
    }

    /// Opens a text, or what was typed in it before.
    pub fn open_text(self, id: ReadingId) {
        self.doing.set(Doing::default());
        if self.starting.with_untracked(|now| now.made.is_some()) {
            self.starting.set(Starting::default());
        }
        let kept = self
            .editing
            .with_untracked(|slot| slot.get(&id).is_some_and(Editing::is_unsaved));
        if kept {
            self.change(id, |editing| editing.restored = true);
            return;
        }
        self.read_text(id);
    }

    /// Reads a text anew; what was typed in it is gone.
    pub fn read_text(self, id: ReadingId) {
        self.editing.update(|slot| slot.begin(id));
        spawn_local(async move {
            let result = self.hear(readings::reading(id).await).map(Editing::new);
            self.editing.update(|slot| slot.finish(&id, result));
        });
    }

    fn show(self, detail: ReadingDetail) {
        let id = detail.id;
        self.editing.update(|slot| {
            slot.begin(id);
            slot.finish(&id, Ok(Editing::new(detail)));
        });
    }

    pub fn change(self, id: ReadingId, change: impl FnOnce(&mut Editing)) {
        self.editing.update(|slot| {
            if let Some(editing) = slot.get_mut(&id) {
                change(editing);
            }
        });
    }

    /// Queues words without a card.
    pub fn need_cards(self, id: ReadingId, words: Vec<String>) {
        spawn_local(async move {
            match self.hear(readings::need_cards(words.clone(), id).await) {
                Ok(()) => self.doing.update(|doing| {
                    doing.said = Said::Good(match words.as_slice() {
                        [one] => format!("“{one}” is on the list of words that need a card."),
                        many => format!(
                            "{} words are on the list of words that need a card.",
                            many.len()
                        ),
                    });
                    doing.asked.extend(words);
                }),
                Err(error) => self.doing.update(|doing| doing.said = Said::Failed(error)),
            }
        });
    }

    pub fn load_preview(self, id: ReadingId) {
        self.preview.update(|slot| slot.begin(id));
        spawn_local(async move {
            let result = self.hear(readings::preview(id).await);
            if let Ok(preview) = &result {
                self.load_english(preview.english.clone());
            }
            let result = result.map(Arc::new);
            self.preview.update(|slot| slot.finish(&id, result));
        });
    }
}
