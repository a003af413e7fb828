//! The question on the student's desk: it stays there while they look at another page, sign in
//! again or change the language.

use api::ResponseRecord;
use item_bank::{PathwayCode, Skill, Verdict};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    Because, Chosen, Draft, Exercise, Given, Mastery, Nothing, Phase, PracticeContext, Store,
    choose,
};
use crate::sync::driver::Wake;
use crate::sync::{Pending, Seen};
use crate::{clock, questions};

/// The server keeps this many attempts at one item; more say nothing new.
const MAX_ATTEMPT: u8 = 20;
const DAY_MS: i64 = 86_400_000;

/// What lies on the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Table {
    /// The plan or its content is still on its way.
    Waiting,
    Question(Box<Question>),
    Nothing(Nothing),
}

/// A question, apart from how far the student is with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub pathway: Option<PathwayCode>,
    pub skill: Skill,
    pub because: Because,
    pub given: Given,
    /// Tells two questions apart, even two alike.
    pub number: usize,
}

/// How the skill moved with the answer that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grown {
    pub before: Mastery,
    pub after: Mastery,
}

#[derive(Clone, Copy, Debug)]
pub struct Desk {
    pub table: RwSignal<Table>,
    pub exercise: RwSignal<Option<Exercise>>,
    pub draft: RwSignal<Draft>,
    pub grown: RwSignal<Option<Grown>>,
    pub bridge_open: RwSignal<bool>,
    /// The bridge opens by itself once, not after it was closed.
    bridge_decided: StoredValue<bool>,
    store: Store,
}

impl Desk {
    pub fn new(store: Store) -> Self {
        Self {
            table: RwSignal::new(Table::Waiting),
            exercise: RwSignal::new(None),
            draft: RwSignal::new(Draft::Text(String::new())),
            grown: RwSignal::new(None),
            bridge_open: RwSignal::new(false),
            bridge_decided: StoredValue::new(false),
            store,
        }
    }

    pub fn from_context() -> Self {
        expect_context()
    }

    /// Lays out a question of this pathway, unless one of it lies there already.
    pub fn sit_down(&self, pathway: Option<&PathwayCode>) {
        let lies_there = self.table.with_untracked(|table| match table {
            Table::Question(question) => question.pathway.as_ref() == pathway,
            _ => false,
        });
        if !lies_there {
            self.next(pathway.cloned());
        }
    }

    /// The next question. Untracked: it reads what is, and does not follow it.
    pub fn next(&self, pathway: Option<PathwayCode>) {
        let content = self.store.content.get_untracked();
        let Some(plan) = self.store.plan.get_untracked().filter(|_| content.complete) else {
            self.table.set(Table::Waiting);
            return;
        };
        let estimates = self.store.estimates.get_untracked();
        let now_ms = clock::now_ms();
        let chosen = choose(&PracticeContext {
            plan: &plan,
            packs: &content.packs,
            difficulties: &self.store.difficulties.get_untracked(),
            estimates: &estimates,
            recent: &self.store.recent(),
            pathway: pathway.as_ref(),
            now_ms: self.store.school_time(now_ms),
        });
        let found = chosen.and_then(|chosen| {
            let skill = plan
                .skills
                .iter()
                .find(|skill| skill.code == chosen.given.skill);
            Ok((skill.cloned().ok_or(Nothing::NoContent)?, chosen))
        });
        self.grown.set(None);
        match found {
            Ok((
                skill,
                Chosen {
                    item,
                    chance,
                    because,
                    given,
                },
            )) => {
                self.draft.set(Draft::of(&item.entry));
                self.exercise.set(Some(Exercise::new(item, chance, now_ms)));
                let number = 1 + self.table.with_untracked(Table::number);
                let question = Question {
                    pathway,
                    skill,
                    because,
                    given,
                    number,
                };
                self.table.set(Table::Question(Box::new(question)));
                self.open_bridge_if_called_for();
            }
            Err(nothing) => {
                self.exercise.set(None);
                self.table.set(Table::Nothing(nothing));
            }
        }
    }

    /// Checks what is written and sends it on its way.
    pub fn check(&self) {
        let draft = self.draft.get_untracked();
        if let Some(why) = draft.lacks() {
            self.exercise
                .update(|it| it.iter_mut().for_each(|it| it.refuse(why)));
            return;
        }
        let answer = draft.answer();
        let check = |it: &Exercise| questions::check(&it.item.template, it.item.seed, &answer);
        let open = |it: &&Exercise| !it.is_solved();
        let checked = self
            .exercise
            .with_untracked(|it| it.as_ref().filter(open).map(check));
        let checked = match checked {
            Some(Ok(checked)) => checked,
            Some(Err(error)) => {
                // Nothing that was answered is lost; this question cannot be gone on with.
                self.exercise.set(None);
                self.table.set(Table::Nothing(Nothing::Broken(error)));
                return;
            }
            None => return,
        };
        let mut outcome = None;
        self.exercise
            .update(|it| outcome = it.as_mut().and_then(|it| it.take(checked)));
        let Some(checked) = outcome else { return };
        let unreadable = matches!(checked.verdict, Verdict::Unreadable { .. });
        if unreadable || checked.attempt > MAX_ATTEMPT {
            return;
        }
        let Some(exercise) = self.exercise.get_untracked() else {
            return;
        };
        let now_ms = clock::now_ms();
        let seen = checked.counts.then(|| Seen {
            skill: exercise.item.skill.clone(),
            difficulty: exercise.item.difficulty,
            one_in: Seen::one_in(exercise.chance),
            hints_of: exercise.hints_of(),
            correct: checked.verdict.is_correct(),
        });
        let record = ResponseRecord {
            id: Uuid::now_v7().into(),
            template: exercise.item.template.clone(),
            seed: exercise.item.seed,
            attempt: checked.attempt,
            answer,
            hints: exercise.hint_depth(),
            bridge: self.is_bridged(),
            answered_at_ms: now_ms,
            elapsed_ms: (now_ms - exercise.shown_at_ms).clamp(0, DAY_MS) as u32,
        };
        self.submit(Pending { record, seen });
    }

