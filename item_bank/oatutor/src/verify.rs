//! Every template is made into items, and every answer put to the checker that students meet.

use std::collections::HashSet;

use item_bank::{
    Cell, Domain, Family, InstantiateError, Item, Key, Kind, RawAnswer, Unreadable, Variable,
    Verdict, check, instantiate, plain,
};

use crate::convert::{Made, Scaffold};
use crate::reason::{Held, Reason};

/// Checks a template in place; gives how many scaffolds had to be told.
pub(crate) fn verify(made: &mut Made) -> Result<usize, Held> {
    let mut told = 0;
    for scaffold in std::mem::take(&mut made.scaffolds) {
        if verify_scaffold(made, &scaffold).is_err() {
            made.tell(&scaffold);
            told += 1;
        }
    }
    // the form that the question asks for, where the pool's own answer has it
    made.template.form = made.asked.wanted;
    if made.asked.wanted != made.asked.form
        && each_item(made, |item| verify_item(item, &made.asked.listed)).is_ok()
    {
        return Ok(told);
    }
    made.template.form = made.asked.form;
    let by_value = each_item(made, |item| verify_item(item, &made.asked.listed));
    match by_value {
        // what the algebra cannot read may have few ways of being written
        Err(held) if held.reason == Reason::AnswerUnread && !made.asked.spelled.is_empty() => {
            let accept = std::mem::take(&mut made.asked.spelled);
            made.asked.listed = vec![RawAnswer::Text(accept[0].clone())];
            made.template.kind = Kind::ShortText;
            made.template.answer = None;
            made.template.accept = accept;
            each_item(made, |item| verify_item(item, &made.asked.listed)).map_err(|as_text| {
                let what = format!("{}; as a text: {}", held.detail, as_text.detail);
                Held::new(as_text.reason, what)
            })?;
        }
        other => other?,
    }
    Ok(told)
}

fn verify_scaffold(made: &Made, scaffold: &Scaffold) -> Result<(), Held> {
    each_item(made, |item| {
        let ask = item
            .hints
            .get(scaffold.hint)
            .and_then(|hint| hint.ask.as_ref());
        let ask = ask.ok_or_else(|| Held::new(Reason::Template, "a hint lost its question"))?;
        // checked as if it were asked by itself
        let asked = Item {
            kind: ask.kind,
            key: ask.key.clone(),
            unit: None,
            misconceptions: Vec::new(),
            ..item.clone()
        };
        verify_item(&asked, &scaffold.asked.listed)
    })
}

/// At every row of the variables, and at two shuffles of the choices.
fn each_item(made: &Made, check: impl Fn(&Item) -> Result<(), Held>) -> Result<(), Held> {
    let rows = match made.template.vars.first() {
        Some(Variable {
            domain: Domain::Row(rows),
            ..
        }) => rows.as_slice(),
        _ => &[],
    };
    let mut template = made.template.clone();
    for n in 0..rows.len().max(1) {
        if let (Some(row), Some(variable)) = (rows.get(n), template.vars.first_mut()) {
            variable.domain = Domain::Row(vec![row.clone()]);
        }
        for seed in 0..2 {
            let item = instantiate(&template, seed).map_err(|error| {
                let reason = match &error {
                    InstantiateError::Text { .. } => Reason::Latex,
                    _ => Reason::Template,
                };
                Held::new(reason, error.to_string())
            })?;
            check(&item)?;
        }
    }
    Ok(())
}

fn verify_item(item: &Item, listed: &[RawAnswer]) -> Result<(), Held> {
    if plain(&item.stem).trim().is_empty() {
        return Err(Held::new(Reason::NothingAsked, "an empty question"));
    }
    match &item.key {
        Key::Choices(choices) => {
            let spoken: HashSet<&str> = choices.iter().map(|c| c.spoken.as_str()).collect();
            if spoken.len() < choices.len() {
                return Err(Held::new(Reason::Choices, "two choices read the same"));
            }
            choose(item, choices.iter().map(|c| c.correct))
        }
        key => {
            if let Key::Algebra { text, .. } = key
                && !check(item, &RawAnswer::Text(text.clone())).is_correct()
            {
                let what = format!("'{text}' is beyond our algebra");
                return Err(Held::new(Reason::AnswerUnread, what));
            }
            for answer in listed.iter().chain(&canonical(item, key)) {
                right(item, answer)?;
                for near in near_misses(answer, item.kind.family()) {
                    wrong(item, &near)?;
                }
            }
            Ok(())
        }
    }
}

