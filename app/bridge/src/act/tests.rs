use api::{BridgeUse, UseKind};
use engine::MasteryLevel;
use item_bank::bridge::{Said, SayKind, SupportLevel};

use super::{Bridge, Voice};
use crate::fixtures::{bridge, drawn, met, open, question, term, used};

fn uuid_of(n: u8) -> api::UseId {
    format!("00000000-0000-7000-8000-0000000000{n:02}")
        .parse()
        .unwrap()
}

#[test]
fn one_sentence_at_moderate_and_the_rest_when_asked() {
    let (mut bridge, _) = open(SupportLevel::Expanding);
    let shown = |bridge: &Bridge| {
        let root = drawn(bridge);
        let home = root
            .all()
            .into_iter()
            .find(|it| it.get("data-read") == Some("idea"))
            .unwrap()
            .clone();
        home.children.len()
    };
    assert_eq!(shown(&bridge), 1);
    let outcome = bridge.act("idea");
    assert!(shown(&bridge) > 1);
    let asked = met(&outcome, &UseKind::Asked);
    assert!(asked.contains(&"unit-rate".to_owned()), "{asked:?}");
    // once for each word and page
    assert!(
        met(&bridge.act("more"), &UseKind::Asked)
            .iter()
            .all(|it| !asked.contains(it))
    );
}

#[test]
fn a_card_is_met_once_and_only_when_it_stands_open() {
    let (mut bridge, outcome) = open(SupportLevel::Emerging);
    assert_eq!(met(&outcome, &UseKind::Met), ["per", "unit-rate"]);
    // closed and opened again beside the same question
    assert!(
        bridge
            .ask(question(), MasteryLevel::Growing)
            .uses
            .is_empty()
    );
    let (mut bridge, outcome) = open(SupportLevel::Bridging);
    assert!(outcome.uses.is_empty());
    assert_eq!(met(&bridge.fold("card-per", true), &UseKind::Met), ["per"]);
    bridge.fold("card-per", false);
    assert!(bridge.fold("card-per", true).uses.is_empty());
}

#[test]
fn a_word_used_well_is_folded_and_opens_when_asked() {
    let mut bridge = bridge(SupportLevel::Emerging);
    bridge.known.plan.bridge.terms = vec![used("unit-rate", 3, 2)];
    let outcome = bridge.ask(question(), MasteryLevel::Growing);
    assert_eq!(met(&outcome, &UseKind::Met), ["per"]);
    let root = drawn(&bridge);
    let known = root.of_class("word-known");
    assert_eq!(known.len(), 1);
    assert!(known[0].words().contains("unit rate"));
    assert!(known[0].of_class("word-gloss").is_empty());
    // the word is not asked for again
    assert!(
        bridge
            .page
            .as_ref()
            .unwrap()
            .turn
            .as_ref()
            .unwrap()
            .task
            .term
            != term("unit-rate")
    );
    let outcome = bridge.act("show:unit-rate");
    assert_eq!(met(&outcome, &UseKind::Asked), ["unit-rate"]);
    assert_eq!(met(&outcome, &UseKind::Met), ["unit-rate"]);
    assert!(drawn(&bridge).of_class("word-known").is_empty());
}

#[test]
fn a_relapse_that_is_still_under_way_opens_the_card() {
    let mut bridge = bridge(SupportLevel::Emerging);
    bridge.known.plan.bridge.terms = vec![used("per", 3, 2)];
    bridge.ask(question(), MasteryLevel::Growing);
    assert_eq!(drawn(&bridge).of_class("word-known").len(), 1);
    let task =
        item_bank::bridge::say::task_for_term(&bridge.known.english, &term("per"), SayKind::Type)
            .unwrap();
    bridge.known.waiting(vec![BridgeUse {
        id: uuid_of(1),
        term: term("per"),
        what: UseKind::Said {
            task,
            text: "volume".into(),
        },
        at_ms: 1_700_000_000_000,
    }]);
    assert!(drawn(&bridge).of_class("word-known").is_empty());
}