    fn submit(&self, answer: Pending) {
        let store = self.store;
        let id = answer.record.id;
        let before = answer
            .seen
            .as_ref()
            .and_then(|seen| self.mastery(&seen.skill));
        store.unkept.update(|unkept| {
            unkept.push(id);
        });
        store.pending.update(|pending| pending.push(answer.clone()));
        let after = answer
            .seen
            .as_ref()
            .and_then(|seen| self.mastery(&seen.skill));
        if let (Some(before), Some(after)) = (before, after) {
            self.grown.set(Some(Grown { before, after }));
            self.remember_given();
        }
        let Some(student) = store.student() else {
            return;
        };
        wasm_bindgen_futures::spawn_local(async move {
            match store.storage().keep_answer(student, &answer).await {
                Ok(()) => store.unkept.update(|unkept| {
                    unkept.retain(|other| *other != id);
                }),
                Err(_) => store.disk_fails.set(true),
            }
            store.answered.set(true);
            store.wake(Wake::Answers);
        });
    }

    /// From the first counted answer on, selection looks back at this item.
    fn remember_given(&self) {
        let Table::Question(question) = self.table.get_untracked() else {
            return;
        };
        let mut recent = self.store.recent();
        question.given.push(&mut recent);
        self.store.set_recent(recent.clone());
        let (store, Some(student)) = (self.store, self.store.student()) else {
            return;
        };
        wasm_bindgen_futures::spawn_local(async move {
            let recent: Vec<Given> = recent.into();
            // Without it the next visit may repeat a template, no more.
            let _ = store.storage().keep_recent(student, &recent).await;
        });
    }

    fn mastery(&self, skill: &item_bank::SkillCode) -> Option<Mastery> {
        untrack(|| self.store.mastery(skill))
    }

    /// The draft changed: what was said of the old answer no longer holds.
    pub fn rewritten(&self) {
        let asking =
            |it: &Option<Exercise>| it.as_ref().is_none_or(|it| *it.phase() == Phase::Asking);
        if !self.exercise.with_untracked(asking) {
            self.exercise
                .update(|it| it.iter_mut().for_each(Exercise::write_again));
        }
    }

    pub fn take_hint(&self) {
        self.exercise.update(|it| {
            if let Some(it) = it {
                it.take_hint();
            }
        });
    }

    pub fn show_solution(&self) {
        self.exercise
            .update(|it| it.iter_mut().for_each(Exercise::show_solution));
    }

    /// Where a skill calls for full support the bridge opens by itself, the first time there is one.
    pub fn open_bridge_if_called_for(&self) {
        let Some(plan) = self.store.plan.get_untracked() else {
            return;
        };
        if self.bridge_decided.get_value() || plan.language_pack.is_none() {
            return;
        }
        let skill = self.table.with_untracked(|table| match table {
            Table::Question(question) => Some(question.skill.code.clone()),
            _ => None,
        });
        let Some((skill, mastery)) = skill.and_then(|skill| {
            let mastery = self.mastery(&skill)?;
            Some((skill, mastery))
        }) else {
            return;
        };
        let words = &plan.bridge.support;
        let word = words.iter().find(|it| it.skill == skill);
        let support = plan.student.support;
        let support = support.on_skill(mastery.level, word.map(|it| it.level));
        if support.opens_by_itself() {
            self.bridge_decided.set_value(true);
            self.bridge_open.set(true);
        }
    }

    pub fn toggle_bridge(&self) {
        self.bridge_decided.set_value(true);
        self.bridge_open.update(|open| *open = !*open);
    }

    /// Open, and with something in it: a panel that only asks for a language is no help.
    fn is_bridged(&self) -> bool {
        self.bridge_open.get_untracked() && untrack(|| self.store.has_bridge())
    }

    pub fn clear(&self) {
        self.table.set(Table::Waiting);
        self.exercise.set(None);
        self.grown.set(None);
        self.bridge_open.set(false);
        self.bridge_decided.set_value(false);
    }
}

impl Table {
    fn number(&self) -> usize {
        match self {
            Self::Question(question) => question.number,
            _ => 0,
        }
    }
}
