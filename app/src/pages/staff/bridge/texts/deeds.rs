//! What is done with a text: saved, drafted, approved, given to classes, read by a reader.

use api::{
    AskDraft, ClassId, Decision, DraftOutcome, ProblemCode, ReadingDetail, ReadingId, ReviewCore,
};
use item_bank::LanguageTag;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::{Editing, Work};
use super::load::{Deed, Drafted, Said};
use crate::api::readings;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::slot::Slot;

impl BridgeStore {
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
        self.preview.update(|slot| *slot = Slot::default());
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
        self.preview.update(|slot| *slot = Slot::default());
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
}