#[test]
fn a_turn_is_checked_at_once_and_told() {
    let (mut bridge, _) = open(SupportLevel::Emerging);
    let turn = bridge.page.as_ref().unwrap().turn.clone().unwrap();
    assert_eq!(turn.task.kind, SayKind::Choose);
    assert!(bridge.act("say").uses.is_empty(), "nothing was chosen yet");
    let mut told = Vec::new();
    for word in &turn.view.bank {
        bridge.write("text", word);
        let outcome = bridge.act("say");
        assert!(
            matches!(&outcome.uses[..], [it] if matches!(&it.what, UseKind::Said { text, .. } if text == word))
        );
        told.push(
            bridge
                .page
                .as_ref()
                .unwrap()
                .turn
                .as_ref()
                .unwrap()
                .said
                .unwrap(),
        );
    }
    assert_eq!(
        told.iter().filter(|it| **it == Said::Right).count(),
        1,
        "{told:?}"
    );
    let status = drawn(&bridge);
    assert!(!status.of_class("say-told")[0].words().is_empty());
    bridge.act("another");
    let next = bridge.page.as_ref().unwrap().turn.clone().unwrap();
    assert_ne!(next.task, turn.task);
    assert!(next.text.is_empty() && next.said.is_none());
}

#[test]
fn the_least_used_word_comes_first() {
    let mut bridge = bridge(SupportLevel::Expanding);
    bridge.ask(question(), MasteryLevel::Growing);
    let first = bridge
        .page
        .as_ref()
        .unwrap()
        .turn
        .as_ref()
        .unwrap()
        .task
        .term
        .clone();
    let mut bridge = crate::fixtures::bridge(SupportLevel::Expanding);
    bridge.known.plan.bridge.terms = vec![used(first.as_str(), 1, 1)];
    bridge.ask(question(), MasteryLevel::Growing);
    let turn = bridge.page.as_ref().unwrap().turn.as_ref().unwrap();
    assert_ne!(turn.task.term, first);
    assert_eq!(turn.task.kind, SayKind::Type);
}

#[test]
fn a_plan_stays_where_it_was_written() {
    let (mut bridge, _) = open(SupportLevel::Bridging);
    bridge.write("plan", "primero divido");
    bridge.write(
        "text",
        "I divide the miles by the hours to find the unit rate.",
    );
    let outcome = bridge.act("say");
    assert!(!format!("{outcome:?}").contains("primero"));
    // another language in the middle of it
    bridge.known.home = None;
    bridge.ask(question(), MasteryLevel::Growing);
    let page = bridge.page.as_ref().unwrap();
    assert_eq!(page.plan, "primero divido");
    assert!(page.turn.as_ref().unwrap().text.starts_with("I divide"));
}

#[test]
fn steps_go_one_by_one() {
    let (mut bridge, _) = open(SupportLevel::Emerging);
    let text = |bridge: &Bridge| drawn(bridge).of_class("step-text")[0].words();
    let first = text(&bridge);
    assert!(
        first.contains("Find") && !first.contains("compare"),
        "{first}"
    );
    bridge.act("step:next");
    assert_ne!(text(&bridge), first);
    for _ in 0..9 {
        bridge.act("step:next");
    }
    assert!(text(&bridge).contains("compare"));
    bridge.act("step:back");
    bridge.act("step:back");
    bridge.act("step:back");
    assert_eq!(text(&bridge), first);
    let verbs = drawn(&bridge);
    assert!(
        verbs
            .of_class("task-verb")
            .iter()
            .any(|it| it.words() == "Find")
    );
}

#[test]
fn more_and_less_are_always_there_to_ask_for() {
    let (mut bridge, _) = open(SupportLevel::Exited);
    assert!(drawn(&bridge).doing("less").is_none());
    for _ in 0..3 {
        bridge.act("more");
    }
    let root = drawn(&bridge);
    assert!(root.doing("more").is_none() && root.doing("less").is_some());
    let page = bridge.page.as_ref().unwrap();
    assert_eq!(page.support, item_bank::bridge::Support::Full);
}

#[test]
fn listening_starts_stops_and_says_when_there_is_no_voice() {
    let (mut bridge, _) = open(SupportLevel::Emerging);
    let read = Some(Voice::Read("idea".into()));
    assert_eq!(bridge.act("listen:idea").voice, read);
    assert_eq!(
        drawn(&bridge)
            .doing("listen:idea")
            .unwrap()
            .get("aria-pressed"),
        Some("true")
    );
    assert_eq!(bridge.act("listen:idea").voice, Some(Voice::Stop));
    assert_eq!(bridge.act("listen:idea").voice, read);
    bridge.heard(true);
    assert_eq!(drawn(&bridge).of_class("no-voice").len(), 1);
}
