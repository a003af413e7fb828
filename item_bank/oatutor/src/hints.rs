//! Hints in an order in which each comes after those it depends on.

use std::collections::{HashMap, HashSet};

use crate::pool::RawHint;
use crate::reason::{Held, Reason};

/// In dependency order, in that of the file where it is free; a hint's own sub-hints right after it.
///
/// `before`: the hints of earlier steps, which a student has behind them.
pub(crate) fn in_order<'a>(
    hints: &'a [RawHint],
    before: &HashSet<&str>,
) -> Result<Vec<&'a RawHint>, Held> {
    let order = sorted(hints, before)?;
    let mut all = Vec::new();
    for n in order {
        let hint = &hints[n];
        all.push(hint);
        if !hint.sub_hints.is_empty() {
            all.extend(in_order(&hint.sub_hints, before)?);
        }
    }
    Ok(all)
}

fn sorted(hints: &[RawHint], before: &HashSet<&str>) -> Result<Vec<usize>, Held> {
    let by_id: HashMap<&str, usize> = hints
        .iter()
        .enumerate()
        .map(|(n, h)| (h.id.as_str(), n))
        .collect();
    let mut needs = Vec::with_capacity(hints.len());
    for hint in hints {
        let each = hint
            .dependencies
            .iter()
            .filter(|name| !name.is_empty() && !before.contains(name.as_str()));
        needs.push(
            each.map(|name| resolve(hint, name, &by_id, hints.len()))
                .collect::<Result<Vec<_>, _>>()?,
        );
    }
    let mut order = Vec::with_capacity(hints.len());
    let mut done = vec![false; hints.len()];
    while order.len() < hints.len() {
        let ready = (0..hints.len()).find(|&n| !done[n] && needs[n].iter().all(|&m| done[m]));
        let Some(n) = ready else {
            let waiting = hints.iter().zip(&done).filter(|(_, done)| !**done);
            let ids: Vec<&str> = waiting.map(|(hint, _)| hint.id.as_str()).collect();
            let what = format!("these wait for each other: {}", ids.join(", "));
            return Err(Held::new(Reason::HintOrder, what));
        };
        done[n] = true;
        order.push(n);
    }
    Ok(order)
}

fn resolve(
    hint: &RawHint,
    name: &str,
    by_id: &HashMap<&str, usize>,
    count: usize,
) -> Result<usize, Held> {
    if let Some(&n) = by_id.get(name) {
        return Ok(n);
    }
    // an index may be printed as `1` or, by way of a table, as `1.0`
    let index = name
        .trim_end_matches(".0")
        .parse::<usize>()
        .ok()
        .filter(|n| *n < count);
    index.ok_or_else(|| {
        let what = format!("{} depends on '{name}', which is not there", hint.id);
        Held::new(Reason::HintOrder, what)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(id: &str, needs: &[&str]) -> RawHint {
        RawHint {
            id: id.to_owned(),
            dependencies: needs.iter().map(|n| (*n).to_owned()).collect(),
            ..RawHint::default()
        }
    }

    fn check(hints: &[RawHint], expected: &str) {
        let before = HashSet::from(["earlier"]);
        let order = in_order(hints, &before).map(|all| {
            let ids: Vec<&str> = all.iter().map(|h| h.id.as_str()).collect();
            ids.join(" ")
        });
        let order = order.unwrap_or_else(|held| format!("! {}", held.detail));
        assert_eq!(order, expected);
    }

    #[test]
    fn by_id_and_by_index() {
        check(
            &[hint("c", &["b"]), hint("b", &["2"]), hint("a", &[])],
            "a b c",
        );
        check(&[hint("a", &[]), hint("b", &["0.0"])], "a b");
        check(&[hint("a", &["earlier"])], "a");
        let mut parent = hint("p", &[]);
        parent.sub_hints = vec![hint("s2", &["s1"]), hint("s1", &[])];
        check(&[parent, hint("q", &["p"])], "p s1 s2 q");
    }

    #[test]
    fn circles_and_strangers_are_refused() {
        check(
            &[hint("a", &["b"]), hint("b", &["a"]), hint("c", &[])],
            "! these wait for each other: a, b",
        );
        check(&[hint("a", &["a"])], "! these wait for each other: a");
        check(
            &[hint("a", &["z"])],
            "! a depends on 'z', which is not there",
        );
        check(
            &[hint("a", &["7"])],
            "! a depends on '7', which is not there",
        );
    }
}
