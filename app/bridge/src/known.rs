//! What the module was given: the plan, both sides of the bridge, readings, uses under way.

use std::cell::RefCell;
use std::collections::BTreeMap;

use api::{BridgePlan, BridgePolicy, BridgeUse, PackRef, ReadingId, UseId, UseKind, UsesReply};
use engine::{MasteryLevel, SchoolDay, TermEvent, TermState};
use item_bank::bridge::{
    Approval, English, LanguagePack, Reading, Said, Support, SupportLevel, say,
};
use item_bank::{Figure, SkillCode, TermId};
use serde::Deserialize;

/// What the bridge reads of a plan.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Plan {
    pub student: Student,
    pub policy: Policy,
    pub bridge: BridgePlan,
    pub language_pack: Option<PackRef>,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Student {
    pub support: SupportLevel,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Policy {
    pub bridge: BridgePolicy,
}

#[cfg(target_arch = "wasm32")]
use crate::browser::draw;

#[cfg(not(target_arch = "wasm32"))]
fn draw(term: &item_bank::bridge::TermEn) -> Option<Figure> {
    term.drawn()
}

#[derive(Debug, Default)]
pub struct Known {
    pub plan: Plan,
    pub english: English,
    pub home: Option<LanguagePack>,
    pub readings: BTreeMap<ReadingId, Reading>,
    /// Not acknowledged by the school yet, in the order they happened.
    pub pending: Vec<BridgeUse>,
    /// Pictures of words, drawn once.
    drawings: RefCell<BTreeMap<TermId, Figure>>,
}

impl Known {
    /// Where the student stands with a word: the school's word and what is under way.
    pub fn state(&self, term: &TermId) -> TermState {
        let rule = self.plan.bridge.rule;
        let school = self.plan.bridge.terms.iter().find(|it| it.term == *term);
        let mut state = school.map_or_else(TermState::default, |it| it.state);
        for made in self.pending.iter().filter(|it| it.term == *term) {
            if let Some(event) = self.event(&made.what) {
                state.observe(event, SchoolDay::from_epoch_ms(made.at_ms), rule);
            }
        }
        state
    }

    pub fn is_folded(&self, term: &TermId) -> bool {
        self.state(term).is_folded(self.plan.bridge.rule)
    }

    /// As the server will see it.
    fn event(&self, what: &UseKind) -> Option<TermEvent> {
        match what {
            UseKind::Met => Some(TermEvent::Met),
            UseKind::Asked => Some(TermEvent::Asked),
            UseKind::Said { task, text } => match say::check(&self.english, task, text)? {
                Said::Right => Some(TermEvent::Used),
                Said::Other => Some(TermEvent::Misused),
                _ => None,
            },
        }
    }

    /// The school has these uses now.
    pub fn acknowledged(&mut self, reply: UsesReply) {
        let done: Vec<UseId> = reply.outcomes.iter().map(|it| it.id).collect();
        self.pending.retain(|it| !done.contains(&it.id));
        let terms = &mut self.plan.bridge.terms;
        for new in reply.terms {
            match terms.iter_mut().find(|it| it.term == new.term) {
                Some(known) => known.state = new.state,
                None => terms.push(new),
            }
        }
    }

    pub fn learn_english(&mut self, english: English) {
        self.english = english;
        self.drawings.take();
    }

    /// A word's picture, where it has one.
    pub fn drawing(&self, term: &TermId) -> Option<Figure> {
        let drawn = self.drawings.borrow().get(term).cloned();
        drawn.or_else(|| {
            let figure = draw(self.english.terms.get(term)?)?;
            let mut drawings = self.drawings.borrow_mut();
            drawings.insert(term.clone(), figure.clone());
            Some(figure)
        })
    }

    /// Uses that wait on the device's disk from before.
    pub fn waiting(&mut self, uses: Vec<BridgeUse>) {
        for made in uses {
            let place = self.pending.partition_point(|it| it.id < made.id);
            if self.pending.get(place).is_none_or(|it| it.id != made.id) {
                self.pending.insert(place, made);
            }
        }
    }

    pub fn support(&self, skill: Option<&SkillCode>, mastery: MasteryLevel) -> Support {
        let words = &self.plan.bridge.support;
        let word = words.iter().find(|it| Some(&it.skill) == skill);
        let level = self.plan.student.support;
        level.on_skill(mastery, word.map(|it| it.level))
    }

    /// Whether a text of the home language may be shown: a reader of it approved it, or this is the
    /// demo district, which says that nobody did.
    pub fn may_show(&self, approved: Option<&Approval>) -> bool {
        approved.is_some() || self.plan.policy.bridge == BridgePolicy::DemoDrafts
    }
}
