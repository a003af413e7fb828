//! What only many seeds show.

use std::collections::HashSet;

use super::Sink;
use crate::check::algebra::author_error;
use crate::item::{Foreseen, Item, Key, Part, RawAnswer, Verdict};
use crate::rich::{Rich, plain, spoken};
use crate::template::{Kind, Template};
use crate::{Rational, check as check_answer, instantiate, read_number};

/// Different items a template should give in its first 500 seeds.
const DISTINCT: usize = 50;

/// Makes the items of `seeds` seeds and checks each; gives how many were made.
pub(super) fn check(template: &Template, seeds: u32, sink: &mut Sink) -> usize {
    let mut faces = HashSet::new();
    for seed in 0..seeds {
        sink.seed = Some(seed);
        match instantiate(template, seed) {
            Ok(item) => {
                check_item(&item, sink);
                let below = matches!(key_value(&item), Some(value) if value.is_negative());
                if below && item.kind == Kind::Integer && !template.signed {
                    sink.fail("the answer can be negative: say `signed = true`");
                }
                faces.insert(item.face());
            }
            Err(error) => {
                sink.fail(error.to_string());
                return seed as usize;
            }
        }
    }
    sink.seed = None;
    if seeds >= super::SEEDS && faces.len() < DISTINCT && !template.is_fixed() {
        sink.fail(format!(
            "gives only {} different items; {DISTINCT} are wanted",
            faces.len()
        ));
    }
    seeds as usize
}

fn check_item(item: &Item, sink: &mut Sink) {
    for (subject, texts) in labels(item) {
        let different: HashSet<_> = texts.iter().collect();
        if different.len() < texts.len() {
            sink.fail(format!("two {subject} read the same"));
        }
    }
    if let Key::Choices(choices) = &item.key {
        let right = choices.iter().filter(|c| c.correct).count();
        if right == 0 || (item.kind == Kind::Choice && right != 1) {
            sink.fail(format!("{right} choices are right"));
        }
    }
    check_right(item, sink);
    check_foreseen(item, sink);
    check_leaks(item, sink);
    let hints = item.hints.iter().map(|hint| &hint.text);
    let texts = hints.chain(&item.solution).chain([&item.stem]);
    for text in texts.filter(|t| plain(t).trim().is_empty()) {
        sink.fail(format!("an empty text: {text:?}"));
    }
}

/// Texts that a student must tell apart.
fn labels(item: &Item) -> Vec<(&'static str, Vec<String>)> {
    let said = |parts: &[Part]| parts.iter().map(|part| part.spoken.clone()).collect();
    match &item.key {
        Key::Choices(choices) => {
            vec![("choices", choices.iter().map(|c| spoken(&c.text)).collect())]
        }
        Key::Order { parts, .. } => vec![("parts", said(parts))],
        Key::Match { left, right, .. } => {
            vec![("left sides", said(left)), ("right sides", said(right))]
        }
        _ => Vec::new(),
    }
}

fn check_right(item: &Item, sink: &mut Sink) {
    if let Key::Algebra { text, .. } = &item.key
        && let Some(error) = author_error(item.kind, text)
    {
        sink.fail(format!("the answer '{text}' cannot be read: {error}"));
        return;
    }
    for answer in item.right_answers() {
        if !check_answer(item, &answer).is_correct() {
            let printed = plain(&item.answer_rich(&answer));
            sink.fail(format!(
                "the checker does not take the right answer as printed: '{printed}'"
            ));
        }
    }
    if let Key::Number { value, .. } = &item.key
        && item.kind == Kind::Integer
        && !value.is_whole()
    {
        sink.fail("an integer is asked for, and the answer is not one");
    }
}

/// A foreseen wrong answer is wrong, and earns its own feedback.
fn check_foreseen(item: &Item, sink: &mut Sink) {
    let mut wrong = HashSet::new();
    for (index, misconception) in item.misconceptions.iter().enumerate() {
        let answer = match &misconception.answer {
            Foreseen::Value(value) => value.to_string(),
            Foreseen::Text(text) => text.clone(),
        };
        if !wrong.insert(&misconception.answer) {
            sink.fail("two misconceptions give the same answer");
            continue;
        }
        let verdict = check_answer(item, &RawAnswer::Text(answer.clone()));
        let feedback = plain(&misconception.feedback);
        if verdict.is_correct()
            || matches!(&misconception.answer, Foreseen::Value(value) if Some(value) == key_value(item))
        {
            sink.fail(format!(
                "a misconception gives the right answer: '{}'",
                stub(&feedback)
            ));
        } else if verdict
            != (Verdict::Wrong {
                feedback: u8::try_from(index).ok(),
            })
        {
            sink.fail(format!(
                "a misconception is not told its feedback: {verdict:?} for '{}'",
                stub(&feedback)
            ));
        }
    }
}

fn key_value(item: &Item) -> Option<&Rational> {
    match &item.key {
        Key::Number { value, .. } => Some(value),
        _ => None,
    }
}

fn check_leaks(item: &Item, sink: &mut Sink) {
    let early = item.hints.len().saturating_sub(1);
    let early = || item.hints[..early].iter().map(|hint| &hint.text);
    match &item.key {
        // a number that the question itself shows gives nothing away
        Key::Number { value, .. }
            if !numbers(&item.stem).contains(value)
                && early().any(|hint| numbers(hint).contains(value)) =>
        {
            sink.fail(LEAK);
        }
        Key::Algebra { .. } | Key::Words(_) => {
            let answer = squeezed(&plain(&item.key_rich()));
            let stem = squeezed(&plain(&item.stem));
            if answer.chars().count() > 1
                && !stem.contains(&answer)
                && early().any(|hint| squeezed(&plain(hint)).contains(&answer))
            {
                sink.fail(LEAK);
            }
        }
        _ => {}
    }
}

const LEAK: &str = "a hint before the last gives the answer";

/// Without spaces and capitals.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

fn stub(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Every number that a text shows, mixed numbers and fractions whole, with the sign before it.
fn numbers(rich: &Rich) -> Vec<Rational> {
    let text: Vec<char> = plain(rich).chars().collect();
    let keep = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ',' | ' ');
    let mut found = Vec::new();
    for run in text.split(|&c| !keep(c)) {
        let run: String = run.iter().collect();
        let whole = run.trim_matches(|c: char| !c.is_ascii_digit());
        found.extend(whole.split_whitespace().chain([whole]).filter_map(read));
    }
    for (at, _) in text
        .iter()
        .enumerate()
        .filter(|&(_, &c)| c == '\u{2212}' || c == '-')
    {
        let before = text[..at].iter().rev().find(|c| !c.is_whitespace());
        // after a number or a bracket it takes away
        if before.is_some_and(|c| c.is_ascii_digit() || *c == ')') {
            continue;
        }
        let run: String = text[at + 1..]
            .iter()
            .skip_while(|c| **c == ' ')
            .take_while(|&&c| keep(c))
            .collect();
        let size = run.split("  ").next().unwrap_or_default();
        let words = size.trim_end_matches(|c: char| !c.is_ascii_digit());
        let first = words.split_whitespace().next().unwrap_or_default();
        found.extend(
            [words, first]
                .into_iter()
                .filter_map(read)
                .filter_map(Rational::checked_neg),
        );
    }
    found
}

fn read(word: &str) -> Option<Rational> {
    read_number(word.trim_end_matches(['.', ',']))
        .ok()
        .map(|read| read.value)
}
