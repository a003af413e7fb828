//! What only many seeds show.

use std::collections::HashSet;

use super::Sink;
use crate::item::{Item, Key, RawAnswer};
use crate::rich::{Rich, plain, spoken};
use crate::template::{Kind, Template};
use crate::{Rational, check as check_answer, instantiate, read_number};

/// Different items a template should give in its first 500 seeds.
const DISTINCT: usize = 50;

/// Makes the items of `seeds` seeds and checks each; gives how many were made.
pub(super) fn check(template: &Template, seeds: u32, sink: &mut Sink) -> usize {
    let mut stems = HashSet::new();
    for seed in 0..seeds {
        sink.seed = Some(seed);
        match instantiate(template, seed) {
            Ok(item) => {
                check_item(&item, sink);
                stems.insert(format!("{}|{}", plain(&item.stem), choices_text(&item)));
            }
            Err(error) => {
                sink.fail(error.to_string());
                return seed as usize;
            }
        }
    }
    sink.seed = None;
    if seeds >= super::SEEDS && stems.len() < DISTINCT {
        sink.fail(format!(
            "gives only {} different items; {DISTINCT} are wanted",
            stems.len()
        ));
    }
    seeds as usize
}

/// The set of choices, whatever their order.
fn choices_text(item: &Item) -> String {
    match &item.key {
        Key::Number { .. } => String::new(),
        Key::Choices(choices) => {
            let mut texts: Vec<_> = choices.iter().map(|c| plain(&c.text)).collect();
            texts.sort();
            texts.join("|")
        }
    }
}

fn check_item(item: &Item, sink: &mut Sink) {
    match &item.key {
        Key::Number { value, .. } => check_number(item, *value, sink),
        Key::Choices(choices) => {
            let right = choices.iter().filter(|c| c.correct).count();
            if right == 0 || (item.kind == Kind::Choice && right != 1) {
                sink.fail(format!("{right} choices are right"));
            }
            let texts: HashSet<_> = choices.iter().map(|c| spoken(&c.text)).collect();
            if texts.len() < choices.len() {
                sink.fail("two choices read the same");
            }
        }
    }
    let texts = item.hints.iter().chain(&item.solution).chain([&item.stem]);
    for text in texts.filter(|t| plain(t).trim().is_empty()) {
        sink.fail(format!("an empty text: {text:?}"));
    }
}

fn check_number(item: &Item, value: Rational, sink: &mut Sink) {
    let printed = plain(&item.key_rich());
    if !check_answer(item, &RawAnswer::Text(printed.clone())).is_correct() {
        sink.fail(format!(
            "the checker does not take the right answer as printed: '{printed}'"
        ));
    }
    if item.kind == Kind::Integer && !value.is_whole() {
        sink.fail("an integer is asked for, and the answer is not one");
    }
    let mut wrong = HashSet::new();
    for misconception in &item.misconceptions {
        if misconception.answer == value {
            let feedback = plain(&misconception.feedback);
            sink.fail(format!(
                "a misconception gives the right answer: '{}'",
                stub(&feedback)
            ));
        }
        if !wrong.insert(misconception.answer) {
            sink.fail("two misconceptions give the same answer");
        }
    }
    let given: HashSet<Rational> = numbers(&item.stem).into_iter().collect();
    let early = item.hints.len().saturating_sub(1);
    for hint in &item.hints[..early] {
        // a number that the question itself shows gives nothing away
        if !given.contains(&value) && numbers(hint).contains(&value) {
            sink.fail("a hint before the last gives the answer");
        }
    }
}

fn stub(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Every number that a text shows, mixed numbers and fractions whole.
fn numbers(rich: &Rich) -> Vec<Rational> {
    let text = plain(rich);
    let keep = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | ',' | ' ');
    text.split(|c| !keep(c))
        .flat_map(|run| {
            let whole = run.trim_matches(|c: char| !c.is_ascii_digit());
            let parts = whole.split_whitespace().map(str::to_owned);
            parts.chain([whole.to_owned()]).collect::<Vec<_>>()
        })
        .filter_map(|word| read_number(word.trim_end_matches(['.', ','])).ok())
        .map(|read| read.value)
        .collect()
}
