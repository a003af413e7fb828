//! A question with its bridge, for tests.

use api::{BridgePolicy, TermEstimate, UseKind};
use engine::{MasteryLevel, TermState};
use item_bank::bridge::SupportLevel;
use item_bank::{Bank, Inline, Kind, TermId};

use crate::act::{Bridge, Outcome};
use crate::page::Question;
use crate::panel::{Extent, panel};
use crate::tree::Element;

pub const SKILL: &str = "6.RP.A.3b-unit-rate";

pub fn term(id: &str) -> TermId {
    id.parse().unwrap()
}

pub fn question() -> Question {
    let text = "Find the unit rate and write it in simplest form. Then compare the two offers.";
    Question {
        skill: SKILL.parse().unwrap(),
        passage: None,
        kind: Kind::Decimal,
        stem: vec![Inline::Text(text.into())],
        terms: vec![term("per"), term("unit-rate")],
        construct_terms: vec![term("ratio")],
    }
}

pub fn bridge(support: SupportLevel) -> Bridge {
    let mut bridge = Bridge::default();
    bridge.known.plan.student.support = support;
    bridge.known.plan.policy.bridge = BridgePolicy::DemoDrafts;
    bridge
        .known
        .learn_english(Bank::embedded().english().clone());
    let home = Bank::embedded()
        .languages()
        .iter()
        .find(|it| it.language.as_str() == "es");
    bridge.known.home = home.cloned();
    bridge
}

/// The panel after a question was laid down, and what was used by that.
pub fn open(support: SupportLevel) -> (Bridge, Outcome) {
    let mut bridge = bridge(support);
    let outcome = bridge.ask(question(), MasteryLevel::Growing);
    (bridge, outcome)
}

pub fn drawn(bridge: &Bridge) -> Element {
    panel(bridge, Extent::Whole).unwrap()
}

pub fn met(outcome: &Outcome, kind: &UseKind) -> Vec<String> {
    let of = outcome.uses.iter().filter(|it| it.what == *kind);
    of.map(|it| it.term.to_string()).collect()
}

pub fn used(term: &str, run: u8, run_days: u8) -> TermEstimate {
    let state = TermState {
        used: u32::from(run),
        run,
        run_days,
        ..TermState::default()
    };
    TermEstimate {
        term: term.parse().unwrap(),
        state,
    }
}
