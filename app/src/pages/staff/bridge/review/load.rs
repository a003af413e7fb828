//! Reading a screen of texts, and deciding on them.

use api::{
    BridgeText, Decision, LanguageReview, NewReview, ProblemCode, TextDecision, TextPage, TextState,
};
use gloo_timers::future::TimeoutFuture;
use item_bank::bridge::UnitId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::query::Asked;
use crate::api::{ApiError, languages};
use crate::clock;
use crate::pages::staff::bridge::store::BridgeStore;
use crate::pages::staff::words::counted;

/// A screen of texts that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewing {
    pub texts: Vec<BridgeText>,
    pub found: u32,
    pub next: Option<UnitId>,
    pub busy: bool,
    pub told: Told,
    /// Texts that became others while they were read here.
    pub changed: Vec<UnitId>,
}

/// What became of the last decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    #[default]
    Nothing,
    Done(String),
    /// Somebody changed a text meanwhile; it was read again.
    Changed(String),
    Failed(ApiError),
}

impl Reviewing {
    pub fn new(page: TextPage) -> Self {
        Self {
            texts: page.texts,
            found: page.found,
            next: page.next,
            busy: false,
            told: Told::Nothing,
            changed: Vec::new(),
        }
    }

    pub fn text(&self, unit: &UnitId) -> Option<&BridgeText> {
        self.texts.iter().find(|text| text.unit == *unit)
    }

    /// What one press may approve after the whole screen was read. What a reader gave back is
    /// decided on by itself.
    pub fn waiting(&self) -> Vec<&BridgeText> {
        let waits =
            |text: &&BridgeText| matches!(text.state, TextState::Drafted | TextState::Changed);
        self.texts.iter().filter(waits).collect()
    }

    /// After the server took the decisions.
    fn decided(&mut self, decisions: &[NewReview], by: &str, at_ms: i64) {
        for decision in decisions {
            let found = self.texts.iter_mut().find(|it| it.unit == decision.unit);
            let Some(text) = found else { continue };
            text.state = match decision.decision {
                Decision::Approve => TextState::Approved,
                Decision::Return => TextState::Returned,
            };
            text.decision = Some(TextDecision {
                decision: decision.decision,
                by: by.to_owned(),
                at_ms,
                reason: decision.reason.clone(),
                sha256: decision.sha256.clone(),
            });
            self.changed.retain(|unit| *unit != decision.unit);
        }
        self.told = Told::Done(self.said(decisions));
    }

    fn said(&self, decisions: &[NewReview]) -> String {
        match decisions {
            [one] => {
                let title = self.text(&one.unit).map_or("", |text| &text.title);
                match one.decision {
                    Decision::Approve => format!("“{title}” is approved. Students can meet it."),
                    Decision::Return => format!("“{title}” is returned. Students do not meet it."),
                }
            }
            many => format!(
                "{} are approved. Students can meet them.",
                counted(many.len(), "text", "texts")
            ),
        }
    }

    /// After a refusal because a text is another by now: `page` is what there is.
    fn read_again(&mut self, page: TextPage) {
        let mut changed = Vec::new();
        let mut gone = 0;
        for text in &mut self.texts {
            match page.texts.iter().find(|it| it.unit == text.unit) {
                Some(now) if now.sha256 != text.sha256 => {
                    changed.push(text.unit.clone());
                    *text = now.clone();
                }
                Some(now) => *text = now.clone(),
                None => gone += 1,
            }
        }
        let texts = &self.texts;
        let named: Vec<String> = changed
            .iter()
            .filter_map(|unit| texts.iter().find(|text| text.unit == *unit))
            .map(|text| format!("“{}”", text.title))
            .collect();
        let what = match (named.as_slice(), gone) {
            ([], 0) => "Somebody decided meanwhile. Nothing was recorded.".to_owned(),
            ([], _) => "A text changed or was decided on meanwhile and is no longer in this list. Nothing was \
                        recorded: reload the page."
                .to_owned(),
            ([one], _) => format!(
                "{one} changed while you read. Nothing was recorded. It is shown as it is now: read it again."
            ),
            (many, _) => format!(
                "{} changed while you read. Nothing was recorded. They are shown as they are now: read them again.",
                crate::pages::staff::words::listed(many)
            ),
        };
        self.changed = changed;
        self.told = Told::Changed(what);
    }
}

impl BridgeStore {
    /// `pause_ms` lets a person finish typing: only the last of several calls asks.
    pub fn load_texts(self, asked: Asked, pause_ms: u32) {
        self.reviewing.update(|slot| slot.begin(asked.clone()));
        spawn_local(async move {
            if pause_ms > 0 {
                TimeoutFuture::new(pause_ms).await;
                if self.reviewing.with_untracked(|slot| !slot.is(&asked)) {
                    return;
                }
            }
            let page = languages::texts(&asked.language, &asked.query.address()).await;
            let result = self.hear(page).map(Reviewing::new);
            self.reviewing.update(|slot| slot.finish(&asked, result));
        });
    }

