//! What a press, a key or a fold does.

use api::UseKind;
use engine::MasteryLevel;
use item_bank::bridge::{Support, say};
use item_bank::{Inline, Rich, TermId};
use serde::Serialize;

use crate::cards;
use crate::known::Known;
use crate::page::{Page, Question, Subject};
use crate::turn;

/// Everything that the module holds.
#[derive(Debug, Default)]
pub struct Bridge {
    pub known: Known,
    pub page: Option<Page>,
}

/// A use as it happened; the shell gives it its id and its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewUse {
    pub term: TermId,
    pub what: UseKind,
}

/// What an act asks of the browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub uses: Vec<NewUse>,
    /// The part that is to be focused, by what it does.
    pub focus: Option<String>,
    pub voice: Option<Voice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Reads the part of this name aloud.
    Read(String),
    Stop,
}

impl Bridge {
    /// Lays a question down. The same question again, after the panel was closed or the language
    /// changed, keeps what was written.
    pub fn ask(&mut self, question: Question, mastery: MasteryLevel) -> Outcome {
        let same = self.page.as_ref().and_then(Page::question) == Some(&question);
        if !same {
            let support = self.known.support(Some(&question.skill), mastery);
            self.begin(Page::new(Subject::Question(question, mastery), support));
        }
        self.settle(Outcome::default())
    }

    pub fn read(&mut self, reading: api::ReadingId) -> Outcome {
        let subject = Subject::Reading(reading);
        let same = self.page.as_ref().is_some_and(|it| it.subject == subject);
        if !same {
            let support = self.known.support(None, MasteryLevel::Growing);
            self.begin(Page::new(subject, support));
        }
        self.settle(Outcome::default())
    }

    fn begin(&mut self, mut page: Page) {
        let terms = cards::terms(&self.known, &page);
        page.known = terms
            .into_iter()
            .filter(|term| self.known.is_folded(term))
            .collect();
        page.turn = turn::next(&self.known, &mut page);
        self.page = Some(page);
    }

    /// What was written in one of the panel's fields.
    pub fn write(&mut self, field: &str, text: &str) {
        let Some(page) = &mut self.page else { return };
        match field {
            "plan" => text.clone_into(&mut page.plan),
            "text" => {
                if let Some(turn) = &mut page.turn {
                    text.clone_into(&mut turn.text);
                }
            }
            _ => {}
        }
    }

    /// Does what an element says that it does: `verb` or `verb:what`.
    pub fn act(&mut self, action: &str) -> Outcome {
        let (verb, what) = action.split_once(':').unwrap_or((action, ""));
        let mut outcome = Outcome::default();
        let Some(page) = &mut self.page else {
            return outcome;
        };
        match verb {
            "more" | "less" => {
                let support = page.support;
                page.support = if verb == "more" {
                    support.more()
                } else {
                    support.less()
                };
                // the level's own folds hold anew
                page.folds.clear();
                page.turn = turn::next(&self.known, page);
                if verb == "more" {
                    let terms = cards::terms(&self.known, page);
                    asked(page, terms, &mut outcome);
                }
                let there = if page.support == Support::Full || page.support == Support::OnRequest {
                    if verb == "more" { "less" } else { "more" }
                } else {
                    verb
                };
                outcome.focus = Some(there.to_owned());
            }
            "idea" => {
                page.whole_idea = true;
                outcome.focus = Some("listen:idea".to_owned());
                ask_for_idea(&self.known, page, &mut outcome);
            }
            "show" => {
                if let Ok(term) = TermId::try_from(what.to_owned()) {
                    outcome.focus = Some(format!("listen:word-{term}"));
                    page.shown.insert(term.clone());
                    asked(page, [term], &mut outcome);
                }
            }
            "open" => {
                if let Ok(term) = TermId::try_from(what.to_owned()) {
                    page.folds.insert(format!("card-{term}"), true);
                    outcome.focus = Some(format!("fold:card-{term}"));
                    if page.known.contains(&term) {
                        outcome.focus = Some(format!("listen:word-{term}"));
                        page.shown.insert(term.clone());
                        asked(page, [term], &mut outcome);
                    }
                }
            }
            "step" => {
                let last = cards::steps(&self.known, page).len().saturating_sub(1);
                page.step = if what == "next" {
                    (page.step + 1).min(last)
                } else {
                    page.step.saturating_sub(1)
                };
            }
            "say" => outcome = self.say(outcome),
            "another" => {
                page.past.extend(page.turn.take().map(|turn| turn.task));
                page.turn = turn::next(&self.known, page);
                outcome.focus = Some("text".to_owned());
            }
            "listen" => {
                let again = page.heard.as_deref() == Some(what);
                page.no_voice = None;
                page.heard = (!again).then(|| what.to_owned());
                outcome.voice = Some(if again {
                    Voice::Stop
                } else {
                    Voice::Read(what.to_owned())
                });
            }
            _ => {}
        }
        self.settle(outcome)
    }

