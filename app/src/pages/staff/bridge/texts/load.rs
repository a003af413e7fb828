//! What the pages of a teacher's texts ask of the server.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::{
    AskDraft, ClassId, CoreFinding, Decision, DraftOutcome, NewReading, ProblemCode, ReadingDetail,
    ReadingId, ReviewCore,
};
use item_bank::LanguageTag;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::{Editing, Work};
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

    /// Begins a deed; false while another is under way.
    fn begins(self, deed: Deed) -> bool {
        if self.doing.with_untracked(|doing| doing.busy.is_some()) {
            return false;
        }
        self.doing.update(|doing| {
            doing.busy = Some(deed);
            doing.said = Said::Nothing;
        });
        true
    }

    fn ends(self, said: Said) {
        self.doing.update(|doing| {
            doing.busy = None;
            doing.said = said;
        });
    }

    pub fn save_text(self, id: ReadingId) {
        if self.begins(Deed::Save) {
            spawn_local(async move {
                let said = match self.save(id).await {
                    // the save bar says so
                    Ok(()) => Said::Nothing,
                    Err(said) => said,
                };
                self.ends(said);
            });
        }
    }

    /// Saves what is typed, if anything is. The error is what to say.
    async fn save(self, id: ReadingId) -> Result<(), Said> {
        let sent = self.editing.with_untracked(|slot| {
            let editing = slot.get(&id).filter(|editing| editing.is_unsaved())?;
            Some((editing.wrong(), editing.edit(), editing.work.clone()))
        });
        let Some((wrong, edit, sent)) = sent else {
            return Ok(());
        };
        if !wrong.is_empty() {
            return Err(Said::Mend(
                "Not saved: mend what is marked first.".to_owned(),
            ));
        }
        match self.hear(readings::save(id, &edit).await) {
            Ok(detail) => {
                self.take(detail, &sent);
                Ok(())
            }
            Err(error) if error.code() == Some(ProblemCode::Conflict) => {
                let theirs = self.hear(readings::reading(id).await);
                self.change(id, |editing| editing.conflict = theirs.ok());
                Err(Said::Failed(error))
            }
            Err(error) => Err(Said::Failed(error)),
        }
    }

    fn take(self, detail: ReadingDetail, sent: &Work) {
        let id = detail.id;
        self.change(id, |editing| editing.saved(detail, sent));
        self.preview
            .update(|slot| *slot = crate::pages::staff::slot::Slot::default());
    }

    /// As [`take`](Self::take), for a deed that sent nothing typed.
    fn take_as_is(self, detail: ReadingDetail) {
        let sent = self.editing.with_untracked(|slot| {
            let editing = slot.get(&detail.id)?;
            Some(Work::of(&editing.detail))
        });
        if let Some(sent) = sent {
            self.take(detail, &sent);
        }
    }

    fn revision(self, id: ReadingId) -> u32 {
        let read = |editing: &Editing| editing.detail.revision;
        self.editing
            .with_untracked(|slot| slot.get(&id).map_or(0, read))
    }

    /// Asks the district's model for the idea in one language; what is typed is saved first, so that
    /// the draft is of the text that the teacher sees.
    pub fn draft_core(self, id: ReadingId, language: LanguageTag) {
        if !self.begins(Deed::Draft(language.clone())) {
            return;
        }
        self.doing.update(|doing| doing.drafted = None);
        spawn_local(async move {
            if let Err(said) = self.save(id).await {
                self.ends(said);
                return;
            }
            let ask = AskDraft {
                revision: self.revision(id),
                language: language.clone(),
            };
            match self.hear(readings::draft(id, &ask).await) {
                Ok(reply) => {
                    let source = if reply.cached { ", asked before" } else { "" };
                    let seconds = f64::from(reply.elapsed_ms) / 1000.0;
                    let drafted = Drafted {
                        language: language.clone(),
                        kept: reply.outcome == DraftOutcome::Stored,
                        message: reply.message,
                        findings: reply.findings,
                        about: format!("{}, {seconds:.1} s{source}", reply.model),
                    };
                    if drafted.kept {
                        // An empty field that was opened for it makes room.
                        self.change(id, |editing| editing.remove_core(&language));
                        self.show_over(reply.reading);
                    }
                    self.doing.update(|doing| doing.drafted = Some(drafted));
                    self.ends(Said::Nothing);
                }
                Err(error) => self.ends(Said::Failed(error)),
            }
        });
    }

    /// What the server has, in place of what the page held; saved just before.
    fn show_over(self, detail: ReadingDetail) {
        let id = detail.id;
        self.change(id, |editing| {
            let open: Vec<LanguageTag> = editing
                .work
                .cores
                .iter()
                .map(|core| core.language.clone())
                .collect();
            *editing = Editing::new(detail);
            for language in open {
                editing.add_core(language);
            }
        });
        self.preview
            .update(|slot| *slot = crate::pages::staff::slot::Slot::default());
    }

    /// Approves or retires.
    pub fn step_text(self, id: ReadingId, deed: Deed) {
        let (verb, done) = match deed {
            Deed::Retire => ("retire", "Retired. It is in no student's plan any more."),
            _ => (
                "approve",
                "Approved. It can be given to classes now, and does not change any more.",
            ),
        };
        if !self.begins(deed) {
            return;
        }
        spawn_local(async move {
            if let Err(said) = self.save(id).await {
                self.ends(said);
                return;
            }
            let result = self.hear(readings::step(id, verb, self.revision(id)).await);
            self.ends(match result {
                Ok(detail) => {
                    self.take_as_is(detail);
                    Said::Good(done.to_owned())
                }
                Err(error) => {
                    // what stands in the way is told beside its language
                    if let Ok(detail) = self.hear(readings::reading(id).await) {
                        self.take_as_is(detail);
                    }
                    Said::Failed(error)
                }
            });
        });
    }

    pub fn copy_text(self, id: ReadingId) {
        if !self.begins(Deed::Copy) {
            return;
        }
        spawn_local(async move {
            match self.hear(readings::copy(id).await) {
                Ok(detail) => {
                    let made = detail.id;
                    self.ends(Said::Nothing);
                    self.doing.update(|doing| doing.copied = Some(made));
                }
                Err(error) => self.ends(Said::Failed(error)),
            }
        });
    }

    /// Gives it to a class, or takes it back.
    pub fn assign_text(self, id: ReadingId, class: ClassId, title: String, give: bool) {
        if !self.begins(Deed::Assign) {
            return;
        }
        spawn_local(async move {
            let result = if give {
                readings::assign(id, class).await
            } else {
                match readings::take_back(id, class).await {
                    Ok(()) => readings::reading(id).await,
                    Err(error) => Err(error),
                }
            };
            self.ends(match self.hear(result) {
                Ok(detail) => {
                    self.take_as_is(detail);
                    Said::Good(if give {
                        format!("{title} has it now. Students find it on their home page.")
                    } else {
                        format!("{title} does not have it any more.")
                    })
                }
                Err(error) => Said::Failed(error),
            });
        });
    }

    pub fn review_core(
        self,
        id: ReadingId,
        language: LanguageTag,
        sha256: String,
        decision: Decision,
        reason: Option<String>,
    ) {
        if !self.begins(Deed::Review(language.clone())) {
            return;
        }
        spawn_local(async move {
            let review = ReviewCore {
                sha256,
                decision,
                reason,
            };
            let result = self.hear(readings::review(id, &language, &review).await);
            self.ends(match result {
                Ok(detail) => {
                    self.take_as_is(detail);
                    Said::Good(match decision {
                        Decision::Approve => "Approved: students of the classes get it.".to_owned(),
                        Decision::Return => "Returned to its author.".to_owned(),
                    })
                }
                Err(error) => {
                    // Somebody changed it: show what is so.
                    if error.code() == Some(ProblemCode::Conflict)
                        && let Ok(detail) = self.hear(readings::reading(id).await)
                    {
                        self.take_as_is(detail);
                    }
                    Said::Failed(error)
                }
            });
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
