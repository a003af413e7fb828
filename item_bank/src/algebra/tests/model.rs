//! Expressions by construction, with their own evaluation: what the laws compare with.

use std::rc::Rc;

use proptest::prelude::*;

use crate::Rational;

#[derive(Clone, Debug)]
pub(super) enum Model {
    Num(i64, i64),
    Var(char),
    Add(Rc<(Model, Model)>),
    Sub(Rc<(Model, Model)>),
    Mul(Rc<(Model, Model)>),
    Div(Rc<Model>, i64),
    Neg(Rc<Model>),
    Pow(Rc<Model>, u8),
}
use Model::{Add, Div, Mul, Neg, Num, Pow, Sub, Var};

pub(super) fn model() -> impl Strategy<Value = Model> {
    let leaf = prop_oneof![
        (1i64..10).prop_map(|n| Num(n, 1)),
        (1i64..10, 2i64..7).prop_map(|(n, d)| Num(n, d)),
        Just(Var('x')),
        Just(Var('x')),
        Just(Var('y')),
    ];
    leaf.prop_recursive(3, 10, 2, |inner| {
        let pair = (inner.clone(), inner.clone()).prop_map(Rc::new);
        prop_oneof![
            pair.clone().prop_map(Add),
            pair.clone().prop_map(Sub),
            pair.prop_map(Mul),
            (inner.clone(), 2i64..9).prop_map(|(a, d)| Div(Rc::new(a), d)),
            inner.clone().prop_map(|a| Neg(Rc::new(a))),
            (inner, 2u8..4).prop_map(|(a, n)| Pow(Rc::new(a), n)),
        ]
    })
}

/// A tape of arbitrary choices that never ends.
#[derive(Debug)]
pub(super) struct Dice(pub Vec<u8>, pub usize);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.1 += 1;
        usize::from(self.0[self.1 % self.0.len()]) % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

pub(super) fn add(a: Model, b: Model) -> Model {
    Add(Rc::new((a, b)))
}

pub(super) fn mul(a: Model, b: Model) -> Model {
    Mul(Rc::new((a, b)))
}

impl Model {
    pub fn at(&self, x: Rational, y: Rational) -> Option<Rational> {
        let of = |m: &Self| m.at(x, y);
        match self {
            Num(n, d) => Rational::new((*n).into(), (*d).into()),
            Var('x') => Some(x),
            Var(_) => Some(y),
            Add(s) => of(&s.0)?.checked_add(of(&s.1)?),
            Sub(s) => of(&s.0)?.checked_sub(of(&s.1)?),
            Mul(s) => of(&s.0)?.checked_mul(of(&s.1)?),
            Div(a, d) => of(a)?.checked_div(Rational::whole(*d)),
            Neg(a) => of(a)?.checked_neg(),
            Pow(a, n) => of(a)?.checked_pow((*n).into()),
        }
    }

    /// Whether a few points tell them apart.
    pub fn differs(&self, other: &Self) -> bool {
        [(2, 3), (-5, 7), (11, -4), (1, 0)].iter().any(|&(x, y)| {
            let (x, y) = (Rational::whole(x), Rational::whole(y));
            let pair = self.at(x, y).zip(other.at(x, y));
            pair.is_some_and(|(a, b)| a != b)
        })
    }

    /// The same value in another form.
    pub fn rewritten(&self, dice: &mut Dice) -> Self {
        let own = match self {
            Num(..) | Var(_) => self.clone(),
            Add(s) => add(s.0.rewritten(dice), s.1.rewritten(dice)),
            Sub(s) => Sub(Rc::new((s.0.rewritten(dice), s.1.rewritten(dice)))),
            Mul(s) => mul(s.0.rewritten(dice), s.1.rewritten(dice)),
            Div(a, d) => Div(Rc::new(a.rewritten(dice)), *d),
            Neg(a) => Neg(Rc::new(a.rewritten(dice))),
            Pow(a, n) => Pow(Rc::new(a.rewritten(dice)), *n),
        };
        match (dice.roll(4), own) {
            (0, own) => own,
            (1, own) => match dice.roll(6) {
                0 => add(own, mul(Num(0, 1), Var('x'))),
                1 => mul(Num(1, 1), own),
                2 => Neg(Rc::new(Neg(Rc::new(own)))),
                3 => Div(Rc::new(mul(own, Num(3, 1))), 3),
                4 => Sub(Rc::new((add(own, Var('y')), Var('y')))),
                _ => Sub(Rc::new((Num(0, 1), Neg(Rc::new(own))))),
            },
            (_, Add(s)) => add(s.1.clone(), s.0.clone()),
            (_, Sub(s)) => add(Neg(Rc::new(s.1.clone())), s.0.clone()),
            (_, Mul(s)) => match (&s.0, &s.1) {
                (Add(sum), b) => add(mul(sum.0.clone(), b.clone()), mul(sum.1.clone(), b.clone())),
                (a, Add(sum)) => add(mul(a.clone(), sum.1.clone()), mul(a.clone(), sum.0.clone())),
                (a, b) => mul(b.clone(), a.clone()),
            },
            (_, Div(a, d)) => mul(Num(1, d), (*a).clone()),
            (_, Neg(a)) => mul(Neg(Rc::new(Num(1, 1))), (*a).clone()),
            (_, Pow(a, 2)) => mul((*a).clone(), (*a).clone()),
            (_, Pow(a, n)) => mul(Pow(a.clone(), n - 1), (*a).clone()),
            (_, Num(n, d)) => Num(2 * n, 2 * d),
            (_, leaf) => leaf,
        }
    }

