//! A formula that our algebra cannot read, as a closed list of the ways in which it is written.
//!
//! Only where there are few: a sum of at most three terms, each a product of numbers, letters,
//! powers, roots and functions without a sum inside. What could be written in more ways
//! (`(\u{221A}2 - \u{221A}6)/4`, in one fraction or in two) is no closed list and gives none.

use item_bank::Math;

use crate::source::{Style, written};

/// Most terms whose orders are all listed.
const TERMS: usize = 3;

pub(crate) fn spellings(math: &Math) -> Vec<String> {
    let Some(terms) = terms(math).filter(|terms| terms.len() <= TERMS) else {
        return Vec::new();
    };
    let mut all: Vec<String> = Vec::new();
    for order in orders(terms.len()) {
        let sum = Math::Row(
            order
                .iter()
                .enumerate()
                .flat_map(|(n, &at)| signed(&terms[at], n == 0))
                .collect(),
        );
        for (signs, bare, decimal) in (0..8).map(|n| (n & 1 > 0, n & 2 > 0, n & 4 > 0)) {
            let style = Style {
                functions: true,
                signs,
                bare,
            };
            let sum = if decimal { decimals(&sum) } else { sum.clone() };
            let text = written(&sum, style);
            all.extend(text.filter(|text| !all.contains(text)));
        }
    }
    all
}

struct Term {
    negative: bool,
    factors: Vec<Math>,
}

fn signed(term: &Term, first: bool) -> Vec<Math> {
    let sign = match (term.negative, first) {
        (true, _) => Some("\u{2212}"),
        (false, true) => None,
        (false, false) => Some("+"),
    };
    let sign = sign.map(|sign| Math::Op(sign.to_owned()));
    sign.into_iter()
        .chain(term.factors.iter().cloned())
        .collect()
}

/// `None` where a term holds a sum, a relation or a list.
fn terms(math: &Math) -> Option<Vec<Term>> {
    let one = [math.clone()];
    let parts = match math {
        Math::Row(parts) => parts.as_slice(),
        _ => &one,
    };
    let mut terms: Vec<Term> = Vec::new();
    let mut open = 0;
    for part in parts {
        open += match part {
            Math::Op(op) if op == "(" => 1,
            Math::Op(op) if op == ")" => -1,
            Math::Op(op) if open > 0 && (op == "+" || op == "\u{2212}") => return None,
            _ => 0,
        };
        match part {
            Math::Op(op) if op == "+" || op == "\u{2212}" => terms.push(Term {
                negative: op != "+",
                factors: Vec::new(),
            }),
            part if is_product(part) => match terms.last_mut() {
                Some(term) => term.factors.push(part.clone()),
                None => terms.push(Term {
                    negative: false,
                    factors: vec![part.clone()],
                }),
            },
            _ => return None,
        }
    }
    terms
        .iter()
        .all(|term| !term.factors.is_empty())
        .then_some(terms)
}

fn is_product(math: &Math) -> bool {
    match math {
        Math::Num(_) | Math::Ident(_) => true,
        Math::Op(op) => matches!(op.as_str(), "(" | ")" | "/" | "√" | "×" | "·"),
        Math::Row(parts) => {
            let minus = |op: &Math| *op == Math::Op("\u{2212}".to_owned());
            let size = if parts.first().is_some_and(minus) {
                &parts[1..]
            } else {
                parts
            };
            size.iter().all(is_product)
        }
        Math::Frac(parts) | Math::Sup(parts) | Math::Root(parts) | Math::Sub(parts) => {
            is_product(&parts.0) && is_product(&parts.1)
        }
        Math::Sqrt(inside) => is_product(inside),
        _ => false,
    }
}

/// Exponents as decimals where they end: `x^(3/5)` as `x^0.6`.
fn decimals(math: &Math) -> Math {
    match math {
        Math::Row(parts) => Math::Row(parts.iter().map(decimals).collect()),
        Math::Sup(parts) => {
            let power = match &parts.1 {
                Math::Frac(bar) => decimal(&bar.0, &bar.1),
                _ => None,
            };
            Math::Sup(Box::new((
                parts.0.clone(),
                power.unwrap_or_else(|| parts.1.clone()),
            )))
        }
        other => other.clone(),
    }
}

fn decimal(top: &Math, bottom: &Math) -> Option<Math> {
    let (Math::Num(top), Math::Num(bottom)) = (top, bottom) else {
        return None;
    };
    let value = item_bank::Rational::new(top.parse().ok()?, bottom.parse().ok()?)?;
    value.to_decimal(0).map(Math::Num)
}

/// Every order of `0..count`.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(count - 1);
    let with_last = |order: &Vec<usize>| {
        (0..count)
            .map(|at| {
                let mut order = order.clone();
                order.insert(at, count - 1);
                order
            })
            .collect::<Vec<_>>()
    };
    shorter.iter().flat_map(with_last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::math_of;

    #[test]
    fn closed_lists_only() {
        let check = |text: &str, expected: &[&str]| {
            let math = math_of(text).expect("a formula");
            assert_eq!(spellings(&math), expected, "{text}");
        };
        check(r"$$15\sqrt{3}$$", &["15sqrt(3)", "15√3"]);
        check(r"$$-\sqrt{3}$$", &["-sqrt(3)", "-√3"]);
        check(r"$$x^{\frac{3}{5}}$$", &["x^(3/5)", "x^0.6"]);
        check("ln(12)", &["ln(12)"]);
        check(
            r"$$2+\log_{4}\left(x\right)$$",
            &["log_4(x)+2", "2+log_4(x)"],
        );
        check(r"$$\frac{\sqrt{2}-\sqrt{6}}{4}$$", &[]);
        check(r"$$(x+1)\sqrt{2}$$", &[]);
        check("y=2x", &[]);
    }
}