/// The key as a student would give it.
fn canonical(item: &Item, key: &Key) -> Vec<RawAnswer> {
    match key {
        Key::Number { .. } => vec![RawAnswer::Text(plain(&item.key_rich()))],
        Key::Algebra { text, .. } => vec![RawAnswer::Text(text.clone())],
        Key::Words(accept) => accept.iter().cloned().map(RawAnswer::Text).collect(),
        Key::Table { rows, .. } => {
            let gaps = rows.iter().flatten().filter_map(|cell| match cell {
                Cell::Gap(value) => Some(value.to_string()),
                Cell::Given(_) => None,
            });
            vec![RawAnswer::Cells(gaps.collect())]
        }
        _ => Vec::new(),
    }
}

fn choose(item: &Item, correct: impl Iterator<Item = bool>) -> Result<(), Held> {
    let correct: Vec<bool> = correct.collect();
    let places = |wanted: bool| {
        let each = correct
            .iter()
            .enumerate()
            .filter(move |(_, c)| **c == wanted);
        each.map(|(n, _)| n as u8)
    };
    if item.kind == Kind::MultiSelect {
        right(item, &RawAnswer::Choices(places(true).collect()))?;
        return places(false).try_for_each(|n| wrong(item, &RawAnswer::Choices(vec![n])));
    }
    places(true).try_for_each(|n| right(item, &RawAnswer::Choice(n)))?;
    places(false).try_for_each(|n| wrong(item, &RawAnswer::Choice(n)))
}

fn right(item: &Item, answer: &RawAnswer) -> Result<(), Held> {
    let shown = || show(answer);
    match check(item, answer) {
        Verdict::Correct => Ok(()),
        // a checker that has no such kind at all
        Verdict::Unreadable {
            why: Unreadable::WrongKind,
        } => Err(Held::new(Reason::UnknownKind, format!("{:?}", item.kind))),
        Verdict::Unreadable { why } => Err(Held::new(
            Reason::AnswerUnread,
            format!("'{}': {why:?}", shown()),
        )),
        verdict => Err(Held::new(
            Reason::AnswerRefused,
            format!("'{}': {verdict:?}", shown()),
        )),
    }
}

fn wrong(item: &Item, answer: &RawAnswer) -> Result<(), Held> {
    match check(item, answer) {
        Verdict::Wrong { .. } | Verdict::Unreadable { .. } => Ok(()),
        verdict => {
            let what = format!("'{}' is wrong and got {verdict:?}", show(answer));
            Err(Held::new(Reason::AnswerLoose, what))
        }
    }
}

/// Answers that only look like the right one.
fn near_misses(answer: &RawAnswer, family: Family) -> Vec<RawAnswer> {
    match (answer, family) {
        (RawAnswer::Text(text), Family::Number) => {
            // a digit in front makes another number, whatever the form
            let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
            vec![RawAnswer::Text(format!("{}7{}", &text[..at], &text[at..]))]
        }
        (RawAnswer::Text(text), Family::Algebra) => vec![RawAnswer::Text(format!("{text}+1"))],
        (RawAnswer::Text(text), Family::Words) => {
            let other = |c: char| match c {
                '0'..='8' => char::from_u32(u32::from(c) + 1),
                '9' => Some('0'),
                _ => None,
            };
            let digits = text.char_indices().filter_map(|(at, c)| {
                let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
                Some(RawAnswer::Text(format!("{before}{}{after}", other(c)?)))
            });
            let signs = text
                .match_indices('-')
                .map(|(at, _)| RawAnswer::Text(format!("{}{}", &text[..at], &text[at + 1..])));
            // a hyphen between words is no sign
            let sums = text.chars().any(|c| c.is_ascii_digit());
            digits.chain(signs.filter(|_| sums)).collect()
        }
        (RawAnswer::Cells(cells), _) => (0..cells.len())
            .map(|n| {
                let mut other = cells.clone();
                other[n] = if cells[n] == "7" {
                    "8".to_owned()
                } else {
                    "7".to_owned()
                };
                RawAnswer::Cells(other)
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn show(answer: &RawAnswer) -> String {
    match answer {
        RawAnswer::Text(text) => text.clone(),
        RawAnswer::Cells(cells) => cells.join("; "),
        RawAnswer::Choice(n) => format!("choice {n}"),
        other => format!("{other:?}"),
    }
}
