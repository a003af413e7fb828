use api::BridgePolicy;
use engine::MasteryLevel;
use item_bank::bridge::{Approval, SayKind, SupportLevel};
use item_bank::{Inline, Kind, TermMark};

use super::{Extent, panel};
use crate::fixtures::{SKILL, bridge, drawn, open, question, term};
use crate::tree::Element;

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
    assert_eq!(head.of_class("idea").len(), 1);
    assert!(head.of_class("word").is_empty() && !whole.of_class("word").is_empty());
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
fn a_word_that_is_the_answer_is_not_given_away() {
    let mut bridge = bridge(SupportLevel::Emerging);
    let mut asked = question();
    asked.kind = Kind::ShortText;
    (asked.terms, asked.construct_terms) = (Vec::new(), Vec::new());
    bridge.ask(asked, MasteryLevel::Growing);
    let root = drawn(&bridge);
    assert!(root.of_class("word").is_empty() && root.of_class("say").is_empty());
}

/// Of what stands there, in lower case with a space around each word.
fn words_of(root: &Element, classes: &[&str]) -> String {
    let parts = classes.iter().flat_map(|class| root.of_class(class));
    let text: Vec<String> = parts.map(Element::words).collect();
    let letters = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let plain: String = text.join(" ").to_lowercase().chars().map(letters).collect();
    let all: Vec<&str> = plain.split_whitespace().collect();
    format!(" {} ", all.join(" "))
}

/// Beside every skill, for every word of its idea as the tested one, at the levels with the most and
/// with the freest help: neither an idea nor a task, note or card says the word.
#[test]
fn nothing_explains_a_word_whose_meaning_the_question_tests() {
    let english = item_bank::Bank::embedded().english();
    let explaining = [
        "idea-text",
        "works",
        "say",
        "word-gloss",
        "word-explanation",
        "word-senses",
    ];
    for level in [SupportLevel::Emerging, SupportLevel::Bridging] {
        let mut bridge = bridge(level);
        for (skill, concept) in &english.concepts {
            for tested in crate::act::marks(&concept.core) {
                let mut asked = question();
                asked.skill = skill.clone();
                asked.stem = Vec::new();
                (asked.terms, asked.construct_terms) = (Vec::new(), vec![tested.clone()]);
                bridge.ask(asked, MasteryLevel::Growing);
                let root = drawn(&bridge);
                assert_eq!(root.of_class("idea-text").len(), 0, "{skill}: {tested}");
                let why = root.of_class("bridge-nothing");
                let [why] = &why[..] else {
                    panic!("{skill}: it is not said why there is no idea");
                };
                assert!(why.words().contains("Esta pregunta"), "{}", why.words());
                let told = words_of(&root, &explaining);
                let term = &english.terms[&tested];
                for form in term.forms.iter().chain([&term.en]) {
                    let form = form.to_lowercase();
                    assert!(
                        !told.contains(&format!(" {form} ")),
                        "{skill}: {form} in {told}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_explains_no_tested_word_stays() {
    // an idea that leans on other words only, and its tasks
    let mut bridge = bridge(SupportLevel::Emerging);
    let mut asked = question();
    asked.construct_terms = vec![term("numerator")];
    bridge.ask(asked, MasteryLevel::Growing);
    let root = drawn(&bridge);
    assert_eq!(root.of_class("idea-text").len(), 2);
    assert!(!root.of_class("say").is_empty() && !root.of_class("word-gloss").is_empty());
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
