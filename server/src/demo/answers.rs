//! Answers as children give them: right ones in the form asked for, wrong ones with a thought
//! behind them.

use item_bank::{
    Cell, Choice, Foreseen, Interval, IntervalEnd, Item, Key, Kind, Rational, RawAnswer, Verdict,
    Wanted, check,
};

use super::random::Dice;

/// The right answer.
pub fn right(item: &Item) -> Option<RawAnswer> {
    let mut all = item.right_answers();
    all.retain(|answer| check(item, answer).is_correct());
    all.into_iter().next()
}

/// A wrong answer, more often than not one that the item's author foresaw.
pub fn wrong(item: &Item, dice: &mut Dice) -> Option<RawAnswer> {
    let mut foreseen: Vec<RawAnswer> = item
        .misconceptions
        .iter()
        .map(|misconception| match &misconception.answer {
            Foreseen::Value(value) => number(*value),
            Foreseen::Text(text) => RawAnswer::Text(text.clone()),
        })
        .collect();
    dice.shuffle(&mut foreseen);
    let mut slips = slips(item);
    if !matches!(item.key, Key::Number { .. }) {
        dice.shuffle(&mut slips);
    }
    let candidates = if dice.chance() < 0.7 {
        [foreseen, slips]
    } else {
        [slips, foreseen]
    };
    candidates
        .into_iter()
        .flatten()
        .find(|answer| matches!(check(item, answer), Verdict::Wrong { .. }))
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

/// Answers that are near the right one; not all of them are wrong.
fn slips(item: &Item) -> Vec<RawAnswer> {
    match &item.key {
        Key::Number { value, .. } => [1, -1, 2]
            .into_iter()
            .filter_map(|by| value.checked_add(Rational::whole(by)))
            .filter(|near| !near.is_negative() || value.is_negative())
            .map(|near| spelt(item, near))
            .collect(),
        Key::Algebra { text, .. } => ["+1", "-2"]
            .map(|more| RawAnswer::Text(format!("{text}{more}")))
            .to_vec(),
        Key::Words(accept) => accept
            .iter()
            .map(|word| RawAnswer::Text(format!("not {word}")))
            .chain([RawAnswer::Text("I do not know".to_owned())])
            .collect(),
        Key::Choices(choices) => of_choices(item.kind, choices),
        Key::Order { right: order, .. } | Key::Match { pairs: order, .. } => (0..order.len())
            .flat_map(|n| (n + 1..order.len()).map(move |m| (n, m)))
            .map(|(n, m)| {
                let mut swapped = order.clone();
                swapped.swap(n, m);
                RawAnswer::Choices(swapped)
            })
            .collect(),
        Key::Line { axis, wanted } => on_line(axis.names.len() as i32 - 1, wanted),
        Key::Plot { x, y, points } => {
            let ends = [x.names.len() as i32 - 1, y.names.len() as i32 - 1];
            let across = points.iter().map(|[x, y]| [*y, *x]).collect();
            let beside = points
                .iter()
                .map(|point| [(point[0] + 1).min(ends[0]), (point[1] + 1).min(ends[1])])
                .collect();
            let before = points
                .iter()
                .map(|point| [(point[0] - 1).max(0), point[1]])
                .collect();
            [across, beside, before].map(RawAnswer::Points).to_vec()
        }
        Key::Table { rows, .. } => {
            let gaps: Vec<Rational> = rows
                .iter()
                .flatten()
                .filter_map(|cell| match cell {
                    Cell::Gap(value) => Some(*value),
                    Cell::Given(_) => None,
                })
                .collect();
            let off = (0..gaps.len()).filter_map(|wrong| {
                let cells = gaps.iter().enumerate().map(|(n, value)| {
                    let by = Rational::whole(i64::from(n == wrong));
                    Some(value.checked_add(by)?.to_string())
                });
                cells.collect::<Option<Vec<_>>>().map(RawAnswer::Cells)
            });
            off.collect()
        }
    }
}

fn of_choices(kind: Kind, choices: &[Choice]) -> Vec<RawAnswer> {
    let which = |correct| {
        let all = (0..)
            .zip(choices)
            .filter(move |(_, it)| it.correct == correct);
        all.map(|(n, _): (u8, _)| n).collect::<Vec<u8>>()
    };
    let (right, wrong) = (which(true), which(false));
    if kind != Kind::MultiSelect {
        return wrong.into_iter().map(RawAnswer::Choice).collect();
    }
    let one_missing = right.iter().skip(1).copied().collect();
    let mut one_extra: Vec<u8> = right.iter().chain(wrong.first()).copied().collect();
    one_extra.sort_unstable();
    let alone = wrong.iter().map(|n| vec![*n]);
    let all = alone.chain([one_missing, one_extra]);
    all.map(RawAnswer::Choices).collect()
}

fn on_line(last: i32, wanted: &Wanted) -> Vec<RawAnswer> {
    match wanted {
        Wanted::Points(points) => [1, -1]
            .map(|by| {
                let beside = points.iter().map(|at| [(at + by).clamp(0, last), 0]);
                RawAnswer::Points(beside.collect())
            })
            .to_vec(),
        Wanted::Interval(interval) => {
            let other = |end: IntervalEnd| IntervalEnd {
                open: !end.open,
                ..end
            };
            let opened = Interval {
                from: interval.from.map(other),
                to: interval.to.map(other),
            };
            let turned = Interval {
                from: interval.to,
                to: interval.from,
            };
            [opened, turned].map(RawAnswer::Interval).to_vec()
        }
    }
}

fn number(value: Rational) -> RawAnswer {
    RawAnswer::Text(value.to_string())
}

/// A quantity needs its unit, or it is only incomplete.
fn spelt(item: &Item, value: Rational) -> RawAnswer {
    match (&item.unit, item.kind) {
        (Some(unit), Kind::Quantity) => RawAnswer::Text(format!("{value} {unit}")),
        _ => number(value),
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
