use api::{BridgePolicy, BridgeUse, TermEstimate, UseKind};
use engine::{MasteryLevel, TermState};
use item_bank::bridge::{Approval, Said, SayKind, SupportLevel};
use item_bank::{Bank, Inline, Kind, TermId, TermMark};

use super::{Extent, panel};
use crate::act::{Bridge, Outcome, Voice};
use crate::page::Question;
use crate::tree::Element;

const SKILL: &str = "6.RP.A.3b-unit-rate";

fn term(id: &str) -> TermId {
    id.parse().unwrap()
}

fn question() -> Question {
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

fn bridge(support: SupportLevel) -> Bridge {
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
fn open(support: SupportLevel) -> (Bridge, Outcome) {
    let mut bridge = bridge(support);
    let outcome = bridge.ask(question(), MasteryLevel::Growing);
    (bridge, outcome)
}

fn drawn(bridge: &Bridge) -> Element {
    panel(bridge, Extent::Whole).unwrap()
}

/// Headings in their order, with whether their part stands open.
fn parts(root: &Element) -> Vec<(String, bool)> {
    let part = |it: &&Element| {
        let class = it.get("class").unwrap().split(' ').next_back().unwrap();
        let folds =
            |it: &&Element| it.tag == "details" && it.get("data-fold") == Some(class_name(class));
        let all = it.all();
        let fold = all.into_iter().find(folds);
        let open = fold.is_none_or(|it| it.get("open").is_some());
        (class.to_owned(), open)
    };
    root.of_class("part").iter().map(part).collect()
}

/// The name that a part of this class folds by.
fn class_name(class: &str) -> &str {
    match class {
        "idea-english" => "idea-in-english",
        "say-it" => "say",
        "by-step" => "steps",
        class => class,
    }
}

fn met(outcome: &Outcome, kind: &UseKind) -> Vec<String> {
    let of = outcome.uses.iter().filter(|it| it.what == *kind);
    of.map(|it| it.term.to_string()).collect()
}

fn used(term: &str, run: u8, run_days: u8) -> TermEstimate {
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

#[test]
fn the_level_decides_what_stands_open_and_in_which_order() {
    let order = |level| {
        let parts = parts(&drawn(&open(level).0));
        let told = |(name, open): (String, bool)| name + if open { "" } else { "-" };
        parts.into_iter().map(told).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        order(SupportLevel::Emerging),
        "idea idea-english words works by-step say-it"
    );
    assert_eq!(
        order(SupportLevel::Expanding),
        "idea-english idea words works by-step- say-it"
    );
    assert_eq!(
        order(SupportLevel::Bridging),
        "idea-english idea- words works- by-step- say-it"
    );
    assert_eq!(
        order(SupportLevel::Exited),
        "idea-english- idea- words works- by-step- say-it-"
    );
    let kind = |level| open(level).0.page.unwrap().turn.unwrap().task.kind;
    assert_eq!(kind(SupportLevel::Emerging), SayKind::Choose);
    assert_eq!(kind(SupportLevel::Expanding), SayKind::Type);
    assert_eq!(kind(SupportLevel::Bridging), SayKind::Own);
}

#[test]
fn what_is_in_view_on_opening_is_the_beginning_of_the_whole() {
    let (bridge, _) = open(SupportLevel::Emerging);
    let head = panel(&bridge, Extent::Head).unwrap();
    let whole = drawn(&bridge);
    assert_eq!(head.children, whole.children[..head.children.len()]);
    assert_eq!(head.of_class("idea").len(), 2);
    assert!(head.of_class("word").is_empty() && !whole.of_class("word").is_empty());
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
fn every_text_says_its_language_and_every_term_stays_english() {
    let (bridge, _) = open(SupportLevel::Emerging);
    let root = drawn(&bridge);
    assert_eq!(
        (root.get("lang"), root.get("dir")),
        (Some("es"), Some("ltr"))
    );
    let terms = root.of_class("term");
    assert!(terms.len() > 3);
    for it in terms {
        assert_eq!(
            (it.tag, it.get("lang"), it.get("dir")),
            ("bdi", Some("en"), Some("ltr"))
        );
    }
    for it in root.of_class("word-gloss") {
        assert_eq!(it.get("lang"), Some("en"));
    }
}

#[test]
fn what_the_question_tests_is_named_and_never_explained() {
    for level in [
        SupportLevel::Emerging,
        SupportLevel::Bridging,
        SupportLevel::Exited,
    ] {
        let (mut bridge, _) = open(level);
        for action in ["more", "more", "more", "idea", "show:ratio", "open:ratio"] {
            bridge.act(action);
        }
        bridge.fold("card-ratio", true);
        let root = drawn(&bridge);
        let cards = root.of_class("word");
        let card = cards
            .iter()
            .find(|it| it.get("data-term") == Some("ratio"))
            .unwrap();
        assert!(card.of_class("word-gloss").is_empty());
        let ratio = &bridge.known.english.terms[&term("ratio")];
        assert!(!root.words().contains(&ratio.gloss));
        let page = bridge.page.as_ref().unwrap();
        assert!(!page.met.contains(&term("ratio")));
        assert!(
            page.turn
                .as_ref()
                .is_none_or(|turn| turn.task.term != term("ratio"))
        );
    }
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

fn uuid_of(n: u8) -> api::UseId {
    format!("00000000-0000-7000-8000-0000000000{n:02}")
        .parse()
        .unwrap()
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
    let mut bridge = self::bridge(SupportLevel::Expanding);
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
fn unread_texts_are_shown_only_under_their_banner() {
    let (mut bridge, _) = open(SupportLevel::Emerging);
    assert_eq!(drawn(&bridge).of_class("bridge-draft").len(), 1);
    // a district that shows approved texts only
    bridge.known.plan.policy.bridge = BridgePolicy::ApprovedOnly;
    let root = drawn(&bridge);
    assert!(root.of_class("bridge-draft").is_empty());
    assert!(root.of_class("word-explanation").is_empty());
    assert_eq!(root.of_class("bridge-nothing").len(), 1);
    assert!(
        !root.of_class("word-gloss").is_empty(),
        "the English side stays"
    );
    // one text that a reader approved
    let approval = Approval {
        by: "Ms. Okafor".into(),
        on: "2026-11-20".into(),
    };
    let home = bridge.known.home.as_mut().unwrap();
    home.concepts
        .get_mut(&SKILL.parse().unwrap())
        .unwrap()
        .approved = Some(approval);
    let root = drawn(&bridge);
    assert!(root.of_class("bridge-nothing").is_empty() && root.of_class("bridge-draft").is_empty());
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

#[test]
fn a_word_that_is_the_answer_is_not_given_away() {
    let mut bridge = bridge(SupportLevel::Emerging);
    let mut asked = question();
    asked.kind = Kind::ShortText;
    (asked.terms, asked.construct_terms) = (Vec::new(), Vec::new());
    bridge.ask(asked, MasteryLevel::Growing);
    let root = drawn(&bridge);
    assert!(root.of_class("word").is_empty() && root.of_class("say").is_empty());
}

#[test]
fn mathematics_stands_left_to_right_in_any_language() {
    let three = item_bank::Math::Num("3".into());
    let nodes = crate::rich::rich(&[
        Inline::Math(three),
        Inline::Term(TermMark {
            id: term("mean"),
            text: "mean".into(),
        }),
    ]);
    let root = crate::tree::el("p").with(nodes);
    let math = root.all().into_iter().find(|it| it.tag == "math").unwrap();
    assert_eq!(math.get("dir"), Some("ltr"));
    // read aloud it says itself
    assert_eq!(math.get("data-spoken"), Some("3"));
}

#[test]
fn a_card_has_its_picture() {
    let mut bridge = bridge(SupportLevel::Emerging);
    let pictured = |english: &item_bank::bridge::English| {
        let found = english.terms.iter().find(|(_, it)| it.picture.is_some());
        found.map(|(id, _)| id.clone()).unwrap()
    };
    let id = pictured(&bridge.known.english);
    let mut asked = question();
    asked.terms = vec![id.clone()];
    bridge.ask(asked, MasteryLevel::Growing);
    let root = drawn(&bridge);
    let figure = root.of_class("figure")[0];
    assert_eq!(figure.get("role"), Some("img"));
    assert!(figure.get("aria-label").is_some_and(|alt| !alt.is_empty()));
}