    /// A part was folded or unfolded.
    pub fn fold(&mut self, part: &str, open: bool) -> Outcome {
        let mut outcome = Outcome::default();
        if let Some(page) = &mut self.page {
            let before = page.folds.insert(part.to_owned(), open);
            if part == "idea" && open && before.is_none() {
                ask_for_idea(&self.known, page, &mut outcome);
            }
        }
        self.settle(outcome)
    }

    /// Reading aloud has ended, by itself or for want of a voice.
    pub fn heard(&mut self, voiceless: bool) {
        if let Some(page) = &mut self.page {
            let what = page.heard.take();
            page.no_voice = what.filter(|_| voiceless);
        }
    }

    /// Checks what was said, at once and as the server will.
    fn say(&mut self, mut outcome: Outcome) -> Outcome {
        let Some(turn) = self.page.as_mut().and_then(|page| page.turn.as_mut()) else {
            return outcome;
        };
        let text: String = turn.text.trim().chars().take(api::MAX_SAID).collect();
        if text.is_empty() {
            outcome.focus = Some("text".to_owned());
            return outcome;
        }
        let said = say::check(&self.known.english, &turn.task, &text);
        turn.said = said;
        if said.is_some() {
            outcome.uses.push(NewUse {
                term: turn.task.term.clone(),
                what: UseKind::Said {
                    task: turn.task.clone(),
                    text,
                },
            });
        }
        outcome
    }

    /// Cards that stand open now and did not before are met.
    fn settle(&mut self, mut outcome: Outcome) -> Outcome {
        let Some(page) = &mut self.page else {
            return outcome;
        };
        for term in cards::open(&self.known, page) {
            if page.met.insert(term.clone()) {
                let what = UseKind::Met;
                outcome.uses.push(NewUse { term, what });
            }
        }
        outcome
    }
}

/// Asking is information, once for each word and page.
fn asked(page: &mut Page, terms: impl IntoIterator<Item = TermId>, outcome: &mut Outcome) {
    for term in terms {
        if page.asked.insert(term.clone()) {
            let what = UseKind::Asked;
            outcome.uses.push(NewUse { term, what });
        }
    }
}

fn ask_for_idea(known: &Known, page: &mut Page, outcome: &mut Outcome) {
    let ideas = cards::ideas(known, page);
    let home = ideas.iter().filter_map(|idea| idea.home);
    let terms: Vec<TermId> = home.flat_map(|home| marks(&home.core)).collect();
    let terms = terms.into_iter();
    let terms = terms.filter(|term| known.english.terms.contains_key(term));
    asked(page, terms, outcome);
}

/// The terms marked in some sentences, in their order.
pub fn marks(sentences: &[Rich]) -> Vec<TermId> {
    let mark = |inline: &Inline| match inline {
        Inline::Term(mark) => Some(mark.id.clone()),
        _ => None,
    };
    sentences.iter().flatten().filter_map(mark).collect()
}

#[cfg(test)]
mod tests;
