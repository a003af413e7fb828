use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::Bank;
use crate::bridge::English;
use crate::rich::plain;

fn english() -> &'static English {
    Bank::embedded().english()
}

fn of_skill(code: &str, term: &str, kind: SayKind) -> SayTask {
    let code = code.parse().expect("a code");
    let tasks = tasks(english(), Topic::Skill(&code), kind);
    let of_term = |task: &SayTask| task.term.as_str() == term;
    tasks.into_iter().find(of_term).expect("a task of the term")
}

fn all_tasks(kind: SayKind) -> Vec<SayTask> {
    let english = english();
    let skills = english.concepts.keys().map(Topic::Skill);
    let topics = skills.chain(english.passages.keys().map(Topic::Passage));
    let words = english.terms.keys();
    topics
        .flat_map(|topic| tasks(english, topic, kind))
        .chain(words.filter_map(|term| task_for_term(english, term, kind)))
        .collect()
}

#[test]
fn a_gap_takes_the_word_in_any_form() {
    let (same_size, same_amount) = (
        "5.NF.A.1-common-denominator",
        "5.NF.A.1-equivalent-fractions",
    );
    for (skill, term, text, expected) in [
        (
            same_size,
            "common-denominator",
            "common denominator",
            Said::Right,
        ),
        (
            same_size,
            "common-denominator",
            " Common  Denominator. ",
            Said::Right,
        ),
        (
            same_size,
            "common-denominator",
            "a common denominator",
            Said::Right,
        ),
        (
            same_size,
            "common-denominator",
            "comon denominater",
            Said::Spelling,
        ),
        (same_size, "common-denominator", "denominator", Said::Other),
        (
            same_size,
            "common-denominator",
            "denominador común",
            Said::Other,
        ),
        (same_size, "fraction", "fraction", Said::Right),
        (same_size, "fraction", "fractions", Said::Right),
        (same_size, "fraction", "fracton", Said::Spelling),
        (same_size, "fraction", "ratio", Said::Other),
        (same_size, "fraction", "分数", Said::Other),
        (same_size, "fraction", " . ", Said::TooShort),
        (same_amount, "numerator", "numerater", Said::Spelling),
        (same_amount, "numerator", "denominator", Said::Other),
    ] {
        let task = of_skill(skill, term, SayKind::Type);
        assert_eq!(
            check(english(), &task, text),
            Some(expected),
            "{term}: {text}"
        );
    }
}

#[test]
fn a_sentence_of_ones_own_is_a_sentence_with_the_word_and_not_ours() {
    let task = of_skill("5.NF.A.1-add-unlike", "common-denominator", SayKind::Own);
    for (text, expected) in [
        ("", Said::TooShort),
        ("A common denominator.", Said::TooShort),
        ("分数 的 common denominator 是 十二", Said::TooShort),
        ("I made all the pieces the same size", Said::WordMissing),
        ("Twelve is a comon denominator of these", Said::Spelling),
        ("Twelve is a common denominator of 3 and 4", Said::Right),
        (
            "I found a COMMON denominator, so the pieces match.",
            Said::Right,
        ),
        ("I need a common denominator because ___.", Said::Copied),
        (
            "I need a common denominator because the pieces differ.",
            Said::Right,
        ),
        (
            "with unlike denominators you first cut the pieces to the same size with a common denominator",
            Said::Copied,
        ),
    ] {
        assert_eq!(check(english(), &task, text), Some(expected), "{text}");
    }
}

#[test]
fn a_word_by_itself_is_asked_by_its_meaning() {
    let term = "numerator".parse().unwrap();
    let task = task_for_term(english(), &term, SayKind::Type).unwrap();
    let shown = view(english(), &task).unwrap();
    assert!(
        plain(&shown.before).starts_with("What is the word? "),
        "{shown:?}"
    );
    assert_eq!(check(english(), &task, "the numerator"), Some(Said::Right));
    let unknown = "no-such-word".parse().unwrap();
    assert_eq!(task_for_term(english(), &unknown, SayKind::Type), None);
}

#[test]
fn a_task_that_names_nothing_is_refused() {
    let mut task = of_skill("5.NF.A.1-add-unlike", "numerator", SayKind::Type);
    task.sentence = 9;
    assert_eq!(view(english(), &task), None);
    assert_eq!(check(english(), &task, "numerator"), None);
    task.skill = Some("9.X-none".parse().unwrap());
    assert_eq!(check(english(), &task, "numerator"), None);
}

#[test]
fn every_task_of_the_bank_can_be_done() {
    let mut places = BTreeSet::new();
    for task in all_tasks(SayKind::Choose) {
        let shown = view(english(), &task).unwrap();
        assert_eq!(shown.bank.len(), 4, "{task:?}: {shown:?}");
        let right: Vec<usize> = (0..shown.bank.len())
            .filter(|n| check(english(), &task, &shown.bank[*n]) == Some(Said::Right))
            .collect();
        assert_eq!(right.len(), 1, "{task:?}: {shown:?}");
        places.extend(right);
        let typed = SayTask {
            kind: SayKind::Type,
            ..task
        };
        assert_eq!(view(english(), &typed), Some(shown));
    }
    assert_eq!(places, BTreeSet::from([0, 1, 2, 3]));
}

#[test]
fn a_sentence_of_ones_own_has_its_word_in_the_bank_and_the_frame_to_start() {
    for task in all_tasks(SayKind::Own) {
        let shown = view(english(), &task).unwrap();
        let word = &english().terms[&task.term].en;
        let times = shown.bank.iter().filter(|there| *there == word).count();
        assert_eq!(times, 1, "{task:?}: {shown:?}");
        let own = format!("this is my very own sentence with {word} in it");
        assert_eq!(check(english(), &task, &own), Some(Said::Right), "{task:?}");
    }
    let task = of_skill("5.NF.A.1-add-unlike", "numerator", SayKind::Own);
    let starter = view(english(), &task).unwrap().starter;
    assert!(starter.is_some_and(|frame| frame.contains("___")));
}

proptest! {
    #[test]
    fn any_text_is_judged_and_always_alike(n in any::<prop::sample::Index>(), text in ".{0,600}", kind in 0..3) {
        let kind = [SayKind::Choose, SayKind::Type, SayKind::Own][kind as usize];
        let all = all_tasks(kind);
        let task = &all[n.index(all.len())];
        let said = check(english(), task, &text);
        prop_assert!(said.is_some());
        prop_assert_eq!(said, check(english(), task, &text));
        prop_assert_eq!(view(english(), task), view(english(), task));
    }

    #[test]
    fn one_slip_is_never_counted(n in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let all = all_tasks(SayKind::Type);
        let task = &all[n.index(all.len())];
        let word: Vec<char> = english().terms[&task.term].en.chars().collect();
        let left_out = at.index(word.len());
        let slip: String = word.iter().enumerate().filter(|(n, _)| *n != left_out).map(|(_, c)| c).collect();
        let known = english().terms.values().any(|term| term.en == slip || term.forms.contains(&slip));
        prop_assume!(!known);
        prop_assert_ne!(check(english(), task, &slip), Some(Said::Other), "{}", slip);
    }
}