    /// All of the decisions or none.
    pub fn decide(self, asked: Asked, decisions: Vec<NewReview>) {
        let busy = |slot: &crate::pages::staff::slot::Slot<Asked, Reviewing>| {
            slot.get(&asked).is_none_or(|now| now.busy)
        };
        if decisions.is_empty() || self.reviewing.with_untracked(busy) {
            return;
        }
        self.change_review(&asked, |now| {
            now.busy = true;
            now.told = Told::Nothing;
        });
        spawn_local(async move {
            let result = languages::review(&asked.language, decisions.clone()).await;
            match self.hear(result) {
                Ok(language) => {
                    self.count_anew(language);
                    let by = self.my_name();
                    self.change_review(&asked, |now| {
                        now.decided(&decisions, &by, clock::now_ms());
                    });
                }
                Err(error) if error.code() == Some(ProblemCode::Conflict) => {
                    let page = languages::texts(&asked.language, &asked.query.address()).await;
                    let page = self.hear(page);
                    self.change_review(&asked, |now| match page {
                        Ok(page) => now.read_again(page),
                        Err(_) => now.told = Told::Failed(error),
                    });
                }
                Err(error) => self.change_review(&asked, |now| now.told = Told::Failed(error)),
            }
            self.change_review(&asked, |now| now.busy = false);
        });
    }

    fn my_name(self) -> String {
        self.staff.session.with_untracked(|state| {
            let session = state.session();
            session.map_or_else(String::new, |session| session.display_name.clone())
        })
    }

    fn change_review(self, asked: &Asked, change: impl FnOnce(&mut Reviewing)) {
        self.reviewing.update(|slot| {
            if let Some(now) = slot.get_mut(asked) {
                change(now);
            }
        });
    }

    fn count_anew(self, language: LanguageReview) {
        self.languages.update(|slot| {
            if let Some(all) = slot.get_mut(&()) {
                let all = std::sync::Arc::make_mut(all);
                if let Some(found) = all.iter_mut().find(|it| it.tag == language.tag) {
                    *found = language;
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use api::{TextBody, TextKind};

    use super::*;

    fn text(unit: &str, sha256: &str, state: TextState) -> BridgeText {
        BridgeText {
            unit: unit.parse().unwrap(),
            kind: TextKind::Term,
            title: unit.to_owned(),
            domain: None,
            body: TextBody::Rows(Vec::new()),
            sha256: sha256.to_owned(),
            state,
            decision: None,
            origin: String::new(),
        }
    }

    fn page(texts: Vec<BridgeText>) -> TextPage {
        TextPage {
            found: 3,
            next: None,
            texts,
        }
    }

    fn decide(unit: &str, decision: Decision) -> NewReview {
        NewReview {
            unit: unit.parse().unwrap(),
            sha256: "1".into(),
            decision,
            reason: None,
        }
    }

    #[test]
    fn a_press_for_the_screen_leaves_what_was_decided_on() {
        let now = Reviewing::new(page(vec![
            text("term/a", "1", TextState::Drafted),
            text("term/b", "1", TextState::Returned),
            text("term/c", "1", TextState::Changed),
            text("term/d", "1", TextState::Approved),
        ]));
        let waiting: Vec<&str> = now.waiting().iter().map(|it| it.title.as_str()).collect();
        assert_eq!(waiting, ["term/a", "term/c"]);
    }

    #[test]
    fn what_was_decided_shows_by_whom() {
        let mut now = Reviewing::new(page(vec![text("term/a", "1", TextState::Drafted)]));
        now.decided(&[decide("term/a", Decision::Approve)], "Ms. Okafor", 5);
        assert_eq!(now.texts[0].state, TextState::Approved);
        assert_eq!(now.texts[0].decision.as_ref().unwrap().by, "Ms. Okafor");
        assert_eq!(
            now.told,
            Told::Done("“term/a” is approved. Students can meet it.".into())
        );
        assert!(now.waiting().is_empty());
    }

    #[test]
    fn a_text_that_changed_meanwhile_is_shown_anew_and_named() {
        let mut now = Reviewing::new(page(vec![
            text("term/a", "1", TextState::Drafted),
            text("term/b", "1", TextState::Drafted),
        ]));
        now.read_again(page(vec![
            text("term/a", "2", TextState::Drafted),
            text("term/b", "1", TextState::Drafted),
        ]));
        assert_eq!(now.texts[0].sha256, "2");
        assert_eq!(now.changed, ["term/a".parse().unwrap()]);
        let Told::Changed(said) = &now.told else {
            panic!("{:?}", now.told)
        };
        assert!(
            said.starts_with("“term/a” changed while you read."),
            "{said}"
        );
    }
}
