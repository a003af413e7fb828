//! Answers as children give them: right ones in the form asked for, wrong ones with a thought
//! behind them.

use item_bank::{Inline, Item, Key, Kind, Rational, RawAnswer, Verdict, check, plain};

use super::random::Dice;

/// The right answer.
pub fn right(item: &Item) -> Option<RawAnswer> {
    let candidates = match &item.key {
        Key::Number { value, .. } => {
            let math: Vec<Inline> = item
                .key_rich()
                .into_iter()
                .filter(|inline| matches!(inline, Inline::Math(_)))
                .collect();
            vec![RawAnswer::Text(plain(&math)), number(*value)]
        }
        Key::Choices(choices) => {
            let correct = choices
                .iter()
                .enumerate()
                .filter(|(_, choice)| choice.correct);
            vec![chosen(item, correct.map(|(n, _)| n as u8).collect())]
        }
    };
    candidates
        .into_iter()
        .find(|answer| check(item, answer).is_correct())
}

/// A wrong answer, more often than not one that the item's author foresaw.
pub fn wrong(item: &Item, dice: &mut Dice) -> Option<RawAnswer> {
    let mut candidates: Vec<RawAnswer> = match &item.key {
        Key::Number { value, .. } => {
            let mut foreseen: Vec<RawAnswer> = item
                .misconceptions
                .iter()
                .map(|m| number(m.answer))
                .collect();
            dice.shuffle(&mut foreseen);
            let near = [1, -1, 2].into_iter().filter_map(|by| {
                let shifted = value.checked_add(Rational::whole(by))?;
                (!shifted.is_negative()).then(|| number(shifted))
            });
            let near: Vec<RawAnswer> = near.collect();
            if dice.chance() < 0.7 {
                foreseen.into_iter().chain(near).collect()
            } else {
                near.into_iter().chain(foreseen).collect()
            }
        }
        Key::Choices(choices) => {
            let wrong: Vec<u8> = (0..choices.len() as u8)
                .filter(|n| !choices[usize::from(*n)].correct)
                .collect();
            let right: Vec<u8> = (0..choices.len() as u8)
                .filter(|n| choices[usize::from(*n)].correct)
                .collect();
            let one_missing = right.iter().skip(1).copied().collect();
            let one_extra = right.iter().chain(wrong.first()).copied().collect();
            let mut all: Vec<RawAnswer> = wrong.iter().map(|n| chosen(item, vec![*n])).collect();
            if item.kind == Kind::MultiSelect {
                all.extend([chosen(item, one_missing), chosen(item, one_extra)]);
            }
            dice.shuffle(&mut all);
            all
        }
    };
    candidates.retain(|answer| matches!(check(item, answer), Verdict::Wrong { .. }));
    candidates.into_iter().next()
}

/// The right value in a form that was not asked for, where the item has such a form.
pub fn almost(item: &Item) -> Option<RawAnswer> {
    let Key::Number { value, .. } = &item.key else {
        return None;
    };
    let doubled = format!("{}/{}", value.numerator() * 2, value.denominator() * 2);
    let candidates = [RawAnswer::Text(doubled), number(*value)];
    candidates
        .into_iter()
        .find(|answer| matches!(check(item, answer), Verdict::Almost { .. }))
}

fn number(value: Rational) -> RawAnswer {
    RawAnswer::Text(value.to_string())
}

fn chosen(item: &Item, mut positions: Vec<u8>) -> RawAnswer {
    positions.sort_unstable();
    match (item.kind, positions.first()) {
        (Kind::MultiSelect, _) | (_, None) => RawAnswer::Choices(positions),
        (_, Some(first)) => RawAnswer::Choice(*first),
    }
}

#[cfg(test)]
mod tests {
    use item_bank::{Bank, instantiate};

    use super::*;

    #[test]
    fn every_template_can_be_answered_right_and_wrong() {
        let mut dice = Dice::new(1);
        for template in Bank::embedded().templates() {
            for seed in 0..20 {
                let item = instantiate(template, seed).unwrap();
                let at = format!("{} seed {seed}", template.id);
                assert!(right(&item).is_some(), "no right answer: {at}");
                assert!(wrong(&item, &mut dice).is_some(), "no wrong answer: {at}");
            }
        }
    }
}
