use item_bank::{Entry, Inline};
use serde_json::json;

use super::*;

fn pack(version: u32) -> String {
    let template = json!({
        "id": "halves", "version": version, "skill": "a", "kind": "fraction", "difficulty": "easy",
        "stem": "How much is $1/2 + 1/4$?", "answer": "1/2 + 1/4", "form": "simplest", "vars": [],
        "passage": "pond",
        "hints": [
            { "text": "Which pieces fit both?", "ask": { "kind": "integer", "answer": "4" } },
            "It is $3/4$.",
        ],
        "solution": ["$2/4 + 1/4 = 3/4$."],
        "misconceptions": [{ "answer": "2/6", "feedback": "You added the denominators too." }],
        "source": "test", "license": "CC-BY-4.0",
    });
    let passage = json!({
        "id": "pond", "version": 1, "title": "The pond", "grade": 5, "subject": "science",
        "paragraphs": ["A **pond** is small."], "source": "test", "license": "CC-BY-4.0",
    });
    json!({ "name": "fractions-5", "passages": [passage], "templates": [template] }).to_string()
}

fn halves(version: u32) -> TemplateRef {
    let id = "halves".parse().unwrap();
    TemplateRef { id, version }
}

fn shelf() -> Shelf {
    let mut shelf = Shelf::default();
    let catalog = shelf.add(&pack(1)).unwrap();
    assert_eq!(catalog.len(), 1);
    assert_eq!(catalog[0].template, halves(1));
    shelf
}

fn text(answer: &str) -> RawAnswer {
    RawAnswer::Text(answer.into())
}

#[test]
fn a_question_leaves_without_its_key() {
    let shelf = shelf();
    let drawn = shelf.draw(&halves(1), 7, 3).unwrap();
    assert!(matches!(drawn.entry, Entry::Text(_)));
    assert_eq!(shelf.make(&halves(1), drawn.seed).unwrap(), drawn);
}

#[test]
fn an_answer_is_checked_with_what_to_say_to_it() {
    let shelf = shelf();
    let wrong = shelf.check(&halves(1), 1, &text("2/6")).unwrap();
    assert_eq!(wrong.verdict, Verdict::Wrong { feedback: Some(0) });
    let said = item_bank::plain(&wrong.feedback.unwrap());
    assert_eq!(said, "You added the denominators too.");
    assert!(matches!(wrong.shown[..], [Inline::Math(_)]));
    let right = shelf.check(&halves(1), 1, &text("3/4")).unwrap();
    assert!(right.verdict.is_correct());
}

#[test]
fn what_a_hint_asks_is_checked_by_itself() {
    let shelf = shelf();
    let ask = |hint, answer| shelf.check_hint(&halves(1), 1, hint, &text(answer));
    assert_eq!(ask(0, "4").unwrap(), Verdict::Correct);
    assert!(matches!(ask(0, "3").unwrap(), Verdict::Wrong { .. }));
    assert!(matches!(ask(1, "4"), Err(Refused::Absent(_))));
    assert!(matches!(ask(9, "4"), Err(Refused::Absent(_))));
}

#[test]
fn a_version_in_use_stays_when_a_newer_one_comes() {
    let mut shelf = shelf();
    shelf.add(&pack(2)).unwrap();
    assert!(shelf.make(&halves(1), 1).is_ok());
    assert!(shelf.make(&halves(2), 1).is_ok());
    let gone = shelf.make(&halves(3), 1).unwrap_err();
    assert_eq!(gone.to_string(), "halves@3 is not on this device");
}

#[test]
fn what_is_no_pack_is_told() {
    let error = Shelf::default().add("<html>").unwrap_err();
    assert!(matches!(error, Refused::Unreadable(_)), "{error}");
}

#[test]
fn passages_come_with_their_pack() {
    let shelf = shelf();
    let pond = shelf.passage(&"pond".parse().unwrap()).unwrap();
    assert_eq!(pond.title, "The pond");
    assert!(shelf.passage(&"sea".parse().unwrap()).is_err());
}

#[test]
fn a_fraction_is_read_back_stacked_and_a_whole_number_not_at_all() {
    let plain = |text| Shelf::read_as(text).map(|math| math.plain());
    assert_eq!(plain("1 3/4"), Some("1 3/4".into()));
    assert_eq!(plain("12"), None);
    assert_eq!(plain("1/"), None);
    assert_eq!(plain("1/0"), None);
}
