//! Every template is made into items, and every answer put to the checker that students meet.

use std::collections::HashSet;

use item_bank::{
    Family, InstantiateError, Item, Key, Kind, RawAnswer, Verdict, check, instantiate, plain,
};

use crate::convert::{Made, Scaffold};
use crate::reason::{Held, Reason};

/// More draws than this say nothing new.
const MOST: usize = 24;

/// Checks a template in place; gives how many scaffolds had to be told.
pub(crate) fn verify(made: &mut Made) -> Result<usize, Held> {
    let mut told = 0;
    for scaffold in std::mem::take(&mut made.scaffolds) {
        if verify_scaffold(made, &scaffold).is_err() {
            made.tell(&scaffold);
            told += 1;
        }
    }
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

fn each_item(made: &Made, check: impl Fn(&Item) -> Result<(), Held>) -> Result<(), Held> {
    // more seeds than rows, so that most rows are met; choices are shuffled by the seed too
    let seeds = if made.draws == 1 {
        2
    } else {
        (made.draws * 4).min(MOST)
    };
    for seed in 0..seeds as u32 {
        let item = instantiate(&made.template, seed).map_err(|error| {
            let reason = match &error {
                InstantiateError::Text { .. } => Reason::Latex,
                _ => Reason::Template,
            };
            Held::new(reason, error.to_string())
        })?;
        check(&item)?;
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
        _ => {
            let printed = RawAnswer::Text(plain(&item.key_rich()));
            let family = item.kind.family();
            let printed = matches!(family, Family::Number).then_some(&printed);
            for answer in listed.iter().chain(printed) {
                right(item, answer)?;
                for near in near_misses(answer, family) {
                    wrong(item, &near)?;
                }
            }
            Ok(())
        }
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
