//! Variables drawn from a seed, the same on every machine.

use rand_core::Rng;
use rand_pcg::Pcg64Mcg;

use crate::expr::{ExprError, Scope, Value, evaluate, parse};
use crate::template::{Domain, Template, Variable};
use crate::{InstantiateError, Rational};

/// Draws that may break the constraints before a template counts as unsatisfiable at a seed.
const MAX_TRIES: u32 = 1_000;

/// PCG with output that is part of the item's identity: only `next_u64` is used, so that no
/// library's idea of a range can change an item.
pub(crate) struct Dice(Pcg64Mcg);

impl Dice {
    pub fn new(template: &Template, seed: u32) -> Self {
        let name = format!("{}@{}", template.id, template.version);
        let high = u128::from(engine::derive_seed(u128::from(seed), &name, 0));
        let low = u128::from(engine::derive_seed(u128::from(seed), &name, 1));
        Self(Pcg64Mcg::new(
            (high << 96) | (low << 64) | (u128::from(seed) << 32) | low,
        ))
    }

    /// Below `n`, by multiply-shift (Lemire 2019) on 32 bits.
    pub fn below(&mut self, n: usize) -> usize {
        (((self.0.next_u64() >> 32) * n as u64) >> 32) as usize
    }

    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

/// The first draw that meets every constraint.
pub(crate) fn draw(template: &Template, dice: &mut Dice) -> Result<Scope, InstantiateError> {
    let within = |error| InstantiateError::Expression {
        template: template.id.clone(),
        error,
    };
    let constraints: Vec<_> = template
        .constraints
        .iter()
        .map(|c| parse(c))
        .collect::<Result<_, _>>()
        .map_err(within)?;
    'tries: for _ in 0..MAX_TRIES {
        let mut scope = Scope::default();
        for variable in &template.vars {
            one(variable, dice, &mut scope).map_err(within)?;
        }
        for constraint in &constraints {
            match evaluate(constraint, &scope).map_err(within)? {
                Value::Truth(true) => {}
                Value::Truth(false) => continue 'tries,
                _ => {
                    let what = "constraint".to_owned();
                    return Err(within(ExprError::WrongType {
                        what,
                        needs: "true or false",
                    }));
                }
            }
        }
        return Ok(scope);
    }
    Err(InstantiateError::Unsatisfiable {
        template: template.id.clone(),
        tries: MAX_TRIES,
    })
}

fn one(variable: &Variable, dice: &mut Dice, scope: &mut Scope) -> Result<(), ExprError> {
    let name = &variable.name;
    let empty = |needs| ExprError::WrongType {
        what: name.clone(),
        needs,
    };
    let value = match &variable.domain {
        Domain::Int(range) => {
            let (low, high, step) = match range[..] {
                [low, high] => (low, high, 1),
                [low, high, step] => (low, high, step),
                _ => return Err(empty("[low, high] or [low, high, step]")),
            };
            if step < 1 || high < low || high - low > 1_000_000 {
                return Err(empty(
                    "low <= high at most a million apart, and a step of 1 or more",
                ));
            }
            let steps = (high - low) / step + 1;
            Value::Number(Rational::whole(
                low + step * dice.below(steps as usize) as i64,
            ))
        }
        Domain::Pick(expressions) => {
            let source = chosen(expressions, dice).ok_or_else(|| empty("something to pick"))?;
            evaluate(&parse(source)?, scope)?
        }
        Domain::Word(words) => {
            Value::Text(chosen(words, dice).ok_or_else(|| empty("a word"))?.clone())
        }
        Domain::Is(source) => evaluate(&parse(source)?, scope)?,
        Domain::Row(rows) => {
            let row = chosen(rows, dice).ok_or_else(|| empty("a row"))?;
            for (field, text) in row {
                scope.set(format!("{name}.{field}"), field_value(text));
            }
            return Ok(());
        }
    };
    scope.set(name.as_str(), value);
    Ok(())
}

fn chosen<'a, T>(things: &'a [T], dice: &mut Dice) -> Option<&'a T> {
    if things.is_empty() {
        None
    } else {
        things.get(dice.below(things.len()))
    }
}

/// A row's field is a number when it reads as one (`12`, `0.25`, `-3/4`), else a text.
fn field_value(text: &str) -> Value {
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-');
    if text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && text.chars().all(numeric)
        && let Ok(value) = parse(text).and_then(|expr| evaluate(&expr, &Scope::default()))
    {
        return value;
    }
    Value::Text(text.to_owned())
}