    /// With one number, sign, letter or exponent changed, somewhere.
    pub fn perturbed(&self, dice: &mut Dice) -> Self {
        let deeper = dice.roll(3) > 0;
        let mut pair = |s: &(Self, Self)| {
            Rc::new(if dice.roll(2) == 0 {
                (s.0.perturbed(dice), s.1.clone())
            } else {
                (s.0.clone(), s.1.perturbed(dice))
            })
        };
        match self {
            Num(n, d) => Num(n + 1, *d),
            Var('x') => Var('y'),
            Var(_) => Var('x'),
            Add(s) if deeper => Add(pair(s)),
            Sub(s) if deeper => Sub(pair(s)),
            Mul(s) if deeper => Mul(pair(s)),
            Add(s) => Sub(s.clone()),
            Sub(s) | Mul(s) => Add(s.clone()),
            Div(a, d) if deeper => Div(Rc::new(a.perturbed(dice)), *d),
            Div(a, d) => Div(a.clone(), d + 1),
            Neg(a) if deeper => Neg(Rc::new(a.perturbed(dice))),
            Neg(a) => (**a).clone(),
            Pow(a, n) if deeper => Pow(Rc::new(a.perturbed(dice)), *n),
            Pow(a, n) => Pow(a.clone(), n + 1),
        }
    }

    /// In some notation.
    pub fn written(&self, dice: &mut Dice) -> String {
        let gap = dice.pick(&["", " ", "", "\u{A0}"]);
        match self {
            Num(n, 1) => digits(*n, dice),
            Num(n, d) => {
                let bar = dice.pick(&["/", "⁄", "÷"]);
                let text = format!("{}{bar}{}", digits(*n, dice), digits(*d, dice));
                bracketed(text, dice)
            }
            Var(letter) => letter.to_string(),
            Add(s) => format!("{}{gap}+{gap}{}", s.0.written(dice), s.1.factor(dice)),
            Sub(s) => {
                let (left, minus) = (s.0.written(dice), dice.pick(&["-", "−", "–"]));
                format!("{left}{gap}{minus}{gap}{}", s.1.factor(dice))
            }
            Mul(s) => {
                let (left, right) = (s.0.factor(dice), s.1.factor(dice));
                let joint = if right.starts_with(char::is_numeric) {
                    dice.pick(&["*", "×", "·", "⋅"])
                } else {
                    dice.pick(&["*", "×", "·", "", " "])
                };
                format!("{left}{joint}{right}")
            }
            Div(a, d) => format!("{}{gap}/{gap}{}", a.factor(dice), digits(*d, dice)),
            Neg(a) => format!("{}{}", dice.pick(&["-", "−", "－"]), a.factor(dice)),
            Pow(a, n) => {
                let base = match &**a {
                    Var(letter) => letter.to_string(),
                    other => bracketed(other.written(dice), dice),
                };
                match dice.roll(3) {
                    0 => format!("{base}^{n}"),
                    1 => format!("{base}**{n}"),
                    _ => format!("{base}{}", ['⁰', '¹', '²', '³', '⁴'][usize::from(*n)]),
                }
            }
        }
    }

    /// Between brackets unless it binds closely by itself.
    fn factor(&self, dice: &mut Dice) -> String {
        match self {
            Num(..) | Var(_) | Pow(..) => self.written(dice),
            _ => bracketed(self.written(dice), dice),
        }
    }
}

fn bracketed(text: String, dice: &mut Dice) -> String {
    match dice.roll(4) {
        0 => format!("[{text}]"),
        1 => format!("{{{text}}}"),
        _ => format!("({text})"),
    }
}

fn digits(n: i64, dice: &mut Dice) -> String {
    let zero = ['0', '0', '٠', '०', '０'][dice.roll(5)];
    let digit = |c: char| char::from_u32(u32::from(zero) + u32::from(c) - u32::from('0'));
    n.to_string().chars().filter_map(digit).collect()
}
